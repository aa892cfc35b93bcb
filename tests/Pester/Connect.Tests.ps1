BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
    $closed = 'http://127.0.0.1:1'
    $key = 'cu_0123456789abcdef'
    $unknown = '00000000-0000-4000-8000-000000000000'

    function New-Drill {
        New-ChecklyIncident -Name 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'd'
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Connect-Checkly -Sandbox' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'writes nothing to any stream' {
        Connect-Checkly -Sandbox *>&1 | Should -BeNullOrEmpty
    }

    It 'returns the session with -PassThru, the same that Get-ChecklySession returns' {
        $session = Connect-Checkly -Sandbox -PassThru

        $session | Should -BeOfType Checkly.ChecklySession
        $session | Should -HaveCount 1
        $session.IsSandbox | Should -BeTrue
        $session.IsConnected | Should -BeTrue
        $session.TimeoutSec | Should -Be 30
        $session.AccountName | Should -Be 'Sandbox'
        [object]::ReferenceEquals((Get-ChecklySession), $session) | Should -BeTrue
    }

    It 'takes no key: there is nothing to use it for' {
        { Connect-Checkly -Sandbox -ApiKey $key } | Should -Throw -ErrorId 'AmbiguousParameterSet,Checkly.Commands.ConnectChecklyCommand'
    }

    It 'begins with nothing each time' {
        Connect-Checkly -Sandbox
        $incident = New-Drill
        Connect-Checkly -Sandbox

        { Get-ChecklyIncident $incident -ErrorAction Stop } | Should -Throw -ErrorId 'Checkly.NotFound,Checkly.Commands.GetChecklyIncidentCommand'
    }
}

Describe 'Connect-Checkly with a server' {
    BeforeAll {
        $server = Start-LoopbackServer
    }

    AfterAll {
        Stop-LoopbackServer $server
    }

    BeforeEach {
        $server.Requests.Clear()
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'asks for the account and keeps its name, and writes nothing' {
        Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $server.Uri *>&1 | Should -BeNullOrEmpty

        $server.Requests | Should -HaveCount 1
        $request = @($server.Requests)[0]
        $request | Should -BeLike 'GET /v1/accounts/me HTTP/1.1*'
        $request | Should -Match "(?m)^Authorization: Bearer $key\r$"
        $request | Should -Match "(?m)^x-checkly-account: $account\r$"
        (Get-ChecklySession).AccountName | Should -Be 'Acme'
    }

    It 'asks nothing with -SkipCheck' {
        Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $server.Uri -SkipCheck

        $server.Requests | Should -HaveCount 0
        (Get-ChecklySession).AccountId | Should -Be $account
    }

    It 'takes the key as <What>' -ForEach @(
        @{ What = 'a SecureString'; With = { @{ ApiKey = ConvertTo-SecureString $key -AsPlainText -Force; AccountId = $account } } }
        @{ What = 'a text'; With = { @{ ApiKey = $key; AccountId = $account } } }
        @{ What = 'a credential'; With = { @{ Credential = [pscredential]::new($account, (ConvertTo-SecureString $key -AsPlainText -Force)) } } }
    ) {
        $arguments = & $With
        Connect-Checkly @arguments -BaseUri $server.Uri

        @($server.Requests)[0] | Should -Match "(?m)^Authorization: Bearer $key\r$"
    }

    It 'takes key, account and address from the environment' {
        $env:CHECKLY_API_KEY = $key
        $env:CHECKLY_ACCOUNT_ID = $account
        $env:CHECKLY_API_URL = $server.Uri
        try {
            Connect-Checkly
        }
        finally {
            $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $env:CHECKLY_API_URL = $null
        }

        @($server.Requests)[0] | Should -Match "(?m)^Authorization: Bearer $key\r$"
        (Get-ChecklySession).Source | Should -Match 'CHECKLY_API_KEY'
    }

    It 'says with -Verbose where the key came from' {
        $said = Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $server.Uri -Verbose 4>&1

        "$said" | Should -Match '-ApiKey'
    }

    It 'goes through -Proxy to another host' {
        $proxy = Start-LoopbackServer -Status '502 Bad Gateway'
        try {
            $failed = try { Connect-Checkly -ApiKey $key -AccountId $account -BaseUri https://checkly.invalid -Proxy $proxy.Uri -MaximumRetryCount 0 } catch { $_ }
            $asked = @($proxy.Requests)
        }
        finally {
            Stop-LoopbackServer $proxy
        }

        $asked | Should -HaveCount 1
        $asked[0] | Should -BeLike 'CONNECT checkly.invalid:443 HTTP/1.1*'
        $asked[0] | Should -Not -Match $key
        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.ConnectionFailed,Checkly.Commands.ConnectChecklyCommand'
    }

    It 'uses -TimeoutSec' {
        Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $server.Uri -SkipCheck -TimeoutSec 7

        (Get-ChecklySession).TimeoutSec | Should -Be 7
    }
}

Describe 'Connect-Checkly that fails' {
    BeforeAll {
        function Connect-Closed { Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $closed -MaximumRetryCount 0 }
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'on a closed port is Checkly.ConnectionFailed, terminating, with what to do next' {
        $failed = try { Connect-Closed } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.ConnectionFailed,Checkly.Commands.ConnectChecklyCommand'
        $failed.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failed.Exception | Should -BeOfType Checkly.ChecklyApiException
        $failed.Exception.InnerException | Should -Not -BeNullOrEmpty
        $failed.Exception.Message | Should -BeLike '*127.0.0.1:1*refused*'
        $failed.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'leaves no session behind' {
        { Connect-Closed } | Should -Throw

        Get-ChecklySession | Should -BeNullOrEmpty
    }

    It 'ends the use of the session before, so that nothing goes to the wrong account' {
        Connect-Checkly -Sandbox
        { Connect-Closed } | Should -Throw

        { New-Drill } | Should -Throw -ErrorId 'Checkly.NotConnected,Checkly.Commands.NewChecklyIncidentCommand'
    }

    It 'does not give way to the account of the environment' {
        $env:CHECKLY_API_KEY = $key
        $env:CHECKLY_ACCOUNT_ID = $account
        $server = Start-LoopbackServer
        $env:CHECKLY_API_URL = $server.Uri
        try {
            # As in a script that goes on after an error: what follows was meant for the account that was asked for.
            try { Connect-Closed } catch { $null = $_ }
            try { New-ChecklyIncidentUpdate $unknown RESOLVED 'All is well.' -ErrorAction Stop } catch { $failed = $_ }
            $sent = $server.Requests.Count
        }
        finally {
            Stop-LoopbackServer $server
            $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $env:CHECKLY_API_URL = $null
        }

        $sent | Should -Be 0
        $failed.FullyQualifiedErrorId | Should -BeLike 'Checkly.NotConnected,*'
    }

    It 'refuses <Address> before any request, since the key would travel in clear' -ForEach @(
        @{ Address = 'http://192.0.2.1' }
        @{ Address = 'http://checkly.invalid' }
        @{ Address = 'http://127.0.0.1.checkly.invalid' }
        @{ Address = 'http://10.0.0.1:8080/v1' }
    ) {
        # A request would come to this proxy.
        $proxy = Start-LoopbackServer
        try {
            $failed = try { Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $Address -Proxy $proxy.Uri -TimeoutSec 5 } catch { $_ }
            $sent = $proxy.Requests.Count
        }
        finally {
            Stop-LoopbackServer $proxy
        }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Message | Should -BeLike "*'BaseUri'*https*"
        $sent | Should -Be 0
    }

    It 'refuses http to another host from the environment too' {
        $env:CHECKLY_API_KEY = $key
        $env:CHECKLY_ACCOUNT_ID = $account
        $env:CHECKLY_API_URL = 'http://192.0.2.1'
        try {
            { Connect-Checkly } | Should -Throw '*https*' -ErrorId 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
            # After a Connect-Checkly that failed, the environment is not looked at.
            Disconnect-Checkly
            { Get-ChecklyIncident $unknown } | Should -Throw '*https*' -ErrorId 'Checkly.NotConnected,Checkly.Commands.GetChecklyIncidentCommand'
        }
        finally {
            $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $env:CHECKLY_API_URL = $null
        }
    }

    It 'refuses -<Parameter> <Value>, naming the parameter' -ForEach @(
        @{ Parameter = 'AccountId'; Value = 'acme' }
        @{ Parameter = 'BaseUri'; Value = 'api.checklyhq.com' }
        @{ Parameter = 'TimeoutSec'; Value = 0 }
        @{ Parameter = 'TimeoutSec'; Value = 3601 }
        @{ Parameter = 'Proxy'; Value = 'proxy' }
    ) {
        $arguments = @{ ApiKey = $key; AccountId = $account; BaseUri = $closed }
        $arguments[$Parameter] = $Value
        $failed = try { Connect-Checkly @arguments } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Message | Should -BeLike "*$Parameter*"
    }
}

Describe 'Connect-Checkly with a key that is none' {
    It 'says of <What> what is wrong, in words for a user' -ForEach @(
        @{ What = 'an empty key'; Value = ''; Message = '*empty*' }
        @{ What = 'a blank key'; Value = ' '; Message = '*empty*' }
        @{ What = 'a key with a blank in it'; Value = 'cu_01 23'; Message = '*blanks*' }
        @{ What = 'a key with a letter outside ASCII'; Value = "cu_01$([char]0xE9)"; Message = '*ASCII*' }
    ) {
        $failed = try { Connect-Checkly -ApiKey $Value -AccountId $account -BaseUri $closed } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -Be 'Checkly.NotConnected,Checkly.Commands.ConnectChecklyCommand'
        $failed.Exception.Message | Should -BeLike $Message
        # The name of a parameter of an inner method is not one of the user's.
        $failed.Exception.Message | Should -Not -Match "Parameter 'value'"
    }
}
