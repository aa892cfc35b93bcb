BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    # A folder without files: their names are what PowerShell offers where nothing else is.
    Push-Location (New-Item -ItemType Directory "$TestDrive/empty")
    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'

    function Get-Completion([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }

    function New-Drill([string] $Name) {
        New-ChecklyIncident $Name -DashboardId 1001 -Status INVESTIGATING -Description "About $Name"
    }
}

AfterAll {
    Pop-Location
    Exit-CleanEnvironment $saved
}

Describe 'Completion of <Line>' -ForEach @(
    @{ Line = 'New-ChecklyIncidentUpdate -Status '; Offers = 'INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED', 'MAINTENANCE' }
    @{ Line = 'New-ChecklyIncidentUpdate -Status i'; Offers = 'INVESTIGATING', 'IDENTIFIED' }
    @{ Line = 'New-ChecklyIncidentUpdate $incident r'; Offers = 'RESOLVED' }
    @{ Line = 'New-ChecklyIncident -Status M'; Offers = 'MONITORING', 'MAINTENANCE' }
    @{ Line = 'New-ChecklyIncident -Impact '; Offers = 'MAJOR', 'MINOR', 'MAINTENANCE' }
    @{ Line = 'Set-ChecklyIncident -Impact m'; Offers = 'MAJOR', 'MINOR', 'MAINTENANCE' }
    @{ Line = 'New-ChecklyDashboard -Width '; Offers = 'FULL', '960PX' }
) {
    It 'offers what the API knows, without a session too' {
        (Get-Completion $Line).CompletionText.Trim("'") | Sort-Object | Should -Be ($Offers | Sort-Object)
    }
}

Describe 'Completion of incidents and updates' {
    BeforeEach {
        Connect-Checkly -Sandbox
        $one = New-Drill 'One'
        $two = New-Drill 'Two'
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'offers the incidents that the session has seen, the newest first: <_>' -ForEach @(
        'Get-ChecklyIncident '
        'Get-ChecklyIncident -Id '
        'Set-ChecklyIncident '
        'Remove-ChecklyIncident -Id '
        'New-ChecklyIncidentUpdate '
        'New-ChecklyIncidentUpdate -IncidentId '
        'Get-ChecklyIncidentUpdate '
        'Set-ChecklyIncidentUpdate -IncidentId '
        'Remove-ChecklyIncidentUpdate -IncidentId '
    ) {
        $offered = Get-Completion $_

        $offered.CompletionText | Should -Be $two.Id, $one.Id
        $offered[0].ToolTip | Should -Match 'Two'
        $offered[0].ToolTip | Should -Match 'INVESTIGATING'
    }

    It 'offers what begins with what was typed' {
        (Get-Completion "Get-ChecklyIncident $($one.Id.Substring(0, 8))").CompletionText | Should -Be $one.Id
    }

    It 'finds an incident by its name' {
        (Get-Completion 'Get-ChecklyIncident tw').CompletionText | Should -Be $two.Id
    }

    It 'shows the status that an incident had last' {
        $null = New-ChecklyIncidentUpdate $one RESOLVED 'd'

        (Get-Completion 'Get-ChecklyIncident ' | Where-Object CompletionText -EQ $one.Id).ToolTip | Should -Match 'RESOLVED'
    }

    It 'shows the name that an incident has now' {
        $one | Set-ChecklyIncident -Name 'Renamed'

        (Get-Completion 'Get-ChecklyIncident ' | Where-Object CompletionText -EQ $one.Id).ToolTip | Should -Match 'Renamed'
    }

    It 'brings an incident to the front that is read again' {
        $null = Get-ChecklyIncident $one

        (Get-Completion 'Get-ChecklyIncident ').CompletionText | Should -Be $one.Id, $two.Id
    }

    It 'does not offer an incident that was removed, nor its updates' {
        Remove-ChecklyIncident $one -Confirm:$false

        (Get-Completion 'Get-ChecklyIncident ').CompletionText | Should -Be $two.Id
        (Get-Completion 'Remove-ChecklyIncidentUpdate -Id ').CompletionText | Should -Be $two.IncidentUpdates[0].Id
    }

    It 'does not offer an incident that was removed by its id in upper case' {
        Remove-ChecklyIncident $one.Id.ToUpperInvariant() -Confirm:$false -ErrorAction Stop

        (Get-Completion 'Get-ChecklyIncident ').CompletionText | Should -Be $two.Id
    }

    It 'does not offer what -WhatIf would have made or left' {
        Remove-ChecklyIncident $one -WhatIf
        New-ChecklyIncident 'Three' -DashboardId 1001 -Status RESOLVED -Description 'd' -WhatIf

        (Get-Completion 'Get-ChecklyIncident ').CompletionText | Should -Be $two.Id, $one.Id
    }

    It 'offers the updates of the incident on the line, the newest first: <_>' -ForEach @(
        'Set-ChecklyIncidentUpdate {0} '
        'Set-ChecklyIncidentUpdate -IncidentId {0} -Id '
        'Remove-ChecklyIncidentUpdate {0} '
        'Remove-ChecklyIncidentUpdate -IncidentId {0} -Id '
        'Get-ChecklyIncidentUpdate {0} '
        'Get-ChecklyIncidentUpdate {0} -Id '
    ) {
        $newer = New-ChecklyIncidentUpdate $one RESOLVED 'Newer'
        $null = New-ChecklyIncidentUpdate $two IDENTIFIED 'Of the other'
        $offered = Get-Completion ($_ -f $one.Id)

        $offered.CompletionText | Should -Be $newer.Id, $one.IncidentUpdates[0].Id
        $offered[0].ToolTip | Should -Match 'RESOLVED'
        $offered[0].ToolTip | Should -Match 'Newer'
    }

    It 'offers the updates of an incident in a variable' {
        $global:checklyIncident = $one
        try {
            $offered = Get-Completion 'Set-ChecklyIncidentUpdate $checklyIncident '
        }
        finally {
            Remove-Variable checklyIncident -Scope Global
        }

        $offered.CompletionText | Should -Contain $one.IncidentUpdates[0].Id
    }

    It 'has tool tips of one line, without control sequences' {
        $bad = New-Drill "Bad$([char]27)[31m`nname$([char]7)"
        $tip = (Get-Completion 'Get-ChecklyIncident ' | Where-Object CompletionText -EQ $bad.Id).ToolTip

        $tip | Should -Not -Match '[\x00-\x1F\x7F]'
        $tip | Should -Match 'Bad'
    }

    It 'offers what the session on the line has seen' {
        $other = Connect-Checkly -Sandbox -PassThru
        $three = New-Drill 'Three'
        $global:checklySession = $other
        try {
            Connect-Checkly -Sandbox
            Get-Completion 'Get-ChecklyIncident -Id ' | Where-Object ResultType -EQ 'ParameterValue' | Should -BeNullOrEmpty
            (Get-Completion 'Get-ChecklyIncident -Session $checklySession -Id ').CompletionText | Should -Be $three.Id
        }
        finally {
            Remove-Variable checklySession -Scope Global
            Disconnect-Checkly -Session $other
        }
    }
}

Describe 'Completion of dashboards' {
    AfterEach {
        Disconnect-Checkly
    }

    It 'offers <What>: <Line>' -ForEach @(
        @{ What = 'the number'; Line = 'New-ChecklyIncident -DashboardId '; Property = 'Id' }
        @{ What = 'the id, a text'; Line = 'Get-ChecklyDashboard '; Property = 'DashboardId' }
        @{ What = 'the id, a text'; Line = 'Set-ChecklyDashboard -DashboardId '; Property = 'DashboardId' }
        @{ What = 'the id, a text'; Line = 'Remove-ChecklyDashboard '; Property = 'DashboardId' }
    ) {
        Connect-Checkly -Sandbox
        $null = New-ChecklyDashboard 'Acme status' -CustomUrl acme
        $offered = Get-Completion $Line

        $offered.CompletionText | Should -Be (Get-ChecklyDashboard).$Property
        $offered[1].ToolTip | Should -Match 'Acme status'
    }

    It 'offers a dashboard that was made or removed since' {
        Connect-Checkly -Sandbox
        $null = Get-Completion 'Get-ChecklyDashboard '
        $made = New-ChecklyDashboard 'Acme status'
        (Get-Completion 'Get-ChecklyDashboard ').CompletionText | Should -Contain $made.DashboardId

        $made | Remove-ChecklyDashboard -Confirm:$false
        (Get-Completion 'Get-ChecklyDashboard ').CompletionText | Should -Not -Contain $made.DashboardId
    }

    It 'asks the server once' {
        $server = Start-LoopbackServer -Body '[{"id":1,"dashboardId":"one","header":"One"},{"id":2,"dashboardId":"two","header":"Two"}]'
        try {
            Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -SkipCheck
            $first = Get-Completion 'Get-ChecklyDashboard '
            $second = Get-Completion 'New-ChecklyIncident -DashboardId '
            $sent = @($server.Requests)
        }
        finally {
            Stop-LoopbackServer $server
        }

        $first.CompletionText | Should -Be 'one', 'two'
        $second.CompletionText | Should -Be '1', '2'
        $sent | Should -HaveCount 1
        $sent[0] | Should -BeLike 'GET /v1/dashboards*'
    }
}

Describe 'Completion where there is nothing to offer' {
    BeforeDiscovery {
        $lines = 'Get-ChecklyIncident ', 'Remove-ChecklyIncidentUpdate -Id ', 'Get-ChecklyDashboard ', 'New-ChecklyIncident -DashboardId '
    }

    BeforeAll {
        function Get-Silently([string] $Line) {
            $Error.Clear()
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $said = Get-Completion $Line *>&1
            @{ Said = $said; Seconds = $watch.Elapsed.TotalSeconds; Errors = @($Error) }
        }
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'is silent without a session: <_>' -ForEach $lines {
        Disconnect-Checkly
        $result = Get-Silently $_

        $result.Said | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'is silent with a server that <What>' -ForEach @(
        @{ What = 'is not there'; Answer = $null }
        @{ What = 'fails'; Answer = @{ Status = '500 Internal Server Error' } }
        @{ What = 'refuses'; Answer = @{ Status = '401 Unauthorized' } }
        @{ What = 'talks nonsense'; Answer = @{ Body = '{"id":' } }
        @{ What = 'lists what are no dashboards'; Answer = @{ Body = '[1, null, {"a":1}]' } }
    ) {
        if ($Answer) { $server = Start-LoopbackServer @Answer }
        try {
            Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $(if ($Answer) { $server.Uri } else { 'http://127.0.0.1:1' }) -SkipCheck -MaximumRetryCount 0
            $result = Get-Silently 'Get-ChecklyDashboard '
        }
        finally {
            if ($Answer) { Stop-LoopbackServer $server }
        }

        $result.Said | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'gives up on a server that does not answer, after two seconds' {
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri "http://127.0.0.1:$($listener.LocalEndpoint.Port)" -SkipCheck
            $result = Get-Silently 'Get-ChecklyDashboard '
        }
        finally {
            $listener.Stop()
        }

        $result.Said | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Seconds | Should -BeLessThan 10
    }
}
