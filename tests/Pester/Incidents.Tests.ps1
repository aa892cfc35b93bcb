BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    Connect-Checkly -Sandbox

    $unknown = '00000000-0000-4000-8000-000000000000'
    $notFound = 'Checkly.NotFound,Checkly.Commands.NewChecklyIncidentUpdateCommand'

    function New-Drill([string] $Name = 'Drill') {
        New-ChecklyIncident -Name $Name -DashboardId 1001 -Status INVESTIGATING -Description 'We are looking into it.'
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'New-ChecklyIncident' {
    It 'returns the incident, typed, with its first update' {
        $incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Impact MAJOR -Status INVESTIGATING -Description 'We are looking into it.'

        $incident | Should -BeOfType Checkly.Incident
        $incident.Id | Should -Match '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        $incident.Name | Should -Be 'Checkout is slow'
        $incident.Impact | Should -BeExactly 'MAJOR'
        $incident.DashboardId | Should -Be 1001
        $incident.CurrentStatus | Should -BeExactly 'INVESTIGATING'
        $incident.CreatedAt | Should -BeOfType DateTimeOffset
        $incident.UpdatedAt | Should -BeNullOrEmpty
        $incident.IncidentUpdates | Should -HaveCount 1
        $incident.IncidentUpdates[0] | Should -BeOfType Checkly.IncidentUpdate
        $incident.IncidentUpdates[0].IncidentId | Should -Be $incident.Id
        $incident.IncidentUpdates[0].Description | Should -Be 'We are looking into it.'
    }

    It 'is MINOR and has no times when nothing else is said' {
        $incident = New-Drill

        $incident.Impact | Should -BeExactly 'MINOR'
        $incident.StartedAt | Should -BeNullOrEmpty
        $incident.StoppedAt | Should -BeNullOrEmpty
    }

    It 'takes status and impact in any case' {
        $incident = New-ChecklyIncident 'Drill' -DashboardId 1001 -Impact maintenance -Status Maintenance -Description 'At night.'

        $incident.Impact | Should -BeExactly 'MAINTENANCE'
        $incident.CurrentStatus | Should -BeExactly 'MAINTENANCE'
    }

    It 'keeps times to the second, whatever their offset' {
        $incident = New-ChecklyIncident 'Drill' -DashboardId 1001 -Status MAINTENANCE -Description 'At night.' -StartedAt '2026-01-02T03:04:05+02:00' -StoppedAt '2026-01-02T04:00:00Z'

        $incident.StartedAt | Should -Be ([DateTimeOffset]'2026-01-02T01:04:05Z')
        $incident.StoppedAt | Should -Be ([DateTimeOffset]'2026-01-02T04:00:00Z')
    }

    It 'takes a DateTime as local time' {
        $local = [datetime]::new(2026, 7, 1, 12, 0, 0, [DateTimeKind]::Local)
        $incident = New-ChecklyIncident 'Drill' -DashboardId 1001 -Status MAINTENANCE -Description 'At noon.' -StartedAt $local

        $incident.StartedAt.UtcDateTime | Should -Be $local.ToUniversalTime()
    }

    It 'reads its rows from a CSV, one error for the bad one' {
        @(
            'Name,DashboardId,Status,Description,Impact'
            'One,1001,INVESTIGATING,First,MAJOR'
            'Two,9999,INVESTIGATING,No such dashboard,MINOR'
            'Three,1001,investigating,Third,minor'
        ) | Set-Content TestDrive:/incidents.csv

        $made = Import-Csv TestDrive:/incidents.csv | New-ChecklyIncident -ErrorVariable failed -ErrorAction SilentlyContinue

        $made.Name | Should -Be 'One', 'Three'
        $made.Impact | Should -BeExactly 'MAJOR', 'MINOR'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.NewChecklyIncidentCommand'
        $failed[0].TargetObject | Should -Be 'Two'
    }

    It 'does not carry an optional value over to the next object' {
        $made = @(
            [pscustomobject]@{ Name = 'One'; DashboardId = 1001; Status = 'RESOLVED'; Description = 'd'; Impact = 'MAJOR'; StartedAt = '2026-01-02T03:04:05Z' }
            [pscustomobject]@{ Name = 'Two'; DashboardId = 1001; Status = 'RESOLVED'; Description = 'd' }
        ) | New-ChecklyIncident

        $made[1].Impact | Should -BeExactly 'MINOR'
        $made[1].StartedAt | Should -BeNullOrEmpty
    }

    It 'refuses -<Parameter> <Value>, naming the parameter' -ForEach @(
        @{ Parameter = 'Name'; Value = ' ' }
        @{ Parameter = 'DashboardId'; Value = 0 }
        @{ Parameter = 'Status'; Value = 'BROKEN' }
        @{ Parameter = 'Description'; Value = "`t" }
        @{ Parameter = 'Impact'; Value = 'HUGE' }
        @{ Parameter = 'StartedAt'; Value = 'yesterday-ish' }
    ) {
        $arguments = @{ Name = 'Drill'; DashboardId = 1001; Status = 'RESOLVED'; Description = 'd' }
        $arguments[$Parameter] = $Value

        { New-ChecklyIncident @arguments } | Should -Throw "*'$Parameter'*"
    }
}

Describe 'Get-ChecklyIncident' {
    BeforeAll {
        $one = New-Drill 'One'
        $two = New-Drill 'Two'
        $update = $two | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'All is well.'
    }

    It 'returns the incident with its whole history, newest first' {
        $read = Get-ChecklyIncident $two.Id

        $read | Should -BeOfType Checkly.Incident
        $read.Name | Should -Be 'Two'
        $read.CurrentStatus | Should -BeExactly 'RESOLVED'
        $read.IncidentUpdates.Status | Should -BeExactly 'RESOLVED', 'INVESTIGATING'
        $read.IncidentUpdates[0].Id | Should -Be $update.Id
        $read.IncidentUpdates.IncidentId | Should -Be $two.Id, $two.Id
    }

    It 'reads <What>' -ForEach @(
        @{ What = 'several ids'; Names = 'One', 'Two'; Command = { Get-ChecklyIncident $one.Id, $two.Id } }
        @{ What = 'several incidents'; Names = 'One', 'Two'; Command = { Get-ChecklyIncident $one, $two } }
        @{ What = 'ids and incidents'; Names = 'One', 'Two'; Command = { Get-ChecklyIncident $one.Id, $two } }
        @{ What = 'GUIDs'; Names = 'One', 'Two'; Command = { Get-ChecklyIncident ([guid[]]($one.Id, $two.Id)) } }
        @{ What = 'the incident of an update'; Names = 'Two'; Command = { Get-ChecklyIncident $update } }
        @{ What = 'ids from the pipeline'; Names = 'One', 'Two'; Command = { $one.Id, $two.Id | Get-ChecklyIncident } }
        @{ What = 'incidents from the pipeline'; Names = 'One', 'Two'; Command = { $one, $two | Get-ChecklyIncident } }
        @{ What = 'the incident of an update from the pipeline'; Names = 'Two'; Command = { $update | Get-ChecklyIncident } }
        @{ What = 'rows with a column Id'; Names = 'One'; Command = { [pscustomobject]@{ Id = $one.Id } | Get-ChecklyIncident } }
        @{ What = 'rows with a column IncidentId'; Names = 'One'; Command = { [pscustomobject]@{ IncidentId = $one.Id } | Get-ChecklyIncident } }
        @{ What = 'an incident that went through JSON'; Names = 'One'; Command = { $one | ConvertTo-Json -Depth 5 | ConvertFrom-Json | Get-ChecklyIncident } }
    ) {
        $read = & $Command

        $read.Name | Should -Be $Names
    }

    It 'returns the others when one id is unknown' {
        $read = Get-ChecklyIncident $one.Id, $unknown, $two.Id -ErrorVariable failed -ErrorAction SilentlyContinue

        $read.Name | Should -Be 'One', 'Two'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.GetChecklyIncidentCommand'
        $failed[0].TargetObject | Should -Be $unknown
    }

    It 'returns the others when one id of a pipeline is no GUID' {
        $read = $one.Id, 'not-an-id', $two.Id | Get-ChecklyIncident -ErrorVariable failed -ErrorAction SilentlyContinue

        $read.Name | Should -Be 'One', 'Two'
        $failed | Should -HaveCount 1
    }

    It 'stops at an unknown id with -ErrorAction Stop' {
        { Get-ChecklyIncident $unknown, $one.Id -ErrorAction Stop } | Should -Throw -ErrorId 'Checkly.NotFound,Checkly.Commands.GetChecklyIncidentCommand'
    }
}

Describe 'An error' {
    It 'has the exception, what the user gave, and what to do next' {
        New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be $notFound
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $unknown
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failed[0].Exception | Should -BeOfType Checkly.ChecklyApiException
        $failed[0].Exception.Kind | Should -Be 'NotFound'
        $failed[0].Exception.StatusCode | Should -Be 404
        $failed[0].Exception.ApiError | Should -Be 'Not Found'
        $failed[0].Exception.Method | Should -Be 'POST'
        $failed[0].Exception.Path | Should -Be "/v1/incidents/$unknown/updates"
    }

    It 'lets a script go on' {
        $after = & {
            New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction SilentlyContinue
            'after'
        }

        $after | Should -Be 'after'
    }

    It 'can be caught by its type with -ErrorAction Stop' {
        $caught = try { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction Stop } catch [Checkly.ChecklyApiException] { $_.Exception.Kind }

        $caught | Should -Be 'NotFound'
    }

    It 'obeys $ErrorActionPreference' {
        $ErrorActionPreference = 'Stop'

        { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' } | Should -Throw -ErrorId $notFound
    }

    It 'shows itself in the error stream only' {
        $all = New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction Continue *>&1

        $all | Should -HaveCount 1
        $all[0] | Should -BeOfType System.Management.Automation.ErrorRecord
    }
}
