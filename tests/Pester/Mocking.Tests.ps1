BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
    $updateId = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'
    $otherUpdate = '0b9c1a52-5d0e-4a0c-9d53-6ad1f7a4c111'
    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
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
            $update = New-ChecklyIncidentUpdate -IncidentId $To -Status RESOLVED -Description 'All is well.' -ErrorAction Stop
            "posted $($update.Id)"
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

Describe 'A script whose cmdlets are all mocked' {
    BeforeAll {
        Mock Connect-Checkly { }
        Mock Disconnect-Checkly { }
        Mock New-ChecklyIncident { [Checkly.Incident]@{ Id = $id; Name = $Name } }
        Mock Get-ChecklyIncident { [Checkly.Incident]@{ Id = $Id[0]; IncidentUpdates = [Checkly.IncidentUpdate]@{ Status = 'IDENTIFIED' } } }
        Mock New-ChecklyIncidentUpdate { [Checkly.IncidentUpdate]@{ Id = $updateId; IncidentId = $IncidentId; Status = $Status } }
    }

    It 'runs to its end and gets what the mocks return' {
        $updates = Publish-Outage 'Checkout is down' $secret

        $updates | Should -BeOfType Checkly.IncidentUpdate
        $updates.Status | Should -Be 'IDENTIFIED', 'RESOLVED'
        $updates.IncidentId | Should -Be $id, $id
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
            [Checkly.IncidentUpdate]@{ Id = $updateId; IncidentId = $IncidentId[0]; Status = 'IDENTIFIED'; Description = 'We know.' }
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
        $closed = Close-Outage $id

        $closed | Should -BeOfType Checkly.Incident
        $closed.Id | Should -Be $id
        Should -Invoke Set-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $Id -eq $updateId -and $IncidentId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' -and $Description -eq 'Corrected.' }
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

        Send-Update $id | Should -Be 'gone'
    }

    It 'with another one is not' {
        Mock New-ChecklyIncidentUpdate {
            $failure = [Checkly.ChecklyApiException]::new('RateLimited', 'Too many.')
            throw [System.Management.Automation.ErrorRecord]::new($failure, 'Checkly.RateLimited,Mock', 'LimitsExceeded', $IncidentId)
        }

        { Send-Update $id } | Should -Throw 'Too many.'
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

Describe 'Emitted types' {
    It 'Checkly.IncidentUpdate is made of a hashtable' {
        $made = [Checkly.IncidentUpdate]@{
            Id                   = $updateId
            IncidentId           = $id
            Status               = 'RESOLVED'
            Description          = 'All is well.'
            CreatedAt            = '2026-01-02T03:04:05Z'
            UpdatedAt            = [DateTimeOffset]'2026-01-02T03:04:06Z'
            AdditionalProperties = [System.Collections.Generic.Dictionary[string, object]]::new()
        }

        $made.Status | Should -Be 'RESOLVED'
        $made.CreatedAt | Should -Be ([DateTimeOffset]'2026-01-02T03:04:05Z')
        [Checkly.IncidentUpdate]::new().Status | Should -BeNullOrEmpty
    }

    It 'Checkly.Incident is made of a hashtable, its updates too' {
        $made = [Checkly.Incident]@{
            Id              = $id
            Name            = 'Checkout is down'
            Impact          = 'MAJOR'
            DashboardId     = 1001
            StartedAt       = '2026-01-02T03:04:05Z'
            StoppedAt       = $null
            IncidentUpdates = @(
                @{ Status = 'RESOLVED'; CreatedAt = '2026-01-02T04:00:00Z' }
                @{ Status = 'INVESTIGATING'; CreatedAt = '2026-01-02T03:00:00Z' }
            )
        }

        $made.IncidentUpdates | Should -BeOfType Checkly.IncidentUpdate
        $made.CurrentStatus | Should -Be 'RESOLVED'
    }

    It 'Checkly.Dashboard is made of a hashtable' {
        $made = [Checkly.Dashboard]@{
            Id                   = 1001
            DashboardId          = 'acme0001'
            Header               = 'Acme status'
            Description          = $null
            CustomUrl            = 'acme'
            CustomDomain         = 'status.example.com'
            Link                 = 'https://example.com'
            Logo                 = 'https://example.com/logo.png'
            Favicon              = 'https://example.com/icon.png'
            IsPrivate            = $false
            EnableIncidents      = $true
            Tags                 = 'api', 'production'
            Width                = 'FULL'
            RefreshRate          = 60
            CreatedAt            = '2026-01-02T03:04:05Z'
            AdditionalProperties = [System.Collections.Generic.Dictionary[string, object]]::new()
        }

        $made.Id | Should -Be 1001
        $made.Tags | Should -Be 'api', 'production'
        $made.CreatedAt | Should -Be ([DateTimeOffset]'2026-01-02T03:04:05Z')
        "$made" | Should -Be 'acme0001'
    }

    It '<Type> has a settable property for all that it shows' -ForEach @(
        @{ Type = 'Checkly.Incident'; Derived = 'CurrentStatus' }
        @{ Type = 'Checkly.IncidentUpdate'; Derived = @() }
        @{ Type = 'Checkly.Dashboard'; Derived = @() }
    ) {
        $closed = ([type]$Type).GetProperties() | Where-Object { -not $_.SetMethod.IsPublic }

        $closed.Name | Where-Object { $_ -notin $Derived } | Should -BeNullOrEmpty
    }

    It 'Checkly.ChecklySession is made of a hashtable' {
        $made = [Checkly.ChecklySession]@{ AccountId = $account; AccountName = 'Acme' }

        $made.AccountName | Should -Be 'Acme'
    }

    It 'Checkly.ChecklySession can be a New-MockObject' {
        Mock Get-ChecklySession { New-MockObject -Type Checkly.ChecklySession -Properties @{ AccountName = 'Acme' } }

        (Get-ChecklySession).AccountName | Should -Be 'Acme'
    }
}
