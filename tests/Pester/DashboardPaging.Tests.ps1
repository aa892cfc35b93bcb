BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    Connect-Checkly -Sandbox
    # With the one that is there: more than two of the API's largest pages.
    1..204 | ForEach-Object { $null = New-ChecklyDashboard "Team $_" }
    $all = @('Sandbox status') + (1..204 | ForEach-Object { "Team $_" })

    # The result of a listing, and the pages that it asked for.
    function Measure-Listing([scriptblock] $Command) {
        $said = & $Command 4>&1
        $records, $emitted = $said.Where({ $_ -is [System.Management.Automation.VerboseRecord] }, 'Split')
        @{ Emitted = $emitted; Pages = @($records.Message | Where-Object { $_ -match '^GET /v1/dashboards' }).Count }
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'Get-ChecklyDashboard' {
    It 'lists all, in three pages' {
        $listing = Measure-Listing { Get-ChecklyDashboard -Verbose }

        $listing.Emitted.Header | Should -Be $all
        $listing.Pages | Should -Be 3
    }

    It 'with -First <First> -Skip <Skip> returns just these, in <Pages> pages' -ForEach @(
        @{ First = 1; Skip = 0; Pages = 1 }
        @{ First = 10; Skip = 0; Pages = 1 }
        @{ First = 100; Skip = 0; Pages = 1 }
        @{ First = 101; Skip = 0; Pages = 2 }
        @{ First = 200; Skip = 0; Pages = 2 }
        @{ First = 5; Skip = 5; Pages = 1 }
        @{ First = 5; Skip = 98; Pages = 1 }
        @{ First = 3; Skip = 150; Pages = 1 }
        @{ First = 10; Skip = 200; Pages = 1 }
        @{ First = 1; Skip = 204; Pages = 1 }
        @{ First = 0; Skip = 0; Pages = 0 }
    ) {
        $listing = Measure-Listing { Get-ChecklyDashboard -First $First -Skip $Skip -Verbose }

        @($listing.Emitted | ForEach-Object Header) | Should -Be @($all | Select-Object -First $First -Skip $Skip)
        $listing.Pages | Should -Be $Pages
    }

    It 'with -Skip alone returns the rest' {
        (Get-ChecklyDashboard -Skip 202).Header | Should -Be 'Team 202', 'Team 203', 'Team 204'
    }

    It 'beyond the end returns nothing, and is no error' {
        Get-ChecklyDashboard -Skip 1000 -First 5 -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'with -IncludeTotalCount says first how many there are, exactly' {
        $total, $rest = Get-ChecklyDashboard -First 2 -IncludeTotalCount

        $total | Should -BeOfType uint64
        $total | Should -Be 205
        $total.Accuracy | Should -Be 1
        "$total" | Should -Match '205'
        $rest.Header | Should -Be 'Sandbox status', 'Team 1'
    }

    It 'with -First 0 -IncludeTotalCount says only how many there are' {
        $listing = Measure-Listing { Get-ChecklyDashboard -First 0 -IncludeTotalCount -Verbose }

        @($listing.Emitted) | Should -HaveCount 1
        $listing.Emitted[0] | Should -Be 205
        $listing.Pages | Should -Be 1
    }

    It 'streams: what stops reading asks for no more pages' {
        $listing = Measure-Listing { Get-ChecklyDashboard -Verbose | Select-Object -First 3 }

        $listing.Emitted.Header | Should -Be 'Sandbox status', 'Team 1', 'Team 2'
        $listing.Pages | Should -Be 1
    }

    It 'refuses -<Parameter> -1' -ForEach @{ Parameter = 'First' }, @{ Parameter = 'Skip' } {
        $arguments = @{ $Parameter = -1 }

        { Get-ChecklyDashboard @arguments } | Should -Throw "*'$Parameter'*"
    }

    It 'takes the largest numbers there are' {
        { Get-ChecklyDashboard -Skip 204 -First ([ulong]::MaxValue) -ErrorAction Stop } | Should -Not -Throw
        (Get-ChecklyDashboard -Skip 204 -First ([long]::MaxValue)).Header | Should -Be 'Team 204'
    }
}

Describe 'A listing that fails' {
    It 'is one non-terminating error, with no endless asking' {
        $server = Start-LoopbackServer -Status '500 Internal Server Error' -Body '{"statusCode":500}'
        try {
            $session = Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId '5a9db0c5-7e57-4c0d-8000-000000000002' -BaseUri $server.Uri -SkipCheck -PassThru -MaximumRetryCount 0
            Get-ChecklyDashboard -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $sent = $server.Requests.Count
        }
        finally {
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }

        $sent | Should -Be 1
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.ServerError,Checkly.Commands.GetChecklyDashboardCommand'
    }

    It 'ends with one error at a server that sends the same page whatever it is asked for' {
        $server = Start-LoopbackServer -Body '[{"id":1,"dashboardId":"one","header":"One"},{"id":2,"dashboardId":"two","header":"Two"}]'
        try {
            $session = Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId '5a9db0c5-7e57-4c0d-8000-000000000002' -BaseUri $server.Uri -SkipCheck -PassThru
            $total, $read = Get-ChecklyDashboard -Session $session -IncludeTotalCount -ErrorVariable failed -ErrorAction SilentlyContinue
            $sent = $server.Requests.Count
        }
        finally {
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }

        $read.Header | Should -Be 'One', 'Two'
        $total.Accuracy | Should -Be 0
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -Match 'sends the same page of the list again and again'
        $sent | Should -Be 2
    }
}
