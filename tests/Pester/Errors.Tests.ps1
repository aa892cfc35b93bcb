BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'
    $incident = '00000000-0000-4000-8000-000000000000'
    # What fails is an error at once.
    $once = @{ MaximumRetryCount = 0; MaximumTotalSec = 0 }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'A server that answers <Status> <Note>' -ForEach @(
    @{ Status = '400 Bad Request'; Id = 'BadRequest'; Category = 'InvalidArgument' }
    @{ Status = '401 Unauthorized'; Id = 'Unauthorized'; Category = 'AuthenticationError' }
    @{ Status = '402 Payment Required'; Id = 'PaymentRequired'; Category = 'QuotaExceeded' }
    @{ Status = '403 Forbidden'; Id = 'Forbidden'; Category = 'PermissionDenied' }
    @{ Status = '404 Not Found'; Id = 'NotFound'; Category = 'ObjectNotFound' }
    @{ Status = '409 Conflict'; Id = 'Conflict'; Category = 'ResourceExists' }
    @{ Status = '429 Too Many Requests'; Id = 'RateLimited'; Category = 'LimitsExceeded'; Header = 'Content-Type: application/json', 'Retry-After: 1' }
    @{ Status = '500 Internal Server Error'; Id = 'OutcomeUnknown'; ReadId = 'ServerError'; Category = 'OperationStopped' }
    @{ Status = '503 Service Unavailable'; Note = 'in HTML'; Id = 'OutcomeUnknown'; ReadId = 'ServerError'; Category = 'OperationStopped'; Header = 'Content-Type: text/html'; Body = '<html><h1>Down</h1></html>' }
    @{ Status = '503 Service Unavailable'; Note = 'with Retry-After'; Id = 'ServerError'; Category = 'ResourceUnavailable'; Header = 'Content-Type: application/json', 'Retry-After: 1' }
    @{ Status = '302 Found'; Note = 'elsewhere'; Id = 'UnexpectedResponse'; Category = 'InvalidData'; Header = 'Location: http://127.0.0.1:1/login'; Body = ' ' }
    @{ Status = '200 OK'; Note = 'in HTML'; Id = 'UnexpectedResponse'; Category = 'InvalidData'; Header = 'Content-Type: text/html'; Body = '<html>Sign in</html>' }
    @{ Status = '201 Created'; Note = 'in broken JSON'; Id = 'UnexpectedResponse'; Category = 'InvalidData'; Body = '{"id":' }
) {
    BeforeAll {
        $code, $reason = $Status -split ' ', 2
        $answer = @{ Status = $Status; Body = "{`"statusCode`":$code,`"error`":`"$reason`",`"message`":`"Said by the server`",`"attributes`":{`"field`":`"status`"}}" }
        if ($Header) { $answer.Header = $Header }
        if ($Body) { $answer.Body = $Body }
        $server = Start-LoopbackServer @answer
        Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -SkipCheck -TimeoutSec 10 @once
    }

    AfterAll {
        Disconnect-Checkly
        Stop-LoopbackServer $server
    }

    It 'fails an update with Checkly.<Id>, non-terminating' {
        New-ChecklyIncidentUpdate $incident RESOLVED 'd' -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be "Checkly.$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].TargetObject | Should -Be $incident
        $failed[0].Exception.StatusCode | Should -Be $code
        $failed[0].Exception.Message | Should -Match $code
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'fails Connect-Checkly, which only reads, terminating' {
        $expected = if ($ReadId) { $ReadId } else { $Id }
        { Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -TimeoutSec 10 @once } |
            Should -Throw -ErrorId "Checkly.$expected,Checkly.Commands.ConnectChecklyCommand"

        # Back to how the other tests find it.
        Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -SkipCheck -TimeoutSec 10 @once
    }
}

Describe 'What the API said' {
    BeforeAll {
        $server = Start-LoopbackServer -Status '429 Too Many Requests' -Header 'Content-Type: application/json', 'Retry-After: 7' -Body '{"statusCode":429,"error":"Too Many Requests","message":"Slow down","attributes":{"limit":600}}'
        Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -SkipCheck @once
    }

    AfterAll {
        Disconnect-Checkly
        Stop-LoopbackServer $server
    }

    It 'can be read from the exception' {
        $failure = try { Get-ChecklyIncident $incident -ErrorAction Stop } catch [Checkly.ChecklyApiException] { $_.Exception }

        $failure.Kind | Should -Be 'RateLimited'
        $failure.StatusCode | Should -Be 429
        $failure.ApiError | Should -Be 'Too Many Requests'
        $failure.ApiMessage | Should -Be 'Slow down'
        $failure.Attributes['limit'] | Should -Be 600
        $failure.RetryAfter | Should -Be ([timespan]::FromSeconds(7))
        $failure.Method | Should -Be 'GET'
        $failure.Path | Should -BeLike "/v1/incidents/$incident*"
    }
}

Describe 'An error in a script file' {
    BeforeAll {
        Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri 'http://127.0.0.1:1' -SkipCheck @once
    }

    AfterAll {
        Disconnect-Checkly
    }

    It 'points at its command, not at the whole line' {
        Set-Content "$TestDrive/script.ps1" "`$x = 1", "if (`$x) { Get-ChecklyIncident $incident }", "`$y = 2"

        & "$TestDrive/script.ps1" 2>$null
        $shown = $Error[0].InvocationInfo

        $shown.ScriptLineNumber | Should -Be 2
        $shown.OffsetInLine | Should -Be 11
        $shown.Statement | Should -Be "Get-ChecklyIncident $incident"
        ($shown.PositionMessage -replace '[^~]').Length | Should -Be $shown.Statement.Length
    }
}
