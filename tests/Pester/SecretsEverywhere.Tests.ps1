# Every cmdlet that talks to the API, through every kind of failure, with an answer that says the key back: it is looked
# for in everything that PowerShell can make of what comes out.

BeforeDiscovery {
    $failures = @(
        @{ Failure = 'a refusal in JSON'; Status = '400 Bad Request' }
        @{ Failure = 'a wrong key'; Status = '401 Unauthorized' }
        @{ Failure = 'a limit'; Status = '429 Too Many Requests'; Header = 'Content-Type: application/json', 'Retry-After: 0' }
        @{ Failure = 'a server that fails'; Status = '500 Internal Server Error' }
        @{ Failure = 'a page of a gateway'; Status = '502 Bad Gateway'; Header = 'Content-Type: text/html' }
        @{ Failure = 'a redirect'; Status = '302 Found'; Header = 'Content-Type: text/html', 'Location: http://127.0.0.1:1/canary' }
        @{ Failure = 'a success that is none'; Status = '200 OK' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    # In two parts, so that no line of this file holds it: errors keep the line they came from.
    $canary = 'cu_c4n4ry' + '0123456789abcdef'

    # A call of each cmdlet that takes a session, with what is mandatory and, for a change, something to change.
    function Get-Call {
        foreach ($command in Get-Command -Module Checkly | Where-Object { $_.Parameters.ContainsKey('Session') -and $_.Name -notin 'Disconnect-Checkly', 'Start-ChecklySandbox' }) {
            $set = $command.ParameterSets | Sort-Object { -not $_.IsDefault } | Select-Object -First 1
            $arguments = @{}
            foreach ($parameter in $set.Parameters | Where-Object IsMandatory) {
                $choice = $parameter.Attributes | Where-Object { $_ -is [ValidateSet] }
                $arguments[$parameter.Name] = if ($choice) { $choice.ValidValues[0] }
                    elseif ($parameter.ParameterType.FullName -match 'Int32|Int64') { 7 }
                    elseif ($parameter.ParameterType.FullName -match 'DateTime') { [DateTimeOffset]'2026-01-02T03:04:05Z' }
                    elseif ($parameter.ParameterType.FullName -match 'TimeSpan') { [TimeSpan]'01:00' }
                    elseif ($parameter.ParameterType -eq [switch]) { $true }
                    elseif ($parameter.Name -eq 'Address') { 'a@b.de' }
                    elseif ($parameter.Name -eq 'Path') { '/v1/checks' }
                    else { 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' }
            }
            if ($command.Verb -eq 'Set') {
                # Without something to change they send nothing.
                $change = $command.Parameters.Keys | Where-Object { $_ -in 'Name', 'Header', 'Description', 'StartsAt' } | Select-Object -First 1
                $arguments[$change] = if ($change -eq 'StartsAt') { [DateTimeOffset]'2026-01-02T03:04:05Z' } else { 'x' }
            }
            if ($command.Name -eq 'New-ChecklyMaintenanceWindow') {
                # One of several ways to say how long and what: none of them is mandatory.
                $arguments += @{ Duration = '01:00'; PauseAllChecks = $true }
            }
            # A wait goes on after a failure that may pass.
            if ($command.Name -eq 'Wait-ChecklyCheckSession') { $arguments['TimeoutSec'] = 1 }
            if ($command.Parameters.ContainsKey('Confirm')) { $arguments['Confirm'] = $false }
            @{ Name = $command.Name; Arguments = $arguments }
        }
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'After <Failure>' -ForEach $failures {
    BeforeAll {
        $body = "{`"statusCode`":400,`"error`":`"$canary`",`"message`":`"No $canary`",`"attributes`":{`"$canary`":[`"$canary`"]}}"
        $html = "<html><h1>$canary</h1>"
        $type = if ($Header) { $Header } else { 'Content-Type: application/json' }
        $server = Start-LoopbackServer -Status $Status -Header ($type -replace 'canary', $canary) -Body $(if ("$type" -match 'html' -or $Status -like '200*') { $html } else { $body })
        $Error.Clear()
        $transcript = "$TestDrive/transcript.txt"
        $null = Start-Transcript $transcript
        $login = @{ ApiKey = ConvertTo-SecureString $canary -AsPlainText -Force; AccountId = $account; BaseUri = $server.Uri; MaximumRetryCount = 1; MaximumTotalSec = 0 }
        $asked = try { Connect-Checkly @login -Verbose -Debug *>&1 } catch { $_ }
        Connect-Checkly @login -SkipCheck
        $calls = @(Get-Call)
        $said = @($asked) + $(foreach ($call in $calls) {
            $arguments = $call.Arguments
            & $call.Name @arguments -Verbose -Debug -InformationAction Continue -ErrorAction Continue *>&1
        })
        $null = Stop-Transcript
    }

    AfterAll {
        Stop-LoopbackServer $server
    }

    It 'every cmdlet has met it' {
        $Error.Count | Should -BeGreaterOrEqual $calls.Count
        @($server.Requests).Count | Should -BeGreaterOrEqual $calls.Count
        @($server.Requests)[0] | Should -Match $canary
    }

    It 'the key is not in <Where>' -ForEach @(
        @{ Where = 'any stream'; Show = { $said | Out-String -Width 400 } }
        @{ Where = 'Format-List * -Force of what was said'; Show = { $said | Format-List * -Force | Out-String -Width 400 } }
        @{ Where = '$Error'; Show = { $Error | Out-String -Width 400 } }
        @{ Where = '$Error | Format-List * -Force'; Show = { $Error | Format-List * -Force | Out-String -Width 400 } }
        @{ Where = 'the text of an exception'; Show = { $Error.Exception | ForEach-Object { "$_" } } }
        @{ Where = 'ConvertTo-Json -Depth 10'; Show = {
                # Not what .NET adds to exceptions: types of the runtime, without end.
                $Error | ForEach-Object { $_.Exception; $_.Exception.InnerException; $_.ErrorDetails; @{ Target = $_.TargetObject } } |
                    Select-Object * -ExcludeProperty TargetSite, InnerException | ConvertTo-Json -Depth 10 -WarningAction Ignore
            } }
        @{ Where = 'Export-Clixml'; Show = { $Error | Export-Clixml "$TestDrive/errors.xml"; Get-Content "$TestDrive/errors.xml" -Raw } }
        @{ Where = 'the transcript'; Show = { Get-Content $transcript -Raw } }
    ) {
        $text = (& $Show) -join "`n"

        $text | Should -Not -BeNullOrEmpty
        $text.IndexOf($canary, [StringComparison]::OrdinalIgnoreCase) | Should -Be -1
    }
}
