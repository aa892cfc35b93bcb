BeforeDiscovery {
    # What becomes of an update that meets the fault. Lost is an answer, of an update that was carried out.
    $found = 'Looking for it', 'seems to have been carried out, as \S+\. Looking again in 2 s', 'was carried out'
    $faults = @(
        @{ Fault = 'None'; Says = @() }
        @{ Fault = 'Refuse'; Says = 'refused\. Nothing was sent\. .*sent again in .* \(attempt 2\)' }
        @{ Fault = 'HangBefore'; Says = 'within 1 s\. .*Looking for it', 'is not in .* yet\. Looking again in 1 s'; Id = 'OutcomeUnknown' }
        @{ Fault = 'HangAfter'; Says = $found; Lost = $true }
        @{ Fault = 'ResetBefore'; Says = 'Looking for it', 'is not in .* yet\. Looking again in 1 s'; Id = 'OutcomeUnknown' }
        @{ Fault = 'ResetAfter'; Says = $found; Lost = $true }
        @{ Fault = 'CutBody'; Says = $found; Lost = $true }
        @{ Fault = 'TooManyRequests'; Says = '429 .* asks to wait 1 s.* sent again in 1 s' }
        @{ Fault = 'TooManyRequestsUntil'; Says = '429 .* asks to wait .* sent again in' }
        @{ Fault = 'Unavailable'; Says = '503 .* asks to wait 1 s.* sent again in 1 s' }
        @{ Fault = 'UnavailableUntil'; Says = '503 .* asks to wait .* sent again in' }
        @{ Fault = 'ErrorBefore'; Says = @('500 .*Looking for it') + (1, 2, 4 | ForEach-Object { "is not in .* yet\. Looking again in $_ s" }) + 'sent again \(attempt 2\)' }
        @{ Fault = 'ErrorAfter'; Says = $found; Lost = $true }
        @{ Fault = 'Html'; Says = 'Looking for it', 'is not in .* yet\. Looking again in 1 s'; Id = 'UnexpectedResponse' }
        @{ Fault = 'Garbage'; Says = $found; Lost = $true }
        @{ Fault = 'NoHttp'; Says = $found; Lost = $true }
        @{ Fault = 'LargeBody'; Says = @() }
        @{ Fault = 'Trickle'; Says = @() }
    )
}

BeforeAll {
    . "$PSScriptRoot/DeliveryDrill.ps1"
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'An update that meets a fault' {
    BeforeAll {
        # All at once, each in its own sandbox: most of the time goes by with waiting.
        $outcomes = @{}
        $names | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:manifest
            $time = if ($_ -like 'Hang*') { @{ TimeoutSec = 1 } } else { @{} }
            $session = Connect-Checkly -Sandbox -MaximumTotalSec 12 -Fault None, $_ -PassThru @time
            $incident = New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'First' -Session $session
            $said = New-ChecklyIncidentUpdate $incident RESOLVED 'All is well.' -Session $session -Verbose -ErrorVariable failed -ErrorAction SilentlyContinue 3>&1 4>&1
            @{
                Fault    = $_
                Made     = @($said | Where-Object { $_ -is [Checkly.IncidentUpdate] })
                Verbose  = @($said | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message)
                Warnings = @($said | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
                Failed   = @($failed)
                History  = @(Get-ChecklyIncidentUpdate $incident -Session $session)
            }
            Disconnect-Checkly -Session $session
        } | ForEach-Object { $outcomes[$_.Fault] = $_ }
    }

    It 'is tried with every fault there is' -ForEach @{ Names = $faults.Fault } {
        $Names | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'is posted exactly once, and comes out as it is in the history: <Fault>' -ForEach ($faults | Where-Object { -not $_.Id }) {
        $outcome = $outcomes[$Fault]

        $outcome.Failed | Should -BeNullOrEmpty
        $outcome.Warnings | Should -BeNullOrEmpty
        $outcome.History.Description | Should -Be 'All is well.', 'First'
        $outcome.Made | Should -HaveCount 1
        $outcome.Made[0].Id | Should -Be $outcome.History[0].Id
        $outcome.Made[0].IncidentId | Should -Be $outcome.History[0].IncidentId
        $outcome.Made[0].Status | Should -Be 'RESOLVED'
        $outcome.Made[0].Description | Should -Be 'All is well.'
        $outcome.Made[0].CreatedAt | Should -Be $outcome.History[0].CreatedAt
    }

    It 'is Checkly.<Id>, was not posted, and says where to look: <Fault>' -ForEach ($faults | Where-Object { $_.Id }) {
        $outcome = $outcomes[$Fault]

        $outcome.Made | Should -BeNullOrEmpty
        $outcome.Failed | Should -HaveCount 1
        $outcome.Failed[0].FullyQualifiedErrorId | Should -Be "Checkly.$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
        $outcome.Failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*look at the incident's history*"
        $outcome.History.Description | Should -Be 'First'
    }

    It 'is not sent again while it may still arrive: <Fault>' -ForEach ($faults | Where-Object { $_.Id }) {
        $outcomes[$Fault].Verbose -join "`n" | Should -Not -Match 'sent again'
        $outcomes[$Fault].Failed[0].Exception.Message | Should -Match "It was looked for \d+ times within [\d.]+ s in the incident's history and is not there; it may still arrive\."
    }

    It 'is found again, not sent again: <Fault>' -ForEach ($faults | Where-Object { $_.Lost }) {
        $said = $outcomes[$Fault].Verbose -join "`n"

        $said | Should -Match "was carried out: it was found in the incident's history, as $($outcomes[$Fault].History[0].Id)"
        $said | Should -Not -Match 'sent again'
    }

    It 'says with -Verbose what is done about it, in order: <Fault>' -ForEach $faults {
        # The first line is the request, the last one is that it was answered.
        $steps = @($outcomes[$Fault].Verbose | Where-Object { $_ -notmatch '^POST \S+ \{|took .* ms' })

        # How often it is looked for in vain depends on the time.
        if ($Id) { $steps.Count | Should -BeGreaterOrEqual $Says.Count } else { $steps | Should -HaveCount $Says.Count }
        for ($step = 0; $step -lt $Says.Count; $step++) { $steps[$step] | Should -Match $Says[$step] }
    }
}

Describe 'What else meets a fault' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'is Checkly.OutcomeUnknown for an incident with <_>, sent once, and speaks of the dashboard' -ForEach 'ResetAfter', 'ResetBefore', 'ErrorBefore', 'ErrorAfter', 'CutBody', 'NoHttp' {
        # Had it been sent again, the second fault would not be left.
        Connect-Checkly -Sandbox -Fault $_, Html
        $first = try { New-Drill -ErrorAction Stop } catch { $_ }
        $second = try { New-Drill -ErrorAction Stop } catch { $_ }

        $first.FullyQualifiedErrorId | Should -Be 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentCommand'
        $first.ErrorDetails.RecommendedAction | Should -BeLike '*look at the dashboard*'
        $second.FullyQualifiedErrorId | Should -Be 'Checkly.UnexpectedResponse,Checkly.Commands.NewChecklyIncidentCommand'
    }

    It 'tells a script of an incident of unknown fate all that it needs' {
        Connect-Checkly -Sandbox -Fault ResetAfter
        $failed = try { New-Drill -ErrorAction Stop } catch [Checkly.ChecklyApiException] { $_ }

        $failed.CategoryInfo.Category | Should -Be 'OperationStopped'
        $failed.Exception.Kind | Should -Be 'OutcomeUnknown'
        $failed.Exception.MayHaveBeenCarriedOut | Should -BeTrue
        $failed.Exception.WhereToLook | Should -Be 'the dashboard'
        $failed.Exception.Tries | Should -Be 1
    }

    It 'sends an incident again that was not carried out for sure: <_>' -ForEach 'Refuse', 'TooManyRequests' {
        Connect-Checkly -Sandbox -Fault $_

        (New-Drill).Name | Should -Be 'Drill'
    }

    It 'takes an update for removed when the repeated DELETE meets 404' {
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter
        $incident = New-Drill
        $update = New-ChecklyIncidentUpdate $incident RESOLVED 'Oops'
        $said = Remove-ChecklyIncidentUpdate $incident $update -Confirm:$false -Verbose -ErrorVariable failed -ErrorAction SilentlyContinue 4>&1

        $failed | Should -BeNullOrEmpty
        $said -join "`n" | Should -Match 'an earlier attempt got no answer, and now it is gone'
        Get-Posted | Should -BeNullOrEmpty
    }

    It 'is still Checkly.NotFound when an update was gone before' {
        Connect-Checkly -Sandbox -Fault None, Refuse
        $incident = New-Drill

        { Remove-ChecklyIncidentUpdate $incident $unknown -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'Checkly.NotFound,Checkly.Commands.RemoveChecklyIncidentUpdateCommand'
    }

    It 'changes an incident though the answer was lost' {
        Connect-Checkly -Sandbox -Fault None, None, ErrorAfter
        $incident = New-Drill
        $after = Set-ChecklyIncident $incident -Name 'Checkout is down' -Impact MAJOR -PassThru -ErrorAction Stop

        $after.Id | Should -Be $incident.Id
        (Get-ChecklyIncident $incident).Name | Should -Be 'Checkout is down'
        (Get-ChecklyIncident $incident).Impact | Should -Be 'MAJOR'
    }

    It 'finds a dashboard again that was made' {
        Connect-Checkly -Sandbox -Fault ResetAfter
        $made = New-ChecklyDashboard 'Acme status'

        (Get-ChecklyDashboard | Where-Object Header -EQ 'Acme status').Id | Should -Be $made.Id
    }

    It 'reads again what could not be read' {
        Connect-Checkly -Sandbox -Fault None, ErrorBefore
        $incident = New-Drill

        (Get-ChecklyIncident $incident).Id | Should -Be $incident.Id
    }
}

Describe 'A pipeline that meets faults' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'posts each of 20 updates exactly once, in order' {
        # The incident and the first update go through; two looks follow every answer that is lost.
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, None, None, None, ErrorAfter, Refuse, None, None, TooManyRequests, None, ErrorBefore
        $incident = New-Drill
        $texts = 1..20 | ForEach-Object { "Update $_" }
        $made = $texts | ForEach-Object { New-Row $_ } | New-ChecklyIncidentUpdate -ErrorAction Stop

        $made.Description | Should -Be $texts
        (Get-Posted).Description | Should -Be $texts
        (Get-Posted).Id | Should -Be $made.Id
    }

    It 'goes on after an update of unknown fate' {
        # The look for the second one is answered with nonsense.
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, Html -MaximumTotalSec 3
        $incident = New-Drill
        $made = 1..4 | ForEach-Object { New-Row "Update $_" } | New-ChecklyIncidentUpdate -ErrorVariable failed -ErrorAction SilentlyContinue

        $made.Description | Should -Be 'Update 1', 'Update 3', 'Update 4'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed[0].CategoryInfo.Category | Should -Be 'OperationStopped'
        $failed[0].TargetObject | Should -Be $incident.Id
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*look at the incident's history*"
        (Get-Posted).Description | Should -Be 'Update 1', 'Update 2', 'Update 3', 'Update 4'
    }

    It 'stops at it with -ErrorAction Stop' {
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, Html -MaximumTotalSec 3
        $incident = New-Drill

        { 1..4 | ForEach-Object { New-Row "Update $_" } | New-ChecklyIncidentUpdate -ErrorAction Stop } |
            Should -Throw -ErrorId 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        (Get-Posted).Description | Should -Be 'Update 1', 'Update 2'
    }

    It 'does not take an update for another with the same text' {
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, None, None, ErrorAfter
        $incident = New-Drill
        $made = 1..3 | ForEach-Object { New-Row 'We are still looking.' } | New-ChecklyIncidentUpdate -ErrorAction Stop

        $made | Should -HaveCount 3
        (Get-Posted).Id | Should -Be $made.Id
        $made.Id | Sort-Object -Unique | Should -HaveCount 3
    }

    It 'has posted three of a thousand with Select-Object -First 3' {
        Connect-Checkly -Sandbox -Fault None, None, None, ResetAfter
        $incident = New-Drill
        $made = 1..1000 | ForEach-Object { New-Row "Update $_" } | New-ChecklyIncidentUpdate | Select-Object -First 3

        $made.Description | Should -Be 'Update 1', 'Update 2', 'Update 3'
        (Get-Posted).Id | Should -Be $made.Id
    }
}
