BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
    $updateId = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'
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

    It 'Checkly.ChecklySession is made of a hashtable' {
        $made = [Checkly.ChecklySession]@{ AccountId = $account; AccountName = 'Acme' }

        $made.AccountName | Should -Be 'Acme'
    }

    It 'Checkly.ChecklySession can be a New-MockObject' {
        Mock Get-ChecklySession { New-MockObject -Type Checkly.ChecklySession -Properties @{ AccountName = 'Acme' } }

        (Get-ChecklySession).AccountName | Should -Be 'Acme'
    }
}

Describe 'A -ParameterFilter of <Command>' -ForEach @(
    @{ Command = 'Connect-Checkly' }
    @{ Command = 'Get-ChecklySession' }
    @{ Command = 'Disconnect-Checkly' }
    @{ Command = 'New-ChecklyIncident' }
    @{ Command = 'Get-ChecklyIncident' }
    @{ Command = 'New-ChecklyIncidentUpdate' }
) {
    BeforeDiscovery {
        $incident = @{ Name = 'Drill'; DashboardId = 1001; Status = 'RESOLVED'; Description = 'd' }
        $update = @{ IncidentId = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; Status = 'RESOLVED'; Description = 'd' }
        $session = { New-MockObject -Type Checkly.ChecklySession }
        $cases = @{
            'Connect-Checkly'           = @(
                @{ Parameter = 'ApiKey'; Value = { $secret }; Filter = { $ApiKey -is [securestring] } }
                @{ Parameter = 'AccountId'; Value = { $account }; Filter = { $AccountId -eq $account } }
                @{ Parameter = 'Credential'; Value = { [pscredential]::new($account, $secret) }; Filter = { $Credential.UserName -eq $account } }
                @{ Parameter = 'BaseUri'; Value = { 'https://checkly.example' }; Filter = { $BaseUri.Host -eq 'checkly.example' } }
                @{ Parameter = 'Proxy'; Value = { 'http://proxy.example:3128' }; Filter = { $Proxy.Port -eq 3128 } }
                @{ Parameter = 'ProxyCredential'; Value = { [pscredential]::new('me', $secret) }; Filter = { $ProxyCredential.UserName -eq 'me' } }
                @{ Parameter = 'TimeoutSec'; Value = { 7 }; Filter = { $TimeoutSec -eq 7 } }
                @{ Parameter = 'Sandbox'; Value = { $true }; Filter = { $Sandbox } }
                @{ Parameter = 'SkipCheck'; Value = { $true }; Filter = { $SkipCheck } }
                @{ Parameter = 'PassThru'; Value = { $true }; Filter = { $PassThru } }
            )
            'Disconnect-Checkly'        = @(
                @{ Parameter = 'Session'; Value = $session; Filter = { $Session -is [Checkly.ChecklySession] } }
            )
            'New-ChecklyIncident'       = @(
                @{ With = $incident; Parameter = 'Name'; Value = { 'Other' }; Filter = { $Name -eq 'Other' } }
                @{ With = $incident; Parameter = 'DashboardId'; Value = { 7 }; Filter = { $DashboardId -eq 7 } }
                @{ With = $incident; Parameter = 'Status'; Value = { 'monitoring' }; Filter = { $Status -eq 'MONITORING' } }
                @{ With = $incident; Parameter = 'Description'; Value = { 'Other' }; Filter = { $Description -eq 'Other' } }
                @{ With = $incident; Parameter = 'Impact'; Value = { 'MAJOR' }; Filter = { $Impact -eq 'MAJOR' } }
                @{ With = $incident; Parameter = 'StartedAt'; Value = { '2026-01-02T03:04:05Z' }; Filter = { $StartedAt -eq [DateTimeOffset]'2026-01-02T03:04:05Z' } }
                @{ With = $incident; Parameter = 'StoppedAt'; Value = { '2026-01-02T03:04:05Z' }; Filter = { $StoppedAt -eq [DateTimeOffset]'2026-01-02T03:04:05Z' } }
                @{ With = $incident; Parameter = 'Session'; Value = $session; Filter = { $Session -is [Checkly.ChecklySession] } }
            )
            'Get-ChecklyIncident'       = @(
                @{ Parameter = 'Id'; Value = { 'e50ad839-1b90-4955-b716-1c6edbda57cb', 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' }; Filter = { $Id.Count -eq 2 -and $Id[0] -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' } }
                @{ With = @{ Id = 'e50ad839-1b90-4955-b716-1c6edbda57cb' }; Parameter = 'Session'; Value = $session; Filter = { $Session -is [Checkly.ChecklySession] } }
            )
            'New-ChecklyIncidentUpdate' = @(
                @{ With = $update; Parameter = 'IncidentId'; Value = { 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' }; Filter = { $IncidentId -eq 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' } }
                @{ With = $update; Parameter = 'Status'; Value = { 'monitoring' }; Filter = { $Status -eq 'MONITORING' } }
                @{ With = $update; Parameter = 'Description'; Value = { 'Other' }; Filter = { $Description -eq 'Other' } }
                @{ With = $update; Parameter = 'Session'; Value = $session; Filter = { $Session -is [Checkly.ChecklySession] } }
            )
        }
        $parameters = $cases[$Command]
        $names = @($parameters.Parameter)
    }

    It 'sees -<Parameter>' -ForEach $parameters {
        Mock $Command { }
        $arguments = @{}
        if ($With) { $arguments += $With }
        $arguments[$Parameter] = & $Value

        & $Command @arguments

        Should -Invoke $Command -Exactly 1 -ParameterFilter $Filter
    }

    It 'is tried here for every parameter' -ForEach @{ Names = $names } {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $own = (Get-Command $Command).Parameters.Keys | Where-Object { $_ -notin $common }

        $own | Where-Object { $_ -notin $Names } | Should -BeNullOrEmpty
    }
}

Describe 'A mock that is called as the cmdlet is' {
    # What the real cmdlet takes, its mock must take: else a script that works cannot be tested.
    BeforeAll {
        Mock Connect-Checkly { }
        Mock Get-ChecklyIncident { }
        Mock New-ChecklyIncidentUpdate { }
        $incident = [Checkly.Incident]@{ Id = $id; Name = 'Checkout is down' }
        $update = [Checkly.IncidentUpdate]@{ Id = $updateId; IncidentId = $id; Status = 'RESOLVED' }
    }

    It 'takes a key as a text' {
        { Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account } | Should -Not -Throw
    }

    It 'gets the id of an incident given by position to New-ChecklyIncidentUpdate' {
        New-ChecklyIncidentUpdate $incident INVESTIGATING 'We found the issue and we are working on it.'

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $IncidentId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'gets the id of an incident that is piped to New-ChecklyIncidentUpdate' {
        $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'd'

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $IncidentId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'gets all that a row of a CSV says' {
        [pscustomobject]@{ IncidentId = $id; Status = 'RESOLVED'; Description = 'd' } | New-ChecklyIncidentUpdate

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $IncidentId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' -and $Status -eq 'RESOLVED' -and $Description -eq 'd' }
    }

    It 'gets the id of an incident given by position to Get-ChecklyIncident' {
        Get-ChecklyIncident $incident

        Should -Invoke Get-ChecklyIncident -Exactly 1 -ParameterFilter { $Id -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'gets the id of an incident that is piped to Get-ChecklyIncident' {
        $incident | Get-ChecklyIncident

        Should -Invoke Get-ChecklyIncident -Exactly 1 -ParameterFilter { $Id -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'refuses a status outside the set' {
        { New-ChecklyIncidentUpdate $id BROKEN 'd' } | Should -Throw "*'Status'*"
    }

    It 'shows a common parameter to its filter' {
        New-ChecklyIncidentUpdate $id RESOLVED 'd' -ErrorAction Stop -WhatIf

        Should -Invoke New-ChecklyIncidentUpdate -Exactly 1 -ParameterFilter { $PesterBoundParameters['ErrorAction'] -eq 'Stop' -and $PesterBoundParameters['WhatIf'] }
    }
}
