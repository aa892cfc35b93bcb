BeforeDiscovery {
    # What becomes of an update that meets the fault. Lost is an answer, of an update that was carried out.
    $faults = @(
        @{ Fault = 'None'; Says = @() }
        @{ Fault = 'Refuse'; Says = 'refused\. Nothing was sent\. .*sent again in .* \(try 2 of 5\)' }
        @{ Fault = 'HangBefore'; Says = 'within 1 s\. .*Looking for it', 'looking once more', 'sent again \(try 2 of 5\)' }
        @{ Fault = 'HangAfter'; Says = 'within 1 s\. .*Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'ResetBefore'; Says = 'Looking for it', 'looking once more', 'sent again \(try 2 of 5\)' }
        @{ Fault = 'ResetAfter'; Says = 'Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'CutBody'; Says = 'Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'TooManyRequests'; Says = '429 .* asks to wait 1 s.* sent again in 1 s' }
        @{ Fault = 'TooManyRequestsUntil'; Says = '429 .* asks to wait .* sent again in' }
        @{ Fault = 'Unavailable'; Says = '503 .* asks to wait 1 s.* sent again in 1 s' }
        @{ Fault = 'UnavailableUntil'; Says = '503 .* asks to wait .* sent again in' }
        @{ Fault = 'ErrorBefore'; Says = '500 .*Looking for it', 'looking once more', 'sent again \(try 2 of 5\)' }
        @{ Fault = 'ErrorAfter'; Says = '504 .*Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'Html'; Says = 'Looking for it', 'looking once more'; Id = 'UnexpectedResponse' }
        @{ Fault = 'Garbage'; Says = 'Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'NoHttp'; Says = 'Looking for it', 'was carried out'; Lost = $true }
        @{ Fault = 'LargeBody'; Says = @() }
        @{ Fault = 'Trickle'; Says = @() }
    )
}

BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
    $unknown = '00000000-0000-4000-8000-000000000000'

    # The type is there after the first sandbox.
    Connect-Checkly -Sandbox
    $names = [Enum]::GetNames([Checkly.Sandbox.SandboxFault])
    Disconnect-Checkly

    function New-Drill {
        [CmdletBinding(SupportsShouldProcess)]
        param($Session)

        New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'First' @PSBoundParameters
    }

    # Rows as they come out of a CSV.
    function New-Row([string] $Description) {
        [pscustomobject]@{ IncidentId = $incident.Id; Status = 'MONITORING'; Description = $Description }
    }

    # Oldest first, without the one that the incident was opened with.
    function Get-Posted {
        $updates = @(Get-ChecklyIncidentUpdate $incident | Select-Object -SkipLast 1)
        [array]::Reverse($updates)
        $updates
    }

    # A server that answers everything alike, and a session with it.
    function Connect-Server([string] $Status, [string[]] $Header = @(), [string] $Message = 'Said by the server', [hashtable] $With = @{}) {
        $code, $reason = $Status -split ' ', 2
        $script:server = Start-LoopbackServer -Status $Status -Header (@('Content-Type: application/json') + $Header) `
            -Body "{`"statusCode`":$code,`"error`":`"$reason`",`"message`":`"$Message`",`"attributes`":{`"said`":`"$Message`"}}"
        $script:login = @{ ApiKey = 'cu_0123456789abcdef'; AccountId = $account; BaseUri = $script:server.Uri } + $With
        Connect-Checkly @script:login -SkipCheck
    }

    # The first line of each request that the server was sent.
    function Get-Asked {
        @($script:server.Requests | ForEach-Object { ($_ -split ' HTTP')[0] })
    }
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
            $session = Connect-Checkly -Sandbox -Fault None, $_ -PassThru @time
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

    It 'is found again, not sent again: <Fault>' -ForEach ($faults | Where-Object { $_.Lost }) {
        $said = $outcomes[$Fault].Verbose -join "`n"

        $said | Should -Match "was carried out: it was found in the incident's history, as $($outcomes[$Fault].History[0].Id)"
        $said | Should -Not -Match 'sent again'
    }

    It 'says with -Verbose what is done about it, in order: <Fault>' -ForEach $faults {
        # The first line is the request, the last one is that it was answered.
        $steps = @($outcomes[$Fault].Verbose | Where-Object { $_ -notmatch '^POST \S+ \{|took .* ms' })

        $steps | Should -HaveCount $Says.Count
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
        $said -join "`n" | Should -Match 'carried out by an earlier try'
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
        # The incident and the first update go through; a look follows every answer that is lost.
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, None, None, ErrorAfter, Refuse, None, Garbage, None, TooManyRequests, None, NoHttp, None, CutBody, None, ResetBefore
        $incident = New-Drill
        $texts = 1..20 | ForEach-Object { "Update $_" }
        $made = $texts | ForEach-Object { New-Row $_ } | New-ChecklyIncidentUpdate -ErrorAction Stop

        $made.Description | Should -Be $texts
        (Get-Posted).Description | Should -Be $texts
        (Get-Posted).Id | Should -Be $made.Id
    }

    It 'goes on after an update of unknown fate' {
        # The looks for the second one are answered with nonsense.
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, Html, Html -MaximumRetryWaitSec 2
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
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, Html, Html -MaximumRetryWaitSec 2
        $incident = New-Drill

        { 1..4 | ForEach-Object { New-Row "Update $_" } | New-ChecklyIncidentUpdate -ErrorAction Stop } |
            Should -Throw -ErrorId 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        (Get-Posted).Description | Should -Be 'Update 1', 'Update 2'
    }

    It 'does not take an update for another with the same text' {
        Connect-Checkly -Sandbox -Fault None, None, ResetAfter, None, ErrorAfter
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

Describe 'A server that fails every time' {
    AfterEach {
        Disconnect-Checkly
        Stop-LoopbackServer $server
    }

    It 'is asked no sooner than it wants: a Retry-After over -MaximumRetryWaitSec is an error at once, with <Status>' -ForEach @(
        @{ Status = '429 Too Many Requests'; Id = 'RateLimited' }
        @{ Status = '503 Service Unavailable'; Id = 'ServerError' }
    ) {
        Connect-Server $Status 'Retry-After: 3600' -With @{ MaximumRetryWaitSec = 60 }
        $failed = try { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction Stop } catch { $_ }

        Get-Asked | Should -Be "POST /v1/incidents/$unknown/updates"
        $failed.FullyQualifiedErrorId | Should -Be "Checkly.$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
        $failed.Exception.Message | Should -Match 'wait 3600 s'
        $failed.Exception.Message | Should -Match '60 s allowed'
        $failed.Exception.RetryAfter | Should -Be ([timespan]::FromHours(1))
        $failed.Exception.MayHaveBeenCarriedOut | Should -BeFalse
        $failed.ErrorDetails.RecommendedAction | Should -Match 'Nothing was changed.* in 3600 s'
    }

    It 'is asked once more than -MaximumRetryCount <Count> says' -ForEach @(
        @{ Count = 0 }
        @{ Count = 1 }
        @{ Count = 4 }
    ) {
        Connect-Server '429 Too Many Requests' 'Retry-After: 0' -With @{ MaximumRetryCount = $Count }
        New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorVariable failed -ErrorAction SilentlyContinue

        Get-Asked | Should -HaveCount ($Count + 1)
        $failed | Should -HaveCount 1
        $failed[0].Exception.Tries | Should -Be ($Count + 1)
        if ($Count) { $failed[0].Exception.Message | Should -Match "tried $($Count + 1) times" }
    }

    It 'is asked as often by Connect-Checkly' {
        Connect-Server '503 Service Unavailable' 'Retry-After: 0' -With @{ MaximumRetryCount = 2 }
        $failed = try { Connect-Checkly @login } catch { $_ }

        Get-Asked | Should -Be (@('GET /v1/accounts/me') * 3)
        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.ServerError,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Tries | Should -Be 3
    }

    It 'is sent an update once when it cannot be looked for, and asked for it in vain' {
        Connect-Server '500 Internal Server Error' 'Retry-After: 0'
        $failed = try { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction Stop } catch { $_ }

        $asked = Get-Asked
        $asked[0] | Should -Be "POST /v1/incidents/$unknown/updates"
        $asked | Select-Object -Skip 1 | Sort-Object -Unique | Should -Be "GET /v1/incidents/${unknown}?includeAllIncidentUpdates=true"
        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed.Exception.StatusCode | Should -Be 500
        $failed.Exception.Message | Should -Match 'Said by the server'
    }

    It 'is sent an incident once' {
        Connect-Server '500 Internal Server Error' 'Retry-After: 0'

        { New-Drill -ErrorAction Stop } | Should -Throw -ErrorId 'Checkly.OutcomeUnknown,*'
        Get-Asked | Should -Be 'POST /v1/incidents'
    }

    It 'is sent once what it refuses' {
        Connect-Server '400 Bad Request'
        New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction SilentlyContinue

        Get-Asked | Should -HaveCount 1
    }

    It 'cannot bring the key into any stream by saying it back: <Status>' -ForEach @(
        @{ Status = '429 Too Many Requests' }
        @{ Status = '500 Internal Server Error' }
        @{ Status = '503 Service Unavailable' }
    ) {
        # In two parts, so that no line of this file holds it.
        $canary = 'cu_c4n4ry' + '0123456789abcdef'
        Connect-Server "$Status $canary" 'Retry-After: 0' "Bad Token $canary"
        $login.ApiKey = ConvertTo-SecureString $canary -AsPlainText -Force
        $Error.Clear()
        $said = & {
            try { Connect-Checkly @login -Verbose -Debug } catch { $_ }
            Connect-Checkly @login -SkipCheck -Verbose -Debug
            Get-ChecklyIncident $unknown -Verbose -Debug
            New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -Verbose -Debug
            Remove-ChecklyIncidentUpdate $unknown $unknown -Confirm:$false -Verbose -Debug
        } *>&1

        @($server.Requests)[0] | Should -Match $canary
        $Error.Count | Should -BeGreaterOrEqual 4
        $text = @(
            $said | Out-String -Width 500
            $said | Format-List * -Force | Out-String -Width 500
            Get-Error -Newest 20 | Out-String -Width 500
            $Error | ForEach-Object { $_.Exception.Attributes.Values }
        ) -join "`n"
        $text | Should -Match 'try 2 of 5'
        $text | Should -Match 'Bad Token \[API key\]'
        $text | Should -Not -Match $canary
    }
}

Describe 'Limits' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'are shown by Get-ChecklySession' {
        Connect-Checkly -Sandbox -MaximumRetryCount 7 -MaximumRetryWaitSec 33
        $session = Get-ChecklySession

        $session.MaximumRetryCount | Should -Be 7
        $session.MaximumRetryWaitSec | Should -Be 33
        $session | Format-List | Out-String | Should -Match '(?s)MaximumRetryCount\s*: 7.*MaximumRetryWaitSec\s*: 33'
    }

    It 'are 4 further tries and 120 s when nothing is said' {
        Connect-Checkly -Sandbox

        (Get-ChecklySession).MaximumRetryCount | Should -Be 4
        (Get-ChecklySession).MaximumRetryWaitSec | Should -Be 120
    }

    It 'of no further try make what was not sent an error at once, and the next request goes through' {
        Connect-Checkly -Sandbox -MaximumRetryCount 0 -Fault None, Refuse
        $incident = New-Drill
        New-ChecklyIncidentUpdate $incident MONITORING 'Lost' -ErrorVariable failed -ErrorAction SilentlyContinue
        $null = New-ChecklyIncidentUpdate $incident RESOLVED 'Posted'

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.ConnectionFailed,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed[0].Exception.Tries | Should -Be 1
        $failed[0].Exception.MayHaveBeenCarriedOut | Should -BeFalse
        (Get-Posted).Description | Should -Be 'Posted'
    }

    It 'of no further try still let an update be found' {
        Connect-Checkly -Sandbox -MaximumRetryCount 0 -MaximumRetryWaitSec 0 -Fault None, ResetAfter
        $incident = New-Drill
        $made = New-ChecklyIncidentUpdate $incident RESOLVED 'Posted' -ErrorAction Stop

        (Get-Posted).Id | Should -Be $made.Id
    }

    It 'of no waiting make an update that is not there Checkly.OutcomeUnknown after one look' {
        Connect-Checkly -Sandbox -MaximumRetryWaitSec 0 -Fault None, ResetBefore
        $incident = New-Drill
        $failed = try { New-ChecklyIncidentUpdate $incident RESOLVED 'Lost' -ErrorAction Stop } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed.Exception.Message | Should -Match 'is not in .* yet\. .* 0 s allowed'
        Get-Posted | Should -BeNullOrEmpty
    }

    It 'are refused when they are wrong, naming the parameter: -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'MaximumRetryCount'; Value = -1 }
        @{ Parameter = 'MaximumRetryCount'; Value = 101 }
        @{ Parameter = 'MaximumRetryCount'; Value = 'often' }
        @{ Parameter = 'MaximumRetryCount'; Value = $null }
        @{ Parameter = 'MaximumRetryWaitSec'; Value = -1 }
        @{ Parameter = 'MaximumRetryWaitSec'; Value = 86401 }
        @{ Parameter = 'MaximumRetryWaitSec'; Value = 'long' }
    ) {
        $arguments = @{ $Parameter = $Value }

        { Connect-Checkly -Sandbox @arguments } | Should -Throw "*'$Parameter'*"
    }
}

Describe 'Connect-Checkly -Fault' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'refuses <_>, naming the parameter and the faults there are' -ForEach 'Nonsense', '', '3', 'None, ResetAfter' {
        $failed = try { Connect-Checkly -Sandbox -Fault None, $_ } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Message | Should -BeLike "*'Fault'*ResetAfter*"
    }

    It 'is only for the sandbox: <What>' -ForEach @(
        @{ What = 'with a key'; With = @{ ApiKey = 'cu_0123456789abcdef'; AccountId = '5a9db0c5-7e57-4c0d-8000-000000000002' }; Message = '*Parameter set*' }
        @{ What = 'alone'; With = @{ }; Message = '*Sandbox*' }
    ) {
        { Connect-Checkly @With -Fault ResetAfter -SkipCheck } | Should -Throw $Message
        Get-ChecklySession | Should -BeNullOrEmpty
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'names in any case'; Fault = { 'none', 'RESETAFTER' } }
        @{ What = 'values of the enumeration'; Fault = { [Checkly.Sandbox.SandboxFault]::None, [Checkly.Sandbox.SandboxFault]::ResetAfter } }
    ) {
        Connect-Checkly -Sandbox -Fault (& $Fault)
        $incident = New-Drill
        $said = New-ChecklyIncidentUpdate $incident RESOLVED 'd' -Verbose 4>&1

        $said -join "`n" | Should -Match 'Looking for it'
    }

    It 'is offered by Tab: <Line>' -ForEach @(
        @{ Line = 'Connect-Checkly -Sandbox -Fault '; Offers = 'None', 'Refuse', 'ResetAfter', 'Trickle' }
        @{ Line = 'Connect-Checkly -Sandbox -Fault res'; Offers = 'ResetBefore', 'ResetAfter' }
        @{ Line = 'Connect-Checkly -Sandbox -Fault None, Hang'; Offers = 'HangBefore', 'HangAfter' }
    ) {
        $offered = (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText

        foreach ($name in $Offers) { $offered | Should -Contain $name }
        $offered | Should -Not -Contain 'nonsense'
        $offered | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
    }

    It 'meets requests, not -WhatIf' {
        Connect-Checkly -Sandbox -Fault ResetAfter
        New-Drill -WhatIf

        { New-Drill -ErrorAction Stop } |
            Should -Throw -ErrorId 'Checkly.OutcomeUnknown,*'
    }

    It 'is for one session and no other' {
        $faulty = Connect-Checkly -Sandbox -Fault ResetAfter -PassThru
        Connect-Checkly -Sandbox

        { New-Drill -ErrorAction Stop } | Should -Not -Throw
        { New-Drill $faulty -ErrorAction Stop } |
            Should -Throw -ErrorId 'Checkly.OutcomeUnknown,*'
        Disconnect-Checkly -Session $faulty
    }
}

Describe 'Progress' {
    BeforeAll {
        function Start-Shell([scriptblock] $Command, [object] $Session) {
            $shell = [powershell]::Create().AddScript({
                param($manifest, $command, $session, $incident)
                $ProgressPreference = 'Continue'
                Import-Module $manifest
                & ([scriptblock]::Create($command))
            })
            foreach ($argument in $manifest, "$Command", $Session, $unknown) { $null = $shell.AddArgument($argument) }
            $shell
        }
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'appears for a wait over two seconds, and ends with the command' {
        Connect-Server '429 Too Many Requests' 'Retry-After: 30' 'Bad Token cu_0123456789abcdef'
        $shell = Start-Shell { Get-ChecklyIncident $incident -Session $session } (Get-ChecklySession)
        try {
            $running = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(20)
            while (-not ($shell.Streams.Progress | Where-Object Activity -Like '*Checkly*') -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 50 }
            $shell.Stop()
        }
        finally {
            Stop-LoopbackServer $server
        }

        $running.IsCompleted | Should -BeTrue
        $shown = @($shell.Streams.Progress | Where-Object Activity -Like '*Checkly*')
        $shown[0].StatusDescription | Should -Match '429 Too Many Requests: Bad Token \[API key\]\. .* sent again in 30 s \(try 2 of 5\)'
        $shown[0].SecondsRemaining | Should -BeGreaterThan 0
        $shell.Dispose()
    }

    It 'does not appear for a shorter one' {
        $session = Connect-Checkly -Sandbox -Fault Refuse -PassThru
        $shell = Start-Shell { Get-ChecklyDashboard -Session $session } $session
        $read = $shell.Invoke()

        $read | Should -Not -BeNullOrEmpty
        $shell.Streams.Progress | Where-Object Activity -Like '*Checkly*' | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}
