BeforeAll {
    . "$PSScriptRoot/DeliveryDrill.ps1"
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'A server that fails every time' {
    AfterEach {
        Disconnect-Checkly
        Stop-LoopbackServer $server
    }

    It 'is asked no sooner than it wants: a Retry-After over -MaximumTotalSec is an error at once, with <Status>' -ForEach @(
        @{ Status = '429 Too Many Requests'; Id = 'RateLimited' }
        @{ Status = '503 Service Unavailable'; Id = 'ServerError' }
    ) {
        Connect-Server $Status 'Retry-After: 3600' -With @{ MaximumTotalSec = 60 }
        $failed = try { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorAction Stop } catch { $_ }

        Get-Asked | Should -Be "POST /v1/incidents/$unknown/updates"
        $failed.FullyQualifiedErrorId | Should -Be "Checkly.$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
        $failed.Exception.Message | Should -Match 'wait 3600 s'
        $failed.Exception.Message | Should -Match 'over the 60 s allowed for the whole call'
        $failed.Exception.RetryAfter | Should -Be ([timespan]::FromHours(1))
        $failed.Exception.MayHaveBeenCarriedOut | Should -BeFalse
        $failed.ErrorDetails.RecommendedAction | Should -Match 'Nothing was changed.* in 3600 s'
    }

    It 'is asked once more than -MaximumRetryCount <Count> says' -ForEach @(
        @{ Count = 0 }
        @{ Count = 1 }
        @{ Count = 4 }
    ) {
        Connect-Server '500 Internal Server Error' -With @{ MaximumRetryCount = $Count }
        Get-ChecklyIncident $unknown -ErrorVariable failed -ErrorAction SilentlyContinue

        Get-Asked | Should -HaveCount ($Count + 1)
        $failed | Should -HaveCount 1
        $failed[0].Exception.Tries | Should -Be ($Count + 1)
        if ($Count) { $failed[0].Exception.Message | Should -Match "tried $($Count + 1) times" }
    }

    It 'is asked as long as -MaximumTotalSec says when it asks to wait' {
        Connect-Server '429 Too Many Requests' 'Retry-After: 1' -With @{ MaximumRetryCount = 0; MaximumTotalSec = 3 }
        New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -ErrorVariable failed -ErrorAction SilentlyContinue

        @(Get-Asked).Count | Should -BeGreaterOrEqual 2
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.RateLimited,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed[0].Exception.Message | Should -Match 'over the 3 s allowed for the whole call'
    }

    It 'is asked as often by Connect-Checkly' {
        Connect-Server '500 Internal Server Error' -With @{ MaximumRetryCount = 2 }
        $failed = try { Connect-Checkly @login } catch { $_ }

        Get-Asked | Should -Be (@('GET /v1/accounts/me') * 3)
        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.ServerError,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Tries | Should -Be 3
    }

    It 'is sent an update once when it cannot be looked for, and asked for it in vain' {
        Connect-Server '500 Internal Server Error' 'Retry-After: 0' -With @{ MaximumTotalSec = 6 }
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
        Connect-Server "$Status $canary" 'Retry-After: 0' "Bad Token $canary" -With @{ MaximumTotalSec = 2 }
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
        $text | Should -Match 'attempt 2'
        $text | Should -Match 'Bad Token \[API key\]'
        $text | Should -Not -Match $canary
    }
}

Describe 'Limits' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'are shown by Get-ChecklySession' {
        Connect-Checkly -Sandbox -MaximumRetryCount 7 -MaximumTotalSec 33 -AllowDuplicate
        $session = Get-ChecklySession

        $session.MaximumRetryCount | Should -Be 7
        $session.MaximumTotalSec | Should -Be 33
        $session.AllowDuplicate | Should -BeTrue
        $session | Format-List | Out-String | Should -Match '(?s)MaximumRetryCount\s*: 7.*MaximumTotalSec\s*: 33.*AllowDuplicate\s*: True'
    }

    It 'are 4 repeats and four times -TimeoutSec when nothing is said' {
        Connect-Checkly -Sandbox
        $session = Get-ChecklySession
        Connect-Checkly -Sandbox -TimeoutSec 5

        $session.MaximumRetryCount | Should -Be 4
        $session.MaximumTotalSec | Should -Be 120
        $session.AllowDuplicate | Should -BeFalse
        (Get-ChecklySession).MaximumTotalSec | Should -Be 20
    }

    It 'take -MaximumRetryWaitSec as another name for -MaximumTotalSec' {
        Connect-Checkly -Sandbox -MaximumRetryWaitSec 33

        (Get-ChecklySession).MaximumTotalSec | Should -Be 33
    }

    It 'of no repeat make what was not sent an error at once, and the next request goes through' {
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

    It 'of no repeat still let an update be found' {
        Connect-Checkly -Sandbox -MaximumRetryCount 0 -Fault None, ResetAfter
        $incident = New-Drill
        $made = New-ChecklyIncidentUpdate $incident RESOLVED 'Posted' -ErrorAction Stop

        (Get-Posted).Id | Should -Be $made.Id
    }

    It 'of no time make an update whose answer was lost Checkly.OutcomeUnknown without a look' {
        Connect-Checkly -Sandbox -MaximumTotalSec 0 -Fault None, ResetBefore
        $incident = New-Drill
        $failed = try { New-ChecklyIncidentUpdate $incident RESOLVED 'Lost' -ErrorAction Stop } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand'
        $failed.Exception.Message | Should -Match 'There was no time left to look for it\. Look at the incident''s history'
        Get-Posted | Should -BeNullOrEmpty
    }

    It 'let whoever prefers a duplicate have one: -AllowDuplicate' {
        Connect-Checkly -Sandbox -AllowDuplicate -Fault None, ResetBefore
        $incident = New-Drill
        $made = New-ChecklyIncidentUpdate $incident RESOLVED 'Posted' -ErrorAction Stop

        (Get-Posted).Id | Should -Be $made.Id
    }

    It 'are refused when they are wrong, naming the parameter: -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'MaximumRetryCount'; Value = -1 }
        @{ Parameter = 'MaximumRetryCount'; Value = 101 }
        @{ Parameter = 'MaximumRetryCount'; Value = 'often' }
        @{ Parameter = 'MaximumRetryCount'; Value = $null }
        @{ Parameter = 'MaximumTotalSec'; Value = -1 }
        @{ Parameter = 'MaximumTotalSec'; Value = 86401 }
        @{ Parameter = 'MaximumTotalSec'; Value = 'long' }
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
        $shown[0].StatusDescription | Should -Match '429 Too Many Requests: Bad Token \[API key\]\. .* sent again in 30 s \(attempt 2\)'
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
