# PSScriptAnalyzer finds nothing in the scripts of the repository.

BeforeDiscovery {
    # One that is installed for another version of .NET cannot be imported.
    $isMissing = $null -eq (Import-Module PSScriptAnalyzer -PassThru -ErrorAction Ignore)
    if ($isMissing) { Write-Warning 'PSScriptAnalyzer is not installed for this PowerShell: the scripts are not analyzed.' }
}

Describe 'The scripts' {
    It 'have no finding in <_>' -Skip:$isMissing -ForEach 'build.ps1', 'module/Examples', 'tests/Pester' {
        $path = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', $_)

        $findings = Invoke-ScriptAnalyzer -Path $path -Recurse -Settings (Join-Path $PSScriptRoot PSScriptAnalyzerSettings.psd1)

        $findings | ForEach-Object { "$($_.RuleName) $($_.ScriptName):$($_.Line)" } | Should -BeNullOrEmpty
    }
}
