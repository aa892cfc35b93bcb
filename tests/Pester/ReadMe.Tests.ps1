#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

Describe 'What the README does with an error' {
    BeforeAll {
        . "$PSScriptRoot/Subject.ps1"

        $readMe = (Get-Content "$PSScriptRoot/../../README.md" -Raw) -replace "`r"
        $handler = [scriptblock]::Create([regex]::Match($readMe, '(?s)```powershell\n(\$failed = \$null\n.+?)```').Groups[1].Value)
    }

    AfterAll { Disconnect-Checkly }

    It 'tells an update that may be posted from one that is not (<Fault>)' -ForEach @(
        @{ Fault = 'HangAfter'; Says = 'It may be posted: look at the incident before you post it again.' }
        @{ Fault = 'Refuse'; Says = 'Not posted: No connection*' }
        @{ Fault = 'None'; Says = $null }
    ) {
        Connect-Checkly -Sandbox -Fault None, $Fault -TimeoutSec 1 -MaximumTotalSec 0
        $id = (New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.').Id

        $said = @(& $handler | Where-Object { $_ -is [string] })

        if ($Says) { $said | Should -BeLike $Says } else { $said | Should -BeNullOrEmpty }
    }

    It 'tells a mock that fails too' {
        Mock New-ChecklyIncidentUpdate {
            Write-Error -ErrorId Checkly.OutcomeUnknown -Exception ([Checkly.ChecklyApiException]::new('OutcomeUnknown', 'The answer was lost.')) -ErrorAction Continue
        }
        $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'

        & $handler | Should -Be 'It may be posted: look at the incident before you post it again.'
    }
}
