BeforeDiscovery {
    $ways = @(
        @{ Way = '-ApiKey, a SecureString'; Give = { @{ ApiKey = ConvertTo-SecureString $canary -AsPlainText -Force; AccountId = $account } } }
        @{ Way = '-ApiKey, a text'; Give = { @{ ApiKey = $canary; AccountId = $account } } }
        @{ Way = '-Credential'; Give = { @{ Credential = [pscredential]::new($account, (ConvertTo-SecureString $canary -AsPlainText -Force)) } } }
        @{ Way = 'CHECKLY_API_KEY'; Give = {
                $env:CHECKLY_API_KEY = $canary
                $env:CHECKLY_ACCOUNT_ID = $account
                @{}
            }
        }
    )
    if ($IsLinux) {
        # Elsewhere the folder of the CLI's login cannot be moved out of the way.
        $ways += @{ Way = 'the login of the Checkly CLI'; Give = {
                $folder = New-Item -ItemType Directory -Force "$env:XDG_CONFIG_HOME/@checkly/cli"
                Set-Content "$folder/auth.json" "{`"apiKey`":`"$canary`"}"
                Set-Content "$folder/config.json" "{`"accountId`":`"$account`"}"
                @{}
            }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"

    # In two parts, so that no line of this file holds it: errors keep the line they came from.
    $canary = 'cu_c4n4ry' + '0123456789abcdef'
    $incident = $unknown
    # Windows PowerShell has no Get-Error.
    $canGetError = $null -ne (Get-Command Get-Error -ErrorAction Ignore)

    # As it is, and as Export-Clixml writes a SecureString outside Windows, and as Basic authentication does.
    $traces = @(
        $canary
        -join ([Text.Encoding]::Unicode.GetBytes($canary) | ForEach-Object { $_.ToString('x2') })
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($canary))
    )

    function Find-Canary {
        param([Parameter(ValueFromPipeline)] [AllowEmptyString()] [string] $Text)

        process {
            foreach ($trace in $traces) {
                $at = $Text.IndexOf($trace, [StringComparison]::OrdinalIgnoreCase)
                if ($at -ge 0) {
                    # What stands around it says where to look; the test fails with this text.
                    $start = [Math]::Max(0, $at - 60)
                    "...$($Text.Substring($start, [Math]::Min($Text.Length - $start, 140)))"
                }
            }
        }
    }

    # All that can be got out of the errors so far.
    function Get-ErrorText {
        $Error | Out-String -Width 500
        $Error | Format-List * -Force | Out-String -Width 500
        if ($canGetError) { Get-Error -Newest 100 | Out-String -Width 500 }
        foreach ($record in $Error) {
            "$record"
            "$($record.Exception)"
            "$($record.ErrorDetails)"
            "$($record.TargetObject)"
            "$($record.ScriptStackTrace)"
            $record.InvocationInfo | Format-List * -Force | Out-String -Width 500
            $record.InvocationInfo.BoundParameters | Out-String
            $record | Export-Clixml TestDrive:/error.xml
            Get-Content TestDrive:/error.xml -Raw
        }
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'A key that is given as <Way>' -ForEach $ways {
    BeforeAll {
        $arguments = & $Give
        $server = Start-LoopbackServer -Body "{`"id`":`"$account`",`"name`":`"Acme`"}"
        $session = Connect-Checkly @arguments -BaseUri $server.Uri -PassThru
    }

    AfterAll {
        Disconnect-Checkly
        $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $null
        Remove-Item "$env:XDG_CONFIG_HOME/*" -Recurse -Force
        Stop-LoopbackServer $server
    }

    It 'is sent, so that the other tests mean something' {
        @($server.Requests)[0] | Should -Match $canary
    }

    It 'is in no stream of any cmdlet' {
        $said = & {
            Connect-Checkly @arguments -BaseUri $server.Uri -PassThru -Verbose -Debug
            Connect-Checkly @arguments -BaseUri $server.Uri -SkipCheck -Verbose -Debug
            Get-ChecklySession -Verbose -Debug
            # Up to PowerShell 7.5, -Debug asks for a confirmation.
            New-ChecklyIncident 'Drill' -DashboardId 1001 -Status RESOLVED -Description 'd' -Verbose -Debug -Confirm:$false
            Get-ChecklyIncident $incident -Verbose -Debug
            New-ChecklyIncidentUpdate $incident RESOLVED 'd' -Verbose -Debug -Confirm:$false
            Disconnect-Checkly -Verbose -Debug
        } *>&1

        $said | Should -Not -BeNullOrEmpty
        $said | Out-String -Width 500 | Find-Canary | Should -BeNullOrEmpty
        $said | Format-List * -Force | Out-String -Width 500 | Find-Canary | Should -BeNullOrEmpty
    }

    It 'is in no view of the session: <View>' -ForEach @(
        @{ View = 'ToString'; Show = { $session.ToString() } }
        @{ View = 'the default view'; Show = { $session | Out-String -Width 500 } }
        @{ View = 'Format-List * -Force'; Show = { $session | Format-List * -Force | Out-String -Width 500 } }
        @{ View = 'Format-Custom -Depth 10'; Show = { $session | Format-Custom * -Depth 10 | Out-String -Width 500 } }
        @{ View = 'Select-Object *'; Show = { $session | Select-Object * | Out-String -Width 500 } }
        @{ View = 'ConvertTo-Json -Depth 10'; Show = { $session | ConvertTo-Json -Depth 10 } }
        @{ View = 'ConvertTo-Csv'; Show = { $session | ConvertTo-Csv | Out-String -Width 500 } }
        @{ View = 'Export-Clixml -Depth 10'; Show = {
                $session | Export-Clixml TestDrive:/session.xml -Depth 10
                Get-Content TestDrive:/session.xml -Raw
            }
        }
        @{ View = 'Get-Member -Force'; Show = { $session | Get-Member -Force | Out-String -Width 500 } }
    ) {
        $text = & $Show

        $text | Should -Not -BeNullOrEmpty
        $text | Find-Canary | Should -BeNullOrEmpty
    }

    It 'is in no error when the port is closed' {
        $Error.Clear()
        { Connect-Checkly @arguments -BaseUri $closed -MaximumRetryCount 0 } | Should -Throw -ErrorId 'Checkly.ConnectionFailed,*ConnectChecklyCommand'
        Connect-Checkly @arguments -BaseUri $closed -SkipCheck -MaximumRetryCount 0
        New-ChecklyIncidentUpdate $incident RESOLVED 'd' -ErrorAction SilentlyContinue

        $Error.Count | Should -BeGreaterOrEqual 2
        Get-ErrorText | Find-Canary | Should -BeNullOrEmpty
    }
}

Describe 'A proxy''s password' {
    It 'is in no stream, no error and no session' {
        $Error.Clear()
        $proxy = [pscredential]::new('me', (ConvertTo-SecureString $canary -AsPlainText -Force))
        $said = Connect-Checkly -ApiKey 'cu_0123456789' -AccountId $account -BaseUri https://checkly.invalid -Proxy $closed -ProxyCredential $proxy -SkipCheck -MaximumRetryCount 0 -PassThru -Verbose -Debug *>&1
        Get-ChecklyIncident $incident -ErrorAction SilentlyContinue
        Disconnect-Checkly

        $Error | Should -Not -BeNullOrEmpty
        Get-ErrorText | Find-Canary | Should -BeNullOrEmpty
        $said | Format-List * -Force | Out-String -Width 500 | Find-Canary | Should -BeNullOrEmpty
        $said | Where-Object { $_ -is [Checkly.ChecklySession] } | ConvertTo-Json -Depth 10 | Find-Canary | Should -BeNullOrEmpty
    }
}

Describe 'A proxy on the way to https' {
    It 'is asked for a tunnel, and is not sent the key' {
        $proxy = Start-LoopbackServer -Status '502 Bad Gateway'
        try {
            { Connect-Checkly -ApiKey (ConvertTo-SecureString $canary -AsPlainText -Force) -AccountId $account -BaseUri https://checkly.invalid -Proxy $proxy.Uri -MaximumRetryCount 0 } |
                Should -Throw -ErrorId 'Checkly.ConnectionFailed,*ConnectChecklyCommand'
            $asked = @($proxy.Requests)
        }
        finally {
            Stop-LoopbackServer $proxy
        }

        $asked | Should -HaveCount 1
        $asked[0] | Should -BeLike 'CONNECT checkly.invalid:443 HTTP/1.1*'
        $asked | Find-Canary | Should -BeNullOrEmpty
    }
}

Describe 'A key that is typed in a script' {
    BeforeAll {
        $typed = "-ApiKey '$canary' -AccountId $account -BaseUri $closed -MaximumRetryCount 0"
    }

    It 'is in nothing that a process with -File says, nor in its transcript' {
        $file = Join-Path $TestDrive 'typed.ps1'
        $transcript = Join-Path $TestDrive 'transcript.txt'
        @(
            "`$null = Start-Transcript '$transcript'"
            "Import-Module '$manifest'"
            "Connect-Checkly $typed -Verbose -Debug"
            "Connect-Checkly $typed -SkipCheck -PassThru -Verbose -Debug"
            'Get-ChecklySession | Format-List * -Force'
            "New-ChecklyIncidentUpdate $incident RESOLVED 'd' -WhatIf"
            "New-ChecklyIncidentUpdate $incident RESOLVED 'd' -Verbose -Debug"
            '$Error | Format-List * -Force'
            '$Error | ForEach-Object ToString'
            if ($canGetError) { 'Get-Error -Newest 10' }
            "'errors: ' + `$Error.Count"
            'Disconnect-Checkly -Verbose'
            '$null = Stop-Transcript'
        ) | Set-Content $file

        $said = & $pwsh -NoProfile -NonInteractive -File $file 2>&1 | Out-String -Width 500
        $kept = Get-Content $transcript -Raw

        $said | Should -Match 'errors: 2'
        $kept | Should -Match 'What if: .*POST /v1/incidents'
        $kept | Should -Match 'VERBOSE: '
        $kept | Should -Match 'ConnectionFailed'
        $said, $kept | Find-Canary | Should -BeNullOrEmpty
    }
}
