# The deployment on the sandbox, whose failing check fails once more when it is run, and then passes.
# Invoke-Pester ./CheckedDeployment.Tests.ps1

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../Checkly.psd1')    # yours: Import-Module Checkly
    . (Join-Path $PSScriptRoot 'CheckedDeployment.ps1')
}

Describe 'A deployment whose checks are run on the sandbox' {
    BeforeEach { Connect-Checkly -Sandbox }
    AfterEach { Disconnect-Checkly }

    It 'opens an incident with the reason in a file when a check fails, and resolves it when the checks pass' {
        $incident = Invoke-CheckedDeployment 'Deploy' -Tag web -Service Website -Deployment { } -Evidence TestDrive:/evidence -ErrorAction SilentlyContinue -ErrorVariable failure

        $failure[-1].Exception.Message | Should -BeLike "'Deploy' is deployed, and its checks do not pass. The run of 'Log in on the website' ended with FAILED*"
        $incident.Services.Name | Should -Be 'Website'
        (Get-ChildItem TestDrive:/evidence | Get-Content -Raw | ConvertFrom-Json).ErrorMessage | Should -BeLike 'TimeoutError*'
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::Now)

        Resolve-RecoveredIncident $incident -Tag web

        (Get-ChecklyStatusPageIncident $incident).CurrentStatus | Should -Be 'RESOLVED'
    }

    It 'opens none when the checks pass' {
        Invoke-CheckedDeployment 'Deploy' -Tag api -Service Website -Deployment { } | Should -BeNullOrEmpty

        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }

    It 'runs no check after a deployment that fails, and ends the window' {
        Mock Invoke-ChecklyCheck { }

        { Invoke-CheckedDeployment 'Deploy' -Tag api -Service Website -Deployment { throw 'disk full' } } | Should -Throw 'disk full'

        Should -Invoke Invoke-ChecklyCheck -Exactly 0
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::Now)
    }

    It 'runs no check after an exit code, and passes on what the deployment outputs' {
        Mock Invoke-ChecklyCheck { }

        { Invoke-CheckedDeployment 'Deploy' -Tag api -Service Website -Deployment { $null; $global:LASTEXITCODE = 3 } } | Should -Throw '*exit code 3*'

        Should -Invoke Invoke-ChecklyCheck -Exactly 0
    }

    It 'deploys nothing without a session, whatever the preference' -ForEach 'Continue', 'SilentlyContinue' {
        Disconnect-Checkly
        $script:isDeployed = $false

        { $ErrorActionPreference = $_; Invoke-CheckedDeployment 'Deploy' -Tag api -Service Website -Deployment { $script:isDeployed = $true } } | Should -Throw

        $script:isDeployed | Should -BeFalse
        Connect-Checkly -Sandbox
    }

    It 'resolves nothing when the checks cannot be run' {
        $incident = New-ChecklyStatusPageIncident 'Slow' -Service Website -Description 'Looking.'

        { Resolve-RecoveredIncident $incident -Tag ' ' -Attempts 1 } | Should -Throw

        (Get-ChecklyStatusPageIncident $incident).CurrentStatus | Should -Be 'INVESTIGATING'
    }

    It 'opens the incident although the results cannot be saved, also with StrictMode' {
        Set-StrictMode -Version Latest

        $incident = Invoke-CheckedDeployment 'Deploy' -Tag typo -Service Website -Deployment { } -Evidence "$TestDrive/*?<>/\0" -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -ErrorVariable failure

        $incident.Id | Should -Not -BeNullOrEmpty
        $failure[-1].TargetObject.Id | Should -Be $incident.Id
    }

    It 'takes checks that do not exist for a failure' {
        Invoke-CheckedDeployment 'Deploy' -Tag typo -Service Website -Deployment { } -ErrorAction SilentlyContinue -ErrorVariable failure | Should -Not -BeNullOrEmpty

        $failure[-1].Exception.Message | Should -BeLike '*No activated check matches*'
    }

    It 'leaves the incident open when the checks do not pass' {
        Mock Invoke-ChecklyCheck { Write-Error -ErrorId Checkly.CheckFailed -Exception ([Checkly.ChecklyApiException]::new('CheckFailed', 'It failed.')) }
        $incident = New-ChecklyStatusPageIncident 'Slow' -Service Website -Description 'Looking.'

        Resolve-RecoveredIncident $incident -Tag web -Attempts 2 -WaitSec 0 -ErrorAction SilentlyContinue -ErrorVariable failure

        $failure[-1].Exception.Message | Should -BeLike '*stays open*It failed.'
        Should -Invoke Invoke-ChecklyCheck -Exactly 2
        (Get-ChecklyStatusPageIncident $incident).CurrentStatus | Should -Be 'INVESTIGATING'
    }

    It 'does nothing with -WhatIf' {
        Mock Invoke-ChecklyCheck { }

        Invoke-CheckedDeployment 'Deploy' -Tag web -Service Website -Deployment { throw 'deployed' } -WhatIf
        Resolve-RecoveredIncident 5a9db0c5-7e57-4c0d-8000-0000000000ff -Tag web -WhatIf

        Should -Invoke Invoke-ChecklyCheck -Exactly 0
        Get-ChecklyMaintenanceWindow | Should -BeNullOrEmpty
    }
}
