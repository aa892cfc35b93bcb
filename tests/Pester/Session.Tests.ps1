BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
    $key = 'cu_0123456789abcdef'
    $unknown = '00000000-0000-4000-8000-000000000000'

    function New-Drill([hashtable] $With = @{}) {
        New-ChecklyIncident -Name 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'd' @With
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Without a session' {
    BeforeAll {
        Disconnect-Checkly
    }

    It '<Name> fails with Checkly.NotConnected and says what to run' -ForEach @(
        @{ Name = 'Get-ChecklyIncident'; Command = { Get-ChecklyIncident $unknown } }
        @{ Name = 'New-ChecklyIncident'; Command = { New-Drill } }
        @{ Name = 'New-ChecklyIncidentUpdate'; Command = { New-ChecklyIncidentUpdate $unknown RESOLVED 'd' } }
    ) {
        $failed = try { & $Command } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -BeLike 'Checkly.NotConnected,*'
        $failed.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failed.Exception.Message | Should -BeLike '*Connect-Checkly*'
    }

    It 'fails once and terminating for a whole pipeline' {
        $Error.Clear()
        { $unknown, $unknown | Get-ChecklyIncident -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'

        $Error | Where-Object FullyQualifiedErrorId -Like 'Checkly.*' | Should -HaveCount 1
    }

    It 'Get-ChecklySession and Disconnect-Checkly do nothing' {
        Get-ChecklySession *>&1 | Should -BeNullOrEmpty
        Disconnect-Checkly *>&1 | Should -BeNullOrEmpty
    }

    It 'Connect-Checkly fails too when it finds no credentials' -Skip:(-not $IsLinux) {
        # Elsewhere the folder of the CLI's login cannot be moved out of the way.
        { Connect-Checkly } | Should -Throw '*CHECKLY_API_KEY*' -ErrorId 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
    }
}

Describe 'The environment' {
    BeforeAll {
        $server = Start-LoopbackServer -Body "{`"id`":`"$unknown`",`"name`":`"Drill`"}"
        $env:CHECKLY_API_KEY = $key
        $env:CHECKLY_ACCOUNT_ID = $account
        $env:CHECKLY_API_URL = $server.Uri
    }

    AfterAll {
        $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $env:CHECKLY_API_URL = $null
        Disconnect-Checkly
        Stop-LoopbackServer $server
    }

    BeforeEach {
        Disconnect-Checkly
        $server.Requests.Clear()
    }

    It 'is used by a cmdlet without Connect-Checkly, with no request but its own' {
        (Get-ChecklyIncident $unknown).Name | Should -Be 'Drill'

        $server.Requests | Should -HaveCount 1
        @($server.Requests)[0] | Should -BeLike "GET /v1/incidents/$unknown*"
        @($server.Requests)[0] | Should -Match "(?m)^Authorization: Bearer $key\r$"
    }

    It 'is not used where a session is connected' {
        Connect-Checkly -Sandbox
        { Get-ChecklyIncident $unknown -ErrorAction Stop } | Should -Throw -ErrorId 'Checkly.NotFound,*GetChecklyIncidentCommand'

        $server.Requests | Should -HaveCount 0
    }

    It 'is read again when it has changed' {
        $null = Get-ChecklyIncident $unknown
        $env:CHECKLY_ACCOUNT_ID = '5a9db0c5-7e57-4c0d-8000-000000000003'
        try {
            $null = Get-ChecklyIncident $unknown
        }
        finally {
            $env:CHECKLY_ACCOUNT_ID = $account
        }

        @($server.Requests)[1] | Should -Match '(?m)^x-checkly-account: 5a9db0c5-7e57-4c0d-8000-000000000003\r$'
    }

    It 'sends nothing with -WhatIf' {
        New-ChecklyIncidentUpdate $unknown RESOLVED 'd' -WhatIf

        $server.Requests | Should -HaveCount 0
    }

    It 'names the variable that is wrong: <Variable>' -ForEach @(
        @{ Variable = 'CHECKLY_ACCOUNT_ID'; Value = 'acme' }
        @{ Variable = 'CHECKLY_API_URL'; Value = 'checkly' }
        @{ Variable = 'CHECKLY_API_KEY'; Value = 'cu_01 23' }
    ) {
        $before = [Environment]::GetEnvironmentVariable($Variable)
        [Environment]::SetEnvironmentVariable($Variable, $Value)
        try {
            $failed = try { Get-ChecklyIncident $unknown } catch { $_ }
        }
        finally {
            [Environment]::SetEnvironmentVariable($Variable, $before)
        }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'
        $failed.Exception.Message | Should -Match $Variable
        $server.Requests | Should -HaveCount 0
    }

    It 'is no session any more for Get-ChecklySession once it is unset' {
        $null = Get-ChecklyIncident $unknown
        $env:CHECKLY_API_KEY = $null
        try {
            # What is shown must be what the next cmdlet uses: here, nothing.
            $shown = Get-ChecklySession
            { Get-ChecklyIncident $unknown } | Should -Throw -ErrorId 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'
        }
        finally {
            $env:CHECKLY_API_KEY = $key
        }

        $shown | Should -BeNullOrEmpty
    }
}

Describe 'Two sessions' {
    BeforeAll {
        $one = Connect-Checkly -Sandbox -PassThru
        $two = Connect-Checkly -Sandbox -PassThru
    }

    AfterAll {
        $one, $two | Disconnect-Checkly
    }

    It 'are used side by side with -Session' {
        $first = New-Drill @{ Session = $one }
        $second = New-Drill @{ Session = $two }
        $null = $first | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'd' -Session $one

        (Get-ChecklyIncident $first -Session $one).CurrentStatus | Should -Be 'RESOLVED'
        (Get-ChecklyIncident $second -Session $two).CurrentStatus | Should -Be 'INVESTIGATING'
        Get-ChecklyIncident $first -Session $two -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ChecklyIncident $second -Session $one -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'leave the later one as the default' {
        [object]::ReferenceEquals((Get-ChecklySession), $two) | Should -BeTrue
    }

    It 'do not hold -Session for the next command' {
        $first = New-Drill @{ Session = $one }

        Get-ChecklyIncident $first -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'refuse a session that is none' {
        { Get-ChecklyIncident $unknown -Session 'one' } | Should -Throw "*'Session'*"
        { Get-ChecklyIncident $unknown -Session $null } | Should -Throw "*'Session'*"
    }
}

Describe 'Disconnect-Checkly' {
    It 'ends the session of the runspace and writes nothing' {
        $session = Connect-Checkly -Sandbox -PassThru
        Disconnect-Checkly *>&1 | Should -BeNullOrEmpty

        $session.IsConnected | Should -BeFalse
        Get-ChecklySession | Should -BeNullOrEmpty
        { Get-ChecklyIncident $unknown } | Should -Throw -ErrorId 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'
    }

    It 'ends only the session given <How>' -ForEach @(
        @{ How = 'with -Session'; Command = { Disconnect-Checkly -Session $one } }
        @{ How = 'by the pipeline'; Command = { $one | Disconnect-Checkly } }
        @{ How = 'by position'; Command = { Disconnect-Checkly $one } }
    ) {
        $one = Connect-Checkly -Sandbox -PassThru
        $two = Connect-Checkly -Sandbox -PassThru
        & $Command

        $one.IsConnected | Should -BeFalse
        $two.IsConnected | Should -BeTrue
        $failed = try { Get-ChecklyIncident $unknown -Session $one } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'
        $failed.Exception.Message | Should -BeLike '*disconnected*'
        (New-Drill).CurrentStatus | Should -Be 'INVESTIGATING'
        Disconnect-Checkly
    }

    It 'can be run again for the same session' {
        $session = Connect-Checkly -Sandbox -PassThru
        Disconnect-Checkly -Session $session

        { Disconnect-Checkly -Session $session } | Should -Not -Throw
    }
}

Describe 'Runspaces' {
    BeforeAll {
        $session = Connect-Checkly -Sandbox -PassThru
        $incident = New-Drill
    }

    AfterAll {
        Disconnect-Checkly
    }

    It 'share a session that is given to ForEach-Object -Parallel' {
        $updates = 1..20 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            New-ChecklyIncidentUpdate $using:incident MONITORING "Update $_" -Session $using:session
        }

        $updates | Should -HaveCount 20
        $history = (Get-ChecklyIncident $incident).IncidentUpdates.Description
        1..20 | ForEach-Object { "Update $_" } | Where-Object { $_ -notin $history } | Should -BeNullOrEmpty
    }

    It 'have no default session of another: <Where>' -ForEach @(
        @{ Where = 'ForEach-Object -Parallel'; Command = { 1 | ForEach-Object -Parallel $probe } }
        @{ Where = 'a new runspace'; Command = {
                $shell = [powershell]::Create().AddScript("`$manifest = '$manifest'; " + ("$probe" -replace '\$using:', '$'))
                try { $shell.Invoke() } finally { $shell.Dispose() }
            }
        }
    ) {
        $probe = {
            Import-Module $using:manifest
            try { Get-ChecklyIncident 00000000-0000-4000-8000-000000000000 } catch { $_.FullyQualifiedErrorId }
            "session: $(Get-ChecklySession)"
        }

        & $Command | Should -Be 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand', 'session: '
    }

    It 'keep their own default session to themselves' {
        $own = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Connect-Checkly -Sandbox
            Get-ChecklySession
            # Another sandbox: it does not know the incident.
            Get-ChecklyIncident $using:incident -ErrorAction SilentlyContinue
            Disconnect-Checkly
        }

        $own | Should -HaveCount 1
        $own | Should -BeOfType Checkly.ChecklySession
        [object]::ReferenceEquals($own, $session) | Should -BeFalse
        [object]::ReferenceEquals((Get-ChecklySession), $session) | Should -BeTrue
        $session.IsConnected | Should -BeTrue
    }

    It 'do not end a shared session when the module is removed in one of them' {
        1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $null = Get-ChecklyIncident $using:incident -Session $using:session
            Remove-Module Checkly
        }

        $session.IsConnected | Should -BeTrue
    }
}
