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
    Rules        = @{
        # Windows PowerShell must read them too: a file that it cannot read tests nothing there.
        PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
    }
}
