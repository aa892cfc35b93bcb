@{
    # Used by Scripts.Tests.ps1, and by editors.
    ExcludeRules = @(
        # The rule does not see that a variable of one script block of Pester is read in another.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Tests and examples make up the keys that they use.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        # 'New-ChecklyIncidentUpdate $incident RESOLVED ...' is how the cmdlets are meant to be called.
        'PSAvoidUsingPositionalParameters'
        # It goes by the verb alone: New- and Start- of the helpers in tests and build.ps1 change nothing that lasts.
        'PSUseShouldProcessForStateChangingFunctions'
    )
}
