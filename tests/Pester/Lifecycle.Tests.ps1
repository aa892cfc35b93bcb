BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    Connect-Checkly -Sandbox

    $unknown = '00000000-0000-4000-8000-000000000000'

    function New-Drill([string] $Name = 'Drill', [hashtable] $With = @{}) {
        New-ChecklyIncident -Name $Name -DashboardId 1001 -Status INVESTIGATING -Description 'We are looking into it.' @With
    }

    # With a second and a third update, newest first.
    function New-LongDrill {
        $incident = New-Drill
        $null = $incident | New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'We know what it is.'
        $null = $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'All is well.'
        Get-ChecklyIncident $incident
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'Set-ChecklyIncident' {
    BeforeEach {
        $incident = New-Drill 'Drill' @{ Impact = 'MINOR'; StartedAt = '2026-01-02T03:04:05Z'; StoppedAt = '2026-01-02T04:00:00Z' }
    }

    It 'keeps all but -<Parameter>' -ForEach @(
        @{ Parameter = 'Name'; Property = 'Name'; Value = 'Checkout is down' }
        @{ Parameter = 'Impact'; Property = 'Impact'; Value = 'MAJOR' }
        @{ Parameter = 'StartedAt'; Property = 'StartedAt'; Value = [DateTimeOffset]'2026-01-02T03:30:00Z' }
        @{ Parameter = 'StoppedAt'; Property = 'StoppedAt'; Value = [DateTimeOffset]'2026-01-02T05:00:00Z' }
        @{ Parameter = 'StartedAt'; Property = 'StartedAt'; Value = $null }
        @{ Parameter = 'StoppedAt'; Property = 'StoppedAt'; Value = $null }
    ) {
        $arguments = @{ $Parameter = $Value }
        Set-ChecklyIncident -Id $incident.Id @arguments | Should -BeNullOrEmpty

        $after = Get-ChecklyIncident $incident
        $after.$Property | Should -Be $Value
        foreach ($kept in 'Id', 'Name', 'Impact', 'StartedAt', 'StoppedAt', 'DashboardId', 'CreatedAt', 'CurrentStatus' | Where-Object { $_ -ne $Property }) {
            $after.$kept | Should -Be $incident.$kept -Because $kept
        }

        $after.IncidentUpdates.Id | Should -Be $incident.IncidentUpdates.Id
    }

    It 'clears both times at once' {
        $incident | Set-ChecklyIncident -StartedAt $null -StoppedAt $null

        $after = Get-ChecklyIncident $incident
        $after.StartedAt | Should -BeNullOrEmpty
        $after.StoppedAt | Should -BeNullOrEmpty
    }

    It 'takes an impact in lower case and sends it in upper case' {
        ($incident | Set-ChecklyIncident -Impact maintenance -PassThru).Impact | Should -BeExactly 'MAINTENANCE'
    }

    It 'changes <What>' -ForEach @(
        @{ What = 'an id by position'; Command = { Set-ChecklyIncident $incident.Id -Name 'New' } }
        @{ What = 'an incident by position'; Command = { Set-ChecklyIncident $incident -Name 'New' } }
        @{ What = 'an incident by name'; Command = { Set-ChecklyIncident -Id $incident -Name 'New' } }
        @{ What = 'what Get-ChecklyIncident emits'; Command = { Get-ChecklyIncident $incident | Set-ChecklyIncident -Name 'New' } }
        @{ What = 'an id from the pipeline'; Command = { $incident.Id | Set-ChecklyIncident -Name 'New' } }
        @{ What = 'the incident of an update'; Command = { Get-ChecklyIncidentUpdate $incident | Set-ChecklyIncident -Name 'New' } }
        @{ What = 'a row with the column Id'; Command = { [pscustomobject]@{ Id = $incident.Id } | Set-ChecklyIncident -Name 'New' } }
        @{ What = 'a row with the column IncidentId'; Command = { [pscustomobject]@{ IncidentId = $incident.Id } | Set-ChecklyIncident -Name 'New' } }
    ) {
        & $Command

        (Get-ChecklyIncident $incident).Name | Should -Be 'New'
    }

    It 'changes each of several, given as <_>' -ForEach 'an array', 'a pipeline' {
        $other = New-Drill 'Other'
        $after = if ($_ -eq 'an array') { Set-ChecklyIncident $incident, $other -Impact MAJOR -PassThru } else { $incident, $other | Set-ChecklyIncident -Impact MAJOR -PassThru }

        $after.Id | Should -Be $incident.Id, $other.Id
        $after.Name | Should -Be 'Drill', 'Other'
        (Get-ChecklyIncident $incident, $other).Impact | Should -Be 'MAJOR', 'MAJOR'
    }

    It 'does not write back the old values of an incident that was read before' {
        $old = Get-ChecklyIncident $incident
        Set-ChecklyIncident $incident -Name 'New' -Impact MAJOR
        $old | Set-ChecklyIncident -StoppedAt $null

        $after = Get-ChecklyIncident $incident
        $after.Name | Should -Be 'New'
        $after.Impact | Should -Be 'MAJOR'
    }

    It 'returns the changed incident with its history with -PassThru' {
        $long = New-LongDrill
        $after = $long | Set-ChecklyIncident -Name 'New' -PassThru

        $after | Should -HaveCount 1
        $after | Should -BeOfType Checkly.Incident
        $after.Name | Should -Be 'New'
        $after.UpdatedAt | Should -BeOfType DateTimeOffset
        $after.CurrentStatus | Should -Be 'RESOLVED'
        $after.IncidentUpdates.Id | Should -Be $long.IncidentUpdates.Id
    }

    It 'can be piped on with -PassThru' {
        $update = $incident | Set-ChecklyIncident -Impact MAJOR -PassThru | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'd'

        $update.IncidentId | Should -Be $incident.Id
    }

    It 'invents nothing with -WhatIf -PassThru, and changes nothing' {
        $incident | Set-ChecklyIncident -Name 'New' -WhatIf -PassThru | Should -BeNullOrEmpty

        (Get-ChecklyIncident $incident).Name | Should -Be 'Drill'
    }

    It 'refuses <What>, and sends nothing' -ForEach @(
        @{ What = '-StoppedAt before -StartedAt'; With = @{ StartedAt = '2026-01-02T03:00:00Z'; StoppedAt = '2026-01-02T02:00:00Z' }; Requests = 0 }
        @{ What = 'a StoppedAt before the StartedAt it has'; With = @{ StoppedAt = '2026-01-02T02:00:00Z' }; Requests = 1 }
        @{ What = 'a StartedAt after the StoppedAt it has'; With = @{ StartedAt = '2026-01-02T05:00:00Z' }; Requests = 1 }
        @{ What = 'no change'; With = @{ }; Requests = 0 }
    ) {
        $said = Set-ChecklyIncident $incident @With -Verbose -ErrorVariable failed -ErrorAction SilentlyContinue 4>&1

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.SetChecklyIncidentCommand'
        # It may read what the incident has, but no more than that.
        @($said | Where-Object { $_ -match '/v1/incidents' }) | Should -HaveCount $Requests
        @($said | Where-Object { $_ -match 'PUT' }) | Should -HaveCount 0
        (Get-ChecklyIncident $incident).StartedAt | Should -Be $incident.StartedAt
    }

    It 'refuses -<Parameter> <Value>, naming the parameter' -ForEach @(
        @{ Parameter = 'Name'; Value = ' ' }
        @{ Parameter = 'Name'; Value = $null }
        @{ Parameter = 'Impact'; Value = 'HUGE' }
        @{ Parameter = 'StoppedAt'; Value = 'soon' }
        @{ Parameter = 'Id'; Value = 'not-an-id' }
    ) {
        $arguments = @{ Id = $incident.Id; Impact = 'MAJOR' }
        $arguments[$Parameter] = $Value

        { Set-ChecklyIncident @arguments } | Should -Throw "*'$Parameter'*"
        (Get-ChecklyIncident $incident).Impact | Should -Be 'MINOR'
    }
}

Describe 'New-ChecklyIncident' {
    It 'refuses -StoppedAt before -StartedAt, and sends nothing' {
        $said = New-Drill 'Drill' @{ StartedAt = '2026-01-02T03:00:00Z'; StoppedAt = '2026-01-02T02:00:00Z'; Verbose = $true; ErrorVariable = 'script:failed'; ErrorAction = 'SilentlyContinue' } 4>&1

        $script:failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.NewChecklyIncidentCommand'
        $said | Should -BeNullOrEmpty
    }

    It 'returns nothing with -WhatIf' {
        New-Drill 'Drill' @{ WhatIf = $true } | Should -BeNullOrEmpty
    }
}

Describe 'Remove-ChecklyIncident' {
    It 'removes <What> and emits nothing' -ForEach @(
        @{ What = 'an id'; Command = { Remove-ChecklyIncident $one.Id -Confirm:$false }; Left = 'Two' }
        @{ What = 'an incident'; Command = { Remove-ChecklyIncident $one -Confirm:$false }; Left = 'Two' }
        @{ What = 'what Get-ChecklyIncident emits, many'; Command = { Get-ChecklyIncident $one, $two | Remove-ChecklyIncident -Confirm:$false }; Left = @() }
        @{ What = 'an array'; Command = { Remove-ChecklyIncident $one, $two -Confirm:$false }; Left = @() }
        @{ What = 'ids from the pipeline'; Command = { $one.Id, $two.Id | Remove-ChecklyIncident -Confirm:$false }; Left = @() }
        @{ What = 'what Set-ChecklyIncident passes on'; Command = { $one | Set-ChecklyIncident -Name 'x' -PassThru | Remove-ChecklyIncident -Confirm:$false }; Left = 'Two' }
    ) {
        $one = New-Drill 'One'
        $two = New-Drill 'Two'
        & $Command | Should -BeNullOrEmpty

        $remaining = Get-ChecklyIncident $one.Id, $two.Id -ErrorAction SilentlyContinue
        @($remaining | ForEach-Object Name) | Should -Be @($Left)
    }

    It 'removes nothing with -WhatIf' {
        $incident = New-Drill
        $incident | Remove-ChecklyIncident -WhatIf | Should -BeNullOrEmpty

        (Get-ChecklyIncident $incident).Id | Should -Be $incident.Id
    }

    It 'does not take an update for its incident' {
        # Who pipes one update too few must not lose the whole incident.
        $incident = New-LongDrill
        try { Get-ChecklyIncidentUpdate $incident | Remove-ChecklyIncident -Confirm:$false -ErrorAction SilentlyContinue } catch { $null = $_ }

        (Get-ChecklyIncident $incident).IncidentUpdates | Should -HaveCount 3
    }

    It 'says of an incident that is removed twice what the API says' {
        $incident = New-Drill
        Remove-ChecklyIncident $incident -Confirm:$false
        Remove-ChecklyIncident $incident -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.RemoveChecklyIncidentCommand'
        $failed[0].Exception.ApiMessage | Should -Not -BeNullOrEmpty
        $failed[0].Exception.Message | Should -Match $incident.Id
    }
}

Describe 'An unknown id' {
    It 'is Checkly.NotFound of <Command>, naming it, and the rest goes on' -ForEach @(
        @{ Command = 'Get-ChecklyIncident'; Call = { $one.Id, $unknown, $two.Id | Get-ChecklyIncident -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'Set-ChecklyIncident'; Call = { $one.Id, $unknown, $two.Id | Set-ChecklyIncident -Name 'New' -PassThru -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'Set-ChecklyIncident'; Call = { Set-ChecklyIncident $one.Id, $unknown, $two.Id -Name 'New' -PassThru -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'Remove-ChecklyIncident'; Call = { Remove-ChecklyIncident $one.Id, $unknown, $two.Id -Confirm:$false -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'Remove-ChecklyIncident'; Call = { $one.Id, $unknown, $two.Id | Remove-ChecklyIncident -Confirm:$false -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'Get-ChecklyIncidentUpdate'; Call = { $one.Id, $unknown, $two.Id | Get-ChecklyIncidentUpdate -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
        @{ Command = 'New-ChecklyIncidentUpdate'; Call = { $one.Id, $unknown, $two.Id | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'd' -ErrorVariable script:failed -ErrorAction SilentlyContinue } }
    ) {
        $one = New-Drill 'One'
        $two = New-Drill 'Two'
        $made = & $Call

        if ($Command -like 'Remove-*') {
            Get-ChecklyIncident $one.Id, $two.Id -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        }
        else {
            $made | Should -HaveCount 2
        }

        $script:failed | Should -HaveCount 1
        $script:failed[0].FullyQualifiedErrorId | Should -BeLike "Checkly.NotFound,*.$($Command -replace '-')Command"
        $script:failed[0].TargetObject | Should -Be $unknown
        $script:failed[0].Exception.Message | Should -Match $unknown
    }
}
