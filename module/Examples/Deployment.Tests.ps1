# How to test a script that uses the module: on the sandbox, where everything happens but nobody is told; and with mocks.
# Invoke-Pester ./Deployment.Tests.ps1

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../Checkly.psd1')    # yours: Import-Module Checkly
    . (Join-Path $PSScriptRoot 'Deployment.ps1')
}

Describe 'Invoke-AnnouncedDeployment on the sandbox' {
    BeforeEach { Connect-Checkly -Sandbox }
    AfterEach { Disconnect-Checkly }

    It 'announces, deploys and resolves' {
        $update = Invoke-AnnouncedDeployment 'Upgrade' -DashboardId 1001 -Deployment { }

        $update.Status | Should -Be 'RESOLVED'
        (Get-ChecklyIncident $update).IncidentUpdates.Status | Should -Be 'RESOLVED', 'MAINTENANCE'
    }

    It 'says so when the deployment fails, and fails itself' {
        Mock New-ChecklyIncidentUpdate { } -ParameterFilter { $Status -eq 'INVESTIGATING' }
        Mock Set-ChecklyIncident { }

        foreach ($deployment in { throw 'disk full' }, { Write-Error 'disk full' }, { $global:LASTEXITCODE = 3 }) {
            { Invoke-AnnouncedDeployment 'Upgrade' -DashboardId 1001 -Deployment $deployment } | Should -Throw
        }

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 3
        Should -Invoke Set-ChecklyIncident -Exactly 3 -ParameterFilter { $Impact -eq 'MAJOR' }
    }

    It 'fails with the cause of the deployment, also when the update about it is lost' {
        Mock New-ChecklyIncidentUpdate {
            Write-Error -ErrorId Checkly.OutcomeUnknown -Exception ([Checkly.ChecklyApiException]::new('OutcomeUnknown', 'The answer was lost.'))
        } -ParameterFilter { $Status -eq 'INVESTIGATING' }

        { Invoke-AnnouncedDeployment 'Upgrade' -DashboardId 1001 -Deployment { throw 'disk full' } 2>$null } | Should -Throw 'disk full'

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1
    }

    It 'announces nothing and deploys nothing with -WhatIf' {
        $script:deployed = $false
        Mock New-ChecklyIncident { }

        Invoke-AnnouncedDeployment 'Upgrade' -DashboardId 1001 -Deployment { $script:deployed = $true } -WhatIf

        Should -Invoke New-ChecklyIncident -Exactly 0
        $script:deployed | Should -BeFalse
    }

    It 'does not deploy what it could not announce' {
        $script:deployed = $false

        { Invoke-AnnouncedDeployment 'Upgrade' -DashboardId 7 -Deployment { $script:deployed = $true } } | Should -Throw -ErrorId 'Checkly.NotFound*'

        $script:deployed | Should -BeFalse
    }
}
