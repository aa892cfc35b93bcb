BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    Connect-Checkly -Sandbox

    $unknown = '00000000-0000-4000-8000-000000000000'

    function New-Drill([string] $Name = 'Drill') {
        New-ChecklyIncident -Name $Name -DashboardId 1001 -Status INVESTIGATING -Description 'First'
    }

    # With three updates, newest first.
    function New-LongDrill([string] $Name = 'Drill') {
        $incident = New-Drill $Name
        $null = $incident | New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'Second'
        $null = $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'Third'
        Get-ChecklyIncident $incident
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'Get-ChecklyIncidentUpdate' {
    BeforeAll {
        $incident = New-LongDrill 'One'
        $other = New-Drill 'Two'
    }

    It 'returns the whole history, newest first, typed' {
        $updates = Get-ChecklyIncidentUpdate $incident

        $updates | Should -BeOfType Checkly.IncidentUpdate
        $updates.Description | Should -Be 'Third', 'Second', 'First'
        $updates.Status | Should -Be 'RESOLVED', 'IDENTIFIED', 'INVESTIGATING'
        $updates.IncidentId | Should -Be $incident.Id, $incident.Id, $incident.Id
        $updates.Id | Should -Be $incident.IncidentUpdates.Id
    }

    It 'reads <What>' -ForEach @(
        @{ What = 'an id'; Count = 3; Command = { Get-ChecklyIncidentUpdate $incident.Id } }
        @{ What = 'several incidents'; Count = 4; Command = { Get-ChecklyIncidentUpdate $incident, $other } }
        @{ What = 'an incident from the pipeline'; Count = 3; Command = { $incident | Get-ChecklyIncidentUpdate } }
        @{ What = 'what Get-ChecklyIncident emits, many'; Count = 4; Command = { Get-ChecklyIncident $incident, $other | Get-ChecklyIncidentUpdate } }
        @{ What = 'ids from the pipeline'; Count = 4; Command = { $incident.Id, $other.Id | Get-ChecklyIncidentUpdate } }
        @{ What = 'an update again, and not all beside it'; Count = 1; Command = { $incident.IncidentUpdates[0] | Get-ChecklyIncidentUpdate } }
        @{ What = 'one update'; Count = 1; Command = { Get-ChecklyIncidentUpdate $incident $incident.IncidentUpdates[1].Id } }
        @{ What = 'two updates'; Count = 2; Command = { Get-ChecklyIncidentUpdate $incident -Id $incident.IncidentUpdates[0, 2].Id } }
        @{ What = 'an update by its id in upper case'; Count = 1; Command = { Get-ChecklyIncidentUpdate $incident $incident.IncidentUpdates[1].Id.ToUpperInvariant() } }
    ) {
        & $Command | Should -HaveCount $Count
    }

    It 'reads an update given itself as -Id, as Set- and Remove- take it' {
        (Get-ChecklyIncidentUpdate $incident $incident.IncidentUpdates[1]).Description | Should -Be 'Second'
    }

    It 'is Checkly.NotFound for an update that the incident does not have, naming it, and returns the others' {
        $updates = Get-ChecklyIncidentUpdate $incident $unknown, $incident.IncidentUpdates[2].Id -ErrorVariable failed -ErrorAction SilentlyContinue

        $updates.Description | Should -Be 'First'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.GetChecklyIncidentUpdateCommand'
        $failed[0].Exception.Message | Should -Match $unknown
        $failed[0].TargetObject | Should -Be $unknown
    }
}

Describe 'Set-ChecklyIncidentUpdate' {
    BeforeEach {
        $incident = New-LongDrill
        $newest, $middle, $oldest = $incident.IncidentUpdates
    }

    It 'changes the text of <What> and nothing else' -ForEach @(
        @{ What = 'an update from the pipeline'; Command = { $middle | Set-ChecklyIncidentUpdate -Description 'Better' } }
        @{ What = 'two ids'; Command = { Set-ChecklyIncidentUpdate $incident.Id $middle.Id 'Better' } }
        @{ What = 'two ids by name'; Command = { Set-ChecklyIncidentUpdate -Description 'Better' -Id $middle.Id -IncidentId $incident.Id } }
        @{ What = 'an incident and an update'; Command = { Set-ChecklyIncidentUpdate $incident $middle 'Better' } }
        @{ What = 'an update in both places'; Command = { Set-ChecklyIncidentUpdate $middle $middle 'Better' } }
        @{ What = 'a row of a CSV'; Command = { [pscustomobject]@{ IncidentId = $incident.Id; Id = $middle.Id; Description = 'Better' } | Set-ChecklyIncidentUpdate } }
        @{ What = 'an update that went through JSON'; Command = { $middle | ConvertTo-Json | ConvertFrom-Json | Set-ChecklyIncidentUpdate -Description 'Better' } }
    ) {
        & $Command | Should -BeNullOrEmpty

        $after = Get-ChecklyIncidentUpdate $incident
        $after.Description | Should -Be 'Third', 'Better', 'First'
        $after.Id | Should -Be $newest.Id, $middle.Id, $oldest.Id
        $after.Status | Should -Be 'RESOLVED', 'IDENTIFIED', 'INVESTIGATING'
        $after[1].CreatedAt | Should -Be $middle.CreatedAt
        $after[1].UpdatedAt | Should -BeOfType DateTimeOffset
    }

    It 'changes many that Get-ChecklyIncidentUpdate emits' {
        Get-ChecklyIncidentUpdate $incident | Set-ChecklyIncidentUpdate -Description 'Same'

        (Get-ChecklyIncidentUpdate $incident).Description | Should -Be 'Same', 'Same', 'Same'
    }

    It 'returns the update with -PassThru, with its incident, so that it can be piped on' {
        $after = $middle | Set-ChecklyIncidentUpdate -Description 'Better' -PassThru

        $after | Should -BeOfType Checkly.IncidentUpdate
        $after.Id | Should -Be $middle.Id
        $after.IncidentId | Should -Be $incident.Id
        $after.Description | Should -Be 'Better'
        $after.Status | Should -Be 'IDENTIFIED'
        ($after | Set-ChecklyIncidentUpdate -Description 'Best' -PassThru).Description | Should -Be 'Best'
    }

    It 'invents nothing with -WhatIf -PassThru, and changes nothing' {
        $middle | Set-ChecklyIncidentUpdate -Description 'Better' -WhatIf -PassThru | Should -BeNullOrEmpty

        (Get-ChecklyIncidentUpdate $incident $middle.Id).Description | Should -Be 'Second'
    }

    It 'fails with -Status <Status>, naming New-ChecklyIncidentUpdate, and changes nothing' -ForEach @(
        @{ Status = 'RESOLVED' }
        @{ Status = 'nonsense' }
    ) {
        $failed = try { Set-ChecklyIncidentUpdate $incident $middle 'Better' -Status $Status } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.SetChecklyIncidentUpdateCommand'
        $failed.Exception.Message | Should -BeLike '*New-ChecklyIncidentUpdate*'
        (Get-ChecklyIncidentUpdate $incident $middle.Id).Description | Should -Be 'Second'
    }

    It 'fails with -Status in a pipeline too' {
        { $middle | Set-ChecklyIncidentUpdate -Status RESOLVED -Description 'Better' } | Should -Throw '*New-ChecklyIncidentUpdate*'
    }

    It 'fails with an empty -Status too' {
        # As a variable that was never set gives it.
        { Set-ChecklyIncidentUpdate $incident $middle 'Better' -Status $null } | Should -Throw '*New-ChecklyIncidentUpdate*'
        (Get-ChecklyIncidentUpdate $incident $middle.Id).Description | Should -Be 'Second'
    }

    It 'refuses a blank text and sends nothing' {
        { $middle | Set-ChecklyIncidentUpdate -Description ' ' -ErrorAction Stop } | Should -Throw "*'Description'*"
        (Get-ChecklyIncidentUpdate $incident $middle.Id).Description | Should -Be 'Second'
    }

    It 'is Checkly.NotFound for <What>, naming it, and the rest goes on' -ForEach @(
        @{ What = 'an unknown update'; Bad = { @{ IncidentId = $incident.Id; Id = $unknown } } }
        @{ What = 'an unknown incident'; Bad = { @{ IncidentId = $unknown; Id = $middle.Id } } }
    ) {
        $rows = $newest, [pscustomobject](& $Bad), $oldest
        $after = $rows | Set-ChecklyIncidentUpdate -Description 'New' -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue

        $after.Id | Should -Be $newest.Id, $oldest.Id
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.SetChecklyIncidentUpdateCommand'
        $failed[0].Exception.Message | Should -Match $unknown
    }
}

Describe 'Remove-ChecklyIncidentUpdate' {
    BeforeEach {
        $incident = New-LongDrill
        $newest, $middle, $oldest = $incident.IncidentUpdates
    }

    It 'removes <What> and emits nothing' -ForEach @(
        @{ What = 'an update from the pipeline'; Left = 'Third', 'First'; Command = { $middle | Remove-ChecklyIncidentUpdate -Confirm:$false } }
        @{ What = 'two ids'; Left = 'Third', 'First'; Command = { Remove-ChecklyIncidentUpdate $incident.Id $middle.Id -Confirm:$false } }
        @{ What = 'an incident and an update'; Left = 'Third', 'First'; Command = { Remove-ChecklyIncidentUpdate $incident $middle -Confirm:$false } }
        @{ What = 'an incident and several updates'; Left = 'Third'; Command = { Remove-ChecklyIncidentUpdate $incident $middle, $oldest -Confirm:$false } }
        @{ What = 'several updates of a pipeline'; Left = 'First'; Command = { $newest, $middle | Remove-ChecklyIncidentUpdate -Confirm:$false } }
        @{ What = 'what Set-ChecklyIncidentUpdate passes on'; Left = 'Third', 'First'; Command = { $middle | Set-ChecklyIncidentUpdate -Description 'x' -PassThru | Remove-ChecklyIncidentUpdate -Confirm:$false } }
        @{ What = 'what New-ChecklyIncidentUpdate emits'; Left = 'Third', 'Second', 'First'; Command = { New-ChecklyIncidentUpdate $incident RESOLVED 'Oops' | Remove-ChecklyIncidentUpdate -Confirm:$false } }
        @{ What = 'what a filter lets through'; Left = 'Second', 'First'; Command = { Get-ChecklyIncidentUpdate $incident | Where-Object Status -EQ 'RESOLVED' | Remove-ChecklyIncidentUpdate -Confirm:$false } }
    ) {
        & $Command | Should -BeNullOrEmpty

        (Get-ChecklyIncidentUpdate $incident).Description | Should -Be $Left
    }

    It 'removes nothing with -WhatIf' {
        Get-ChecklyIncidentUpdate $incident | Remove-ChecklyIncidentUpdate -WhatIf | Should -BeNullOrEmpty

        Get-ChecklyIncidentUpdate $incident | Should -HaveCount 3
    }

    It 'shows of the only update what the API says, and keeps it' {
        $single = New-Drill
        $single.IncidentUpdates | Remove-ChecklyIncidentUpdate -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.RemoveChecklyIncidentUpdateCommand'
        $failed[0].Exception.Message | Should -BeLike "*$($failed[0].Exception.ApiMessage)*"
        $failed[0].Exception.ApiMessage | Should -Not -BeNullOrEmpty
        (Get-ChecklyIncident $single).IncidentUpdates | Should -HaveCount 1
    }

    It 'stops at the last one when all are piped in' {
        Get-ChecklyIncidentUpdate $incident | Remove-ChecklyIncidentUpdate -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        (Get-ChecklyIncidentUpdate $incident).Description | Should -Be 'First'
    }

    It 'is Checkly.NotFound for an update that was removed before, naming it, and the rest goes on' {
        Remove-ChecklyIncidentUpdate $incident $newest -Confirm:$false
        Remove-ChecklyIncidentUpdate $incident $newest, $middle -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.RemoveChecklyIncidentUpdateCommand'
        $failed[0].Exception.Message | Should -Match $newest.Id
        $failed[0].TargetObject | Should -Be $newest.Id
        (Get-ChecklyIncidentUpdate $incident).Description | Should -Be 'First'
    }

    It 'refuses an id that is none, and removes nothing' {
        { Remove-ChecklyIncidentUpdate $incident 'not-an-id' -Confirm:$false } | Should -Throw "*'Id'*not-an-id*"
        Get-ChecklyIncidentUpdate $incident | Should -HaveCount 3
    }
}

Describe 'Updates that are piped to New-ChecklyIncidentUpdate' {
    It 'say where the new ones go' {
        $incident = New-Drill 'One'
        $other = New-Drill 'Two'
        $made = Get-ChecklyIncidentUpdate $incident, $other | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'Done'

        $made.IncidentId | Should -Be $incident.Id, $other.Id
        $made.Status | Should -Be 'RESOLVED', 'RESOLVED'
    }
}
