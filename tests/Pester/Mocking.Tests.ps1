# Scripts whose cmdlets are mocked: what the real cmdlet takes its mock must take, and what it returns can be made by hand.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $otherUpdate = '0b9c1a52-5d0e-4a0c-9d53-6ad1f7a4c111'
    $secret = ConvertTo-SecureString 'cu_0123456789abcdef' -AsPlainText -Force

    # A script as a user has it: this is what is tested, and no cmdlet of the module may run.
    function Publish-Outage {
        param([string] $Name, [securestring] $Key)

        Connect-Checkly -ApiKey $Key -AccountId $account
        try {
            $incident = New-ChecklyIncident -Name $Name -DashboardId 1001 -Impact MAJOR -Status INVESTIGATING -Description 'We are looking into it.'
            $incident | New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'We know what it is.'
            if ((Get-ChecklyIncident -Id $incident.Id).CurrentStatus -ne 'RESOLVED') {
                New-ChecklyIncidentUpdate -IncidentId $incident.Id -Status RESOLVED -Description 'All is well.'
            }
        }
        finally {
            Disconnect-Checkly
        }
    }

    function Send-Update {
        param([string] $To)

        try {
            "posted $((New-ChecklyIncidentUpdate -IncidentId $To -Status RESOLVED -Description 'All is well.' -ErrorAction Stop).Id)"
        }
        catch {
            if ($_.FullyQualifiedErrorId -notlike 'Checkly.NotFound,*') { throw }
            'gone'
        }
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'A mock' {
    It 'gets all that a row says: <Command>' -ForEach @(
        @{ Command = 'New-ChecklyIncidentUpdate'; Row = @{ IncidentId = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; Status = 'RESOLVED'; Description = 'd' }; Filter = { $IncidentId -eq $guid -and $Status -eq 'RESOLVED' -and $Description -eq 'd' } }
        @{ Command = 'New-ChecklyStatusPageSubscription'; Row = @{ StatusPageId = '5a9db0c5-7e57-4c0d-8000-000000000010'; Address = 'ada@example.com' }; Filter = { $StatusPageId -eq $pageId -and $Address -eq 'ada@example.com' } }
    ) {
        Mock $Command { }
        [pscustomobject]$Row | & $Command

        Should -Invoke $Command -Exactly 1 -ParameterFilter $Filter
    }

    It 'refuses what the cmdlet refuses, takes what it takes, and shows common parameters to its filter' {
        Mock New-ChecklyIncidentUpdate { }
        Mock New-ChecklyStatusPage { }
        Mock Connect-Checkly { }
        { Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account } | Should -Not -Throw
        { New-ChecklyIncidentUpdate $guid BROKEN 'd' } | Should -Throw "*'Status'*"
        New-ChecklyIncidentUpdate $guid RESOLVED 'd' -ErrorAction Stop -WhatIf
        New-ChecklyStatusPage Acme acme -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two' }

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $PesterBoundParameters['ErrorAction'] -eq 'Stop' -and $PesterBoundParameters['WhatIf'] }
        Should -Invoke New-ChecklyStatusPage -Exactly 1 -ParameterFilter { $Card.Count -eq 2 -and $Card[0].Services -eq 'API' }
    }

    It 'gets the ids of a maintenance that is piped in beside a status and a text' {
        Mock New-ChecklyMaintenanceUpdate { }
        [Checkly.Maintenance]@{ Id = $guid; MaintenanceWindowId = 2001 } | New-ChecklyMaintenanceUpdate -Status COMPLETED -Description d

        Should -Invoke New-ChecklyMaintenanceUpdate -Exactly 1 -ParameterFilter { $MaintenanceWindowId -eq 2001 -and "$MaintenanceId" -eq $guid }
    }

    It 'takes any time' {
        Mock New-ChecklyMaintenanceWindow { [Checkly.MaintenanceWindow]@{ Id = 2001 } }
        foreach ($time in '2026-05-01T20:00Z', [datetime]'2026-05-01T20:00Z', [DateTimeOffset]'2026-05-01T20:00Z') {
            (New-ChecklyMaintenanceWindow x -StartsAt $time -Duration 00:30 -PauseAllChecks).Id | Should -Be 2001
        }

        Should -Invoke New-ChecklyMaintenanceWindow -Exactly 3 -ParameterFilter { $StartsAt -eq [DateTimeOffset]'2026-05-01T20:00Z' -and $Duration.TotalMinutes -eq 30 }
    }

    It 'drives a script with a filter of its own' {
        Mock Get-ChecklyStatusPageIncident { [Checkly.StatusPageIncident]@{ Id = $guid; Name = 'Down' } } -ParameterFilter { $Status -eq 'Open' }
        Mock Get-ChecklyStatusPage {
            [Checkly.StatusPage]@{ Name = 'Acme'; Cards = @([Checkly.StatusPageCard]@{ Name = 'Core'; Services = @([Checkly.StatusPageService]@{ Name = 'API'; State = 'MAJOR' }) }) }
        } -ParameterFilter { $IncludeState }

        (Get-ChecklyStatusPageIncident -Status Open).Name | Should -Be 'Down'
        ((Get-ChecklyStatusPage -IncludeState).Cards.Services | Where-Object State -NE OPERATIONAL).Name | Should -Be 'API'
    }

    It 'of a session can be a New-MockObject' {
        Mock Get-ChecklySession { New-MockObject -Type Checkly.ChecklySession -Properties @{ AccountName = 'Acme' } }

        (Get-ChecklySession).AccountName | Should -Be 'Acme'
    }
}

Describe 'A script whose cmdlets are all mocked' {
    BeforeAll {
        Mock Connect-Checkly { }
        Mock Disconnect-Checkly { }
        Mock New-ChecklyIncident { [Checkly.Incident]@{ Id = $guid; Name = $Name } }
        Mock Get-ChecklyIncident { [Checkly.Incident]@{ Id = $Id[0]; IncidentUpdates = [Checkly.IncidentUpdate]@{ Status = 'IDENTIFIED' } } }
        Mock New-ChecklyIncidentUpdate { [Checkly.IncidentUpdate]@{ Id = $updateGuid; IncidentId = $IncidentId; Status = $Status } }
    }

    It 'runs to its end and gets what the mocks return' {
        $updates = Publish-Outage 'Checkout is down' $secret

        $updates | Should -BeOfType Checkly.IncidentUpdate
        $updates.Status | Should -Be 'IDENTIFIED', 'RESOLVED'
        $updates.IncidentId | Should -Be $guid, $guid
    }

    It 'calls each of them as often as it should' {
        $null = Publish-Outage 'Checkout is down' $secret

        Should -Invoke Connect-Checkly -Exactly 1 -ParameterFilter { $AccountId -eq $account -and $ApiKey.Length -eq 19 }
        Should -Invoke New-ChecklyIncident -Exactly 1 -ParameterFilter { $Name -eq 'Checkout is down' -and $Impact -eq 'MAJOR' }
        Should -Invoke Get-ChecklyIncident -Exactly 1 -ParameterFilter { $Id -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
        Should -Invoke New-ChecklyIncidentUpdate -Exactly 2
        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $Status -eq 'RESOLVED' }
        Should -Invoke New-ChecklyIncidentUpdate -Exactly 0 -ParameterFilter { $Status -eq 'MONITORING' }
        Should -Invoke Disconnect-Checkly -Exactly 1
    }

    It 'can be made to take the other way' {
        Mock Get-ChecklyIncident { [Checkly.Incident]@{ Id = $Id[0]; IncidentUpdates = [Checkly.IncidentUpdate]@{ Status = 'RESOLVED' } } }

        $null = Publish-Outage 'Checkout is down' $secret

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 0 -ParameterFilter { $Status -eq 'RESOLVED' }
    }
}

Describe 'A script for the whole life of an incident' {
    BeforeAll {
        # As a user has it.
        function Close-Outage {
            param([string] $Id)

            $incident = Get-ChecklyIncident $Id
            Get-ChecklyIncidentUpdate $incident | Where-Object Status -EQ 'IDENTIFIED' | Set-ChecklyIncidentUpdate -Description 'Corrected.'
            Get-ChecklyIncidentUpdate $incident | Where-Object Description -EQ 'oops' | Remove-ChecklyIncidentUpdate -Confirm:$false
            $incident | Set-ChecklyIncident -Impact MINOR -StoppedAt $null -PassThru
            $incident | Remove-ChecklyIncident -Confirm:$false
        }

        function Initialize-Page {
            $page = Get-ChecklyDashboard | Where-Object Header -EQ 'Acme'
            if (-not $page) { $page = New-ChecklyDashboard 'Acme' -EnableIncidents }
            $page | Set-ChecklyDashboard -Description 'All of Acme.'
            Get-ChecklyDashboard | Where-Object Header -EQ 'Old' | Remove-ChecklyDashboard -Confirm:$false
        }

        Mock Get-ChecklyIncident { [Checkly.Incident]@{ Id = $Id[0] } }
        Mock Get-ChecklyIncidentUpdate {
            [Checkly.IncidentUpdate]@{ Id = $updateGuid; IncidentId = $IncidentId[0]; Status = 'IDENTIFIED'; Description = 'We know.' }
            [Checkly.IncidentUpdate]@{ Id = $otherUpdate; IncidentId = $IncidentId[0]; Status = 'INVESTIGATING'; Description = 'oops' }
        }
        Mock Set-ChecklyIncidentUpdate { }
        Mock Remove-ChecklyIncidentUpdate { }
        Mock Set-ChecklyIncident { [Checkly.Incident]@{ Id = $Id[0]; Impact = $Impact } }
        Mock Remove-ChecklyIncident { }
        Mock Get-ChecklyDashboard { [Checkly.Dashboard]@{ Id = 7; DashboardId = 'old'; Header = 'Old' } }
        Mock New-ChecklyDashboard { [Checkly.Dashboard]@{ Id = 8; DashboardId = 'new'; Header = $Header } }
        Mock Set-ChecklyDashboard { }
        Mock Remove-ChecklyDashboard { }
    }

    It 'runs on mocks of the incident cmdlets' {
        $closed = Close-Outage $guid

        $closed | Should -BeOfType Checkly.Incident
        $closed.Id | Should -Be $guid
        Should -Invoke Set-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $Id -eq $updateGuid -and $IncidentId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' -and $Description -eq 'Corrected.' }
        Should -Invoke Remove-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $Id -eq $otherUpdate -and $PesterBoundParameters['Confirm'] -eq $false }
        Should -Invoke Set-ChecklyIncident -Exactly 1 -ParameterFilter { $PesterBoundParameters.ContainsKey('StoppedAt') -and $null -eq $StoppedAt -and -not $PesterBoundParameters.ContainsKey('StartedAt') }
        Should -Invoke Remove-ChecklyIncident -Exactly 1 -ParameterFilter { $Id -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'runs on mocks of the dashboard cmdlets' {
        Initialize-Page

        Should -Invoke Get-ChecklyDashboard -Exactly 2
        Should -Invoke New-ChecklyDashboard -Exactly 1 -ParameterFilter { $Header -eq 'Acme' -and $EnableIncidents }
        Should -Invoke Set-ChecklyDashboard -Exactly 1 -ParameterFilter { $DashboardId -eq 'new' -and $Description -eq 'All of Acme.' }
        Should -Invoke Remove-ChecklyDashboard -Exactly 1 -ParameterFilter { $DashboardId -eq 'old' }
    }
}

Describe 'A mock that fails' {
    It 'with the module''s error id is handled as the real error' {
        Mock New-ChecklyIncidentUpdate {
            $failure = [Checkly.ChecklyApiException]::new('NotFound', 'There is no such incident.')
            throw [System.Management.Automation.ErrorRecord]::new($failure, 'Checkly.NotFound,Mock', 'ObjectNotFound', $IncidentId)
        }

        Send-Update $guid | Should -Be 'gone'
    }

    It 'with another one is not' {
        Mock New-ChecklyIncidentUpdate {
            $failure = [Checkly.ChecklyApiException]::new('RateLimited', 'Too many.')
            throw [System.Management.Automation.ErrorRecord]::new($failure, 'Checkly.RateLimited,Mock', 'LimitsExceeded', $IncidentId)
        }

        { Send-Update $guid } | Should -Throw 'Too many.'
    }

    It 'can say all that the exception says' {
        $failure = [Checkly.ChecklyApiException]::new([Checkly.ChecklyErrorKind]::RateLimited, 'Too many.', [System.IO.IOException]::new('Inner'))
        $failure.StatusCode = 429
        $failure.ApiError = 'Too Many Requests'
        $failure.ApiMessage = 'Slow down'
        $failure.RetryAfter = [timespan]::FromSeconds(7)

        $failure.Kind | Should -Be 'RateLimited'
        $failure.StatusCode | Should -Be 429
        $failure.RetryAfter.TotalSeconds | Should -Be 7
    }
}

Describe 'What a mock returns' {
    It 'is made of a hashtable, with what belongs to it: an incident' {
        $made = [Checkly.Incident]@{
            Id = $guid; Name = 'Checkout is down'; Impact = 'MAJOR'; DashboardId = 1001; StartedAt = '2026-01-02T03:04:05Z'; StoppedAt = $null
            IncidentUpdates = @(
                @{ Status = 'RESOLVED'; CreatedAt = '2026-01-02T04:00:00Z' }
                @{ Status = 'INVESTIGATING'; CreatedAt = '2026-01-02T03:00:00Z'; AdditionalProperties = [System.Collections.Generic.Dictionary[string, object]]::new() }
            )
        }

        $made.IncidentUpdates | Should -BeOfType Checkly.IncidentUpdate
        $made.IncidentUpdates[0].CreatedAt | Should -Be ([DateTimeOffset]'2026-01-02T04:00:00Z')
        $made.CurrentStatus | Should -Be 'RESOLVED'
        [Checkly.IncidentUpdate]::new().Status | Should -BeNullOrEmpty
        "$([Checkly.Dashboard]@{ Id = 1001; DashboardId = 'acme0001'; Tags = 'api', 'production' })" | Should -Be 'acme0001'
    }

    It 'has a settable property for all that it shows' {
        # What follows from another property, and what is of a live session only.
        $derived = 'CurrentStatus'
        foreach ($type in 'Checkly.Incident', 'Checkly.IncidentUpdate', 'Checkly.Dashboard') {
            ([type]$type).GetProperties() | Where-Object { -not $_.SetMethod.IsPublic -and $_.Name -ne $derived } | Should -BeNullOrEmpty -Because $type
        }
    }
}

Describe 'A deployment script' {
    BeforeAll {
        . "$PSScriptRoot/../../module/Examples/MaintenanceWindow.ps1"
        Mock New-ChecklyMaintenanceWindow { [Checkly.MaintenanceWindow]@{ Id = 2001 } }
        Mock Set-ChecklyMaintenanceWindow { }
    }

    It 'ends its window once, whatever becomes of the work: <_>' -ForEach @({ 'done' }, { throw 'disk full' }) {
        try { Invoke-InMaintenanceWindow 'Deploy 4711' -Tag web -Work $_ } catch { "$_" }

        Should -Invoke New-ChecklyMaintenanceWindow -Exactly 1 -ParameterFilter { $PauseChecks -and $Tag -eq 'web' }
        Should -Invoke Set-ChecklyMaintenanceWindow -Exactly 1 -ParameterFilter { $EndNow -and $Id -eq 2001 }
    }
}
