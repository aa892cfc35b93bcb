BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
    $updateId = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'
    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
}

AfterAll {
    Exit-CleanEnvironment $saved
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

Describe 'A mock of <Command>' -ForEach @(
    @{ Command = 'Set-ChecklyIncident'; Parameter = 'Id'; With = @{ Impact = 'MAJOR' } }
    @{ Command = 'Remove-ChecklyIncident'; Parameter = 'Id'; With = @{ Confirm = $false } }
    @{ Command = 'Get-ChecklyIncidentUpdate'; Parameter = 'IncidentId'; With = @{ } }
) {
    BeforeAll {
        Mock $Command { }
        $incident = [Checkly.Incident]@{ Id = $id; Name = 'Checkout is down' }
        $other = [Checkly.Incident]@{ Id = $account; Name = 'Drill' }
        $filter = [scriptblock]::Create("`$$Parameter.Count -eq 1 -and `$$Parameter[0] -eq '$id'")
        $both = [scriptblock]::Create("`$$Parameter.Count -eq 2 -and `$$Parameter[0] -eq '$id' -and `$$Parameter[1] -eq '$account'")
    }

    It 'gets the id of an incident given by position' {
        & $Command $incident @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }

    It 'gets the id of an incident given by name' {
        $arguments = $With + @{ $Parameter = $incident }
        & $Command @arguments

        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }

    It 'gets the ids of several incidents' {
        & $Command $incident, $other @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter $both
    }

    It 'gets the id of an incident that is piped in' {
        $incident, $other | & $Command @With

        Should -Invoke $Command -Exactly 2
        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }
}

Describe 'A mock of <Command>, which takes two ids' -ForEach @(
    @{ Command = 'Set-ChecklyIncidentUpdate'; With = @{ Description = 'Better.' } }
    @{ Command = 'Remove-ChecklyIncidentUpdate'; With = @{ Confirm = $false } }
) {
    BeforeAll {
        Mock $Command { }
        $incident = [Checkly.Incident]@{ Id = $id }
        $update = [Checkly.IncidentUpdate]@{ Id = $updateId; IncidentId = $id; Status = 'RESOLVED'; Description = 'd' }
        $filter = { "$IncidentId" -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' -and "$Id" -eq 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' }
    }

    It 'gets both from an update that is piped in' {
        $update | & $Command @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }

    It 'gets both as texts' {
        & $Command $id $updateId @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }

    It 'gets them from an incident and an update given by position' {
        & $Command $incident $update @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter $filter
    }
}

Describe 'A mock of <Command>, which takes a dashboard' -ForEach @(
    @{ Command = 'Get-ChecklyDashboard'; With = @{ } }
    @{ Command = 'Set-ChecklyDashboard'; With = @{ Header = 'Other' } }
    @{ Command = 'Remove-ChecklyDashboard'; With = @{ Confirm = $false } }
) {
    BeforeAll {
        Mock $Command { }
        $dashboard = [Checkly.Dashboard]@{ Id = 1001; DashboardId = 'acme0001'; Header = 'Acme' }
    }

    It 'gets its id, a text, by position' {
        & $Command $dashboard @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $DashboardId -eq 'acme0001' }
    }

    It 'gets its id, a text, by the pipeline' {
        $dashboard | & $Command @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $DashboardId -eq 'acme0001' }
    }
}

Describe 'A mock of New-ChecklyIncident' {
    BeforeAll {
        Mock New-ChecklyIncident { }
        $dashboard = [Checkly.Dashboard]@{ Id = 1001; DashboardId = 'acme0001'; Header = 'Acme'; Description = 'Of the dashboard' }
        $with = @{ Name = 'Drill'; Status = 'RESOLVED'; Description = 'd' }
    }

    It 'gets the number of a dashboard given to -DashboardId' {
        New-ChecklyIncident @with -DashboardId $dashboard

        Should -Invoke New-ChecklyIncident -Exactly 1 -ParameterFilter { $DashboardId -eq 1001 }
    }

    It 'gets the number of a dashboard that is piped in' {
        $dashboard | New-ChecklyIncident @with

        Should -Invoke New-ChecklyIncident -Exactly 1 -ParameterFilter { $DashboardId -eq 1001 -and $Description -eq 'd' }
    }

    It 'gets the number of a dashboard whose id is one too' {
        # A mock must not take the text for the number.
        [Checkly.Dashboard]@{ Id = 1001; DashboardId = '77' } | New-ChecklyIncident @with

        Should -Invoke New-ChecklyIncident -Exactly 1 -ParameterFilter { $DashboardId -eq 1001 }
    }
}
