BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $pageId = '5a9db0c5-7e57-4c0d-8000-000000000010'
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Exit-CleanEnvironment $saved
}

Describe 'Status pages' {
    BeforeEach {
        Connect-Checkly -Sandbox
    }

    AfterEach {
        Disconnect-Checkly
    }

    Context 'New-ChecklyStatusPage' {
        It 'shows services given as <What>' -ForEach @(
            @{ What = 'names'; Command = { New-ChecklyStatusPage Acme acme -Service website, API } }
            @{ What = 'ids'; Command = { New-ChecklyStatusPage Acme acme -Service $services.Id } }
            @{ What = 'objects'; Command = { New-ChecklyStatusPage Acme acme $services } }
            @{ What = 'objects from the pipeline'; Command = { Get-ChecklyStatusPageService | New-ChecklyStatusPage Acme acme } }
            @{ What = 'names from the pipeline'; Command = { 'Website', 'API' | New-ChecklyStatusPage Acme acme } }
            @{ What = 'rows of a CSV'; Command = { $services | Export-Csv "$TestDrive/s.csv"; Import-Csv "$TestDrive/s.csv" | New-ChecklyStatusPage Acme acme } }
            @{ What = 'what was saved as JSON'; Command = { $services | ConvertTo-Json | ConvertFrom-Json | New-ChecklyStatusPage Acme acme } }
            @{ What = 'what was saved as XML'; Command = { $services | Export-Clixml "$TestDrive/s.xml"; Import-Clixml "$TestDrive/s.xml" | New-ChecklyStatusPage Acme acme } }
            @{ What = 'hashtables'; Command = { New-ChecklyStatusPage Acme acme -Service @{ Name = 'Website' }, @{ Id = $services[1].Id } } }
            @{ What = 'a mix'; Command = { New-ChecklyStatusPage Acme acme -Service $services[0], api } }
        ) {
            $services = Get-ChecklyStatusPageService
            $page = & $Command

            $page | Should -HaveCount 1
            $page | Should -BeOfType Checkly.StatusPage
            $page.Cards.Name | Should -Be 'Acme'
            $page.Cards.Services.Name | Should -Be 'Website', 'API'
            (Get-ChecklyStatusPage $page).Url | Should -Be 'acme'
        }

        It 'takes cards as <What>' -ForEach @(
            @{ What = 'hashtables'; Cards = { @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two'; Services = 'API', 'Website' } } }
            @{ What = 'objects'; Cards = { [pscustomobject]@{ Name = 'One'; Services = 'API' }, [pscustomobject]@{ Name = 'Two'; Services = Get-ChecklyStatusPageService | Sort-Object Name } } }
            @{ What = 'cards of another page'; Cards = { (New-ChecklyStatusPage Other other -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two'; Services = 'API', 'Website' }).Cards } }
            @{ What = 'cards that were saved'; Cards = { (New-ChecklyStatusPage Other other -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two'; Services = 'API', 'Website' }).Cards | ConvertTo-Json -Depth 4 | ConvertFrom-Json } }
        ) {
            $page = New-ChecklyStatusPage Acme acme -Card (& $Cards)

            $page.Cards.Name | Should -Be 'One', 'Two'
            $page.Cards[0].Services.Name | Should -Be 'API'
            $page.Cards[1].Services.Name | Should -Be 'API', 'Website'
        }

        It 'makes nothing when a service cannot be found, and says what there is' {
            New-ChecklyStatusPage Acme acme -Service API, Chekout -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.NewChecklyStatusPageCommand'
            $failed[0].Exception.Message | Should -Be "The account has no service 'Chekout'. It has 'Website', 'API'."
            Get-ChecklyStatusPage | Should -HaveCount 1
        }

        It 'ends a script with -ErrorAction Stop' {
            { New-ChecklyStatusPage Acme acme -Service Chekout -ErrorAction Stop } | Should -Throw '*no service*'
        }
    }

    Context 'Set-ChecklyStatusPage' {
        It 'changes only what is named' {
            $made = New-ChecklyStatusPage Acme acme -Service API, Website -Description 'All of it' -CustomDomain status.example.com -RedirectTo https://example.com -DefaultTheme DARK
            $made | Set-ChecklyStatusPage -Name 'New' | Should -BeNullOrEmpty

            $after = Get-ChecklyStatusPage $made
            $after.Name | Should -Be 'New'
            'Id', 'Url', 'Description', 'CustomDomain', 'RedirectTo', 'DefaultTheme' | ForEach-Object { $after.$_ | Should -Be $made.$_ }
            $after.Cards.Id | Should -Be $made.Cards.Id
            $after.Cards.Services.Id | Should -Be $made.Cards.Services.Id
        }

        It 'shows a service on all pages, one after the other' {
            1..2 | ForEach-Object { $null = New-ChecklyStatusPage "Page $_" "page-$_" -Service API }
            $after = Get-ChecklyStatusPage -Name 'Page*' | Set-ChecklyStatusPage -AddService Website -PassThru

            $after.Cards.Services.Name | Should -Be 'API', 'Website', 'API', 'Website'
        }

        It 'moves a service to another card in one go' {
            $after = Set-ChecklyStatusPage $pageId -RemoveService API -AddService API -CardName Data -PassThru

            $after.Cards.Name | Should -Be 'Services', 'Data'
            $after.Cards[0].Services.Name | Should -Be 'Website'
            $after.Cards[1].Services.Name | Should -Be 'API'
        }

        It 'clears -<_> with $null' -ForEach 'Description', 'CustomDomain', 'Logo', 'LogoDark', 'RedirectTo', 'Favicon' {
            $with = @{ $_ = $(if ($_ -in 'Description', 'CustomDomain') { 'status.example.com' } else { 'https://example.com/x' }) }
            $none = @{ $_ = $null }
            $made = New-ChecklyStatusPage Acme acme @with
            $made.$_ | Should -Not -BeNullOrEmpty

            ($made | Set-ChecklyStatusPage @none -PassThru).$_ | Should -BeNullOrEmpty
        }

        It 'does not write back the old values of a page that was read before' {
            $old = Get-ChecklyStatusPage -Url sandbox
            Set-ChecklyStatusPage $old -Name 'New' -RemoveService API
            $old | Set-ChecklyStatusPage -Description 'd'

            $after = Get-ChecklyStatusPage $old
            $after.Name | Should -Be 'New'
            $after.Cards.Services.Name | Should -Be 'Website'
        }
    }

    Context 'Services' {
        It 'are made, found, renamed and removed' {
            $made = 'Checkout', 'Search' | New-ChecklyStatusPageService
            $made | Should -BeOfType Checkly.StatusPageService
            (Get-ChecklyStatusPageService -Name '*c*h*').Name | Should -Be 'Checkout', 'Search'

            $made[0] | Set-ChecklyStatusPageService -Name Payments
            (Get-ChecklyStatusPageService $made[0]).Name | Should -Be 'Payments'

            $made | Remove-ChecklyStatusPageService -Confirm:$false
            (Get-ChecklyStatusPageService).Name | Should -Be 'Website', 'API'
        }

        It 'are made of a file with the column Name' {
            'Name', 'Checkout', 'Search' | Set-Content "$TestDrive/services.csv"
            $page = Import-Csv "$TestDrive/services.csv" | New-ChecklyStatusPageService | New-ChecklyStatusPage Acme acme

            $page.Cards.Services.Name | Should -Be 'Checkout', 'Search'
        }
    }

    Context 'Subscriptions' {
        It 'come from a file with the columns StatusPageId and Address' {
            'StatusPageId,Address', "$pageId,ada@example.com", "$pageId,alan@example.com" | Set-Content "$TestDrive/who.csv"
            $result = Import-Csv "$TestDrive/who.csv" | New-ChecklyStatusPageSubscription

            $result | Should -BeOfType Checkly.StatusPageSubscriptionResult
            $result.Created | Should -Be 2
            $result.Status | Should -Be 'PENDING'
            Get-ChecklyStatusPageSubscription $pageId | ForEach-Object Address | Should -Be 'ada@example.com', 'alan@example.com'
        }

        It 'come from one address on each line' {
            'ada@example.com', 'alan@example.com' | Set-Content "$TestDrive/who.txt"
            $result = Get-Content "$TestDrive/who.txt" | New-ChecklyStatusPageSubscription $pageId -AutoVerify

            $result.Status | Should -Be 'VERIFIED'
        }

        It 'that are there already are skipped' {
            $null = New-ChecklyStatusPageSubscription $pageId ada@example.com
            $result = New-ChecklyStatusPageSubscription $pageId ada@example.com, alan@example.com

            $result.Created, $result.Skipped | Should -Be 1, 1
        }

        It 'are removed from all pages by their address' {
            $other = New-ChecklyStatusPage Acme acme
            $null = $pageId, $other.Id | ForEach-Object { New-ChecklyStatusPageSubscription $_ ada@example.com, alan@example.com }
            Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription -Address 'ada@*' | Remove-ChecklyStatusPageSubscription -Confirm:$false

            Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription | ForEach-Object Address | Should -Be 'alan@example.com', 'alan@example.com'
        }
    }
}

Describe 'A script with mocks' {
    It 'sees the id of a page that is <What>' -ForEach @(
        @{ What = 'given by position'; Call = { Set-ChecklyStatusPage $page -Name New } }
        @{ What = 'piped in'; Call = { $page | Set-ChecklyStatusPage -Name New } }
    ) {
        Mock Set-ChecklyStatusPage { }
        $page = [Checkly.StatusPage]@{ Id = $pageId; Name = 'Acme' }

        & $Call

        Should -Invoke Set-ChecklyStatusPage -Exactly 1 -ParameterFilter { $Id -eq '5a9db0c5-7e57-4c0d-8000-000000000010' -and $Name -eq 'New' }
    }

    It 'gets back what it made up' {
        Mock Get-ChecklyStatusPage {
            [Checkly.StatusPage]@{ Name = 'Acme'; Cards = @([Checkly.StatusPageCard]@{ Name = 'Core'; Services = @([Checkly.StatusPageService]@{ Name = 'API'; State = 'MAJOR' }) }) }
        } -ParameterFilter { $IncludeState }

        ((Get-ChecklyStatusPage -IncludeState).Cards.Services | Where-Object State -NE OPERATIONAL).Name | Should -Be 'API'
    }

    It 'takes cards as the cmdlet does' {
        Mock New-ChecklyStatusPage { }

        New-ChecklyStatusPage Acme acme -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two' }

        Should -Invoke New-ChecklyStatusPage -Exactly 1 -ParameterFilter { $Card.Count -eq 2 -and $Card[0].Services -eq 'API' }
    }

    It 'sees each address and page of a row' {
        Mock New-ChecklyStatusPageSubscription { }

        [pscustomobject]@{ StatusPageId = $pageId; Address = 'ada@example.com' } | New-ChecklyStatusPageSubscription

        Should -Invoke New-ChecklyStatusPageSubscription -Exactly 1 -ParameterFilter { $StatusPageId -eq '5a9db0c5-7e57-4c0d-8000-000000000010' -and $Address -eq 'ada@example.com' }
    }
}

Describe 'Views' {
    BeforeAll {
        $evil = "a$([char]27)[31mred$([char]7)$([char]0x9B)2J$([char]0x202E)"
        $service = [Checkly.StatusPageService]@{ Id = 's'; Name = "API$evil"; State = "MAJOR$evil"; AccountId = $evil }
        $card = [Checkly.StatusPageCard]@{ Id = 'c'; Name = "Core$evil"; Services = @($service) }
        $objects = @{
            Page         = [Checkly.StatusPage]@{ Id = 'p'; Name = "Acme$evil"; Url = "acme$evil"; CustomDomain = $evil; Description = $evil; Logo = $evil; LogoDark = $evil; RedirectTo = $evil; Favicon = $evil; DefaultTheme = $evil; Cards = @($card) }
            Card         = $card
            Service      = $service
            Subscription = [Checkly.StatusPageSubscription]@{ Id = 's'; StatusPageId = "p$evil"; Address = "a@b.de$evil"; Status = $evil; Type = $evil }
            Result       = [Checkly.StatusPageSubscriptionResult]@{ StatusPageId = "p$evil"; Created = 1; Status = $evil }
        }
        $PSStyle.OutputRendering = 'Ansi'
    }

    AfterAll {
        $PSStyle.OutputRendering = 'PlainText'
    }

    It 'of <Type> by <Format> show nothing that could drive a terminal' -ForEach @(
        foreach ($type in 'Page', 'Card', 'Service', 'Subscription', 'Result') {
            foreach ($format in 'Out-Default', 'Format-Table', 'Format-List', 'Format-Custom') {
                # Only what has such a view of its own: what the engine makes of the others is not of this module.
                if ("$type $format" -notin 'Card Format-List', 'Card Format-Custom', 'Service Format-Custom', 'Subscription Format-Custom', 'Result Format-List', 'Result Format-Custom') {
                    @{ Type = $type; Format = $format }
                }
            }
        }
    ) {
        $shown = if ($Format -eq 'Out-Default') { $objects[$Type] | Out-String -Width 200 } else { $objects[$Type] | & $Format | Out-String -Width 200 }

        $shown | Should -Match 'a\[31mre'
        $shown | Should -Not -Match "$([char]27)\[31mred|[$([char]7)$([char]0x9B)$([char]0x202E)]"
    }

    It 'send no request' {
        Connect-Checkly -Sandbox
        try {
            $page = Get-ChecklyStatusPage -Url sandbox
            Disconnect-Checkly

            # Nothing could be sent any more.
            $page | Format-Custom | Out-String | Should -Match 'Website'
            $page | Format-List | Out-String | Should -Match 'Services: Website, API'
        }
        finally {
            Disconnect-Checkly -ErrorAction SilentlyContinue
        }
    }
}

Describe 'A removal where nobody can be asked' {
    It 'fails with Checkly.CannotAsk and removes nothing' {
        # One process for all three: each costs half a second.
        @"
Import-Module '$manifest'
Connect-Checkly -Sandbox
`$null = New-ChecklyStatusPageSubscription $pageId ada@example.com
foreach (`$get in { Get-ChecklyStatusPage }, { Get-ChecklyStatusPageService -Name API }, { Get-ChecklyStatusPageSubscription $pageId }) {
    `$there = & `$get
    try { `$there | & "Remove-`$(`$there.GetType().FullName.Replace('.', ''))" } catch { `$_.FullyQualifiedErrorId }
    "left: `$(@(& `$get).Count)"
}
"@ | Set-Content "$TestDrive/run.ps1"
        $lines = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$TestDrive/run.ps1"

        $lines | Should -Be @(
            'Checkly.CannotAsk,Checkly.Commands.RemoveChecklyStatusPageCommand', 'left: 1'
            'Checkly.CannotAsk,Checkly.Commands.RemoveChecklyStatusPageServiceCommand', 'left: 1'
            'Checkly.CannotAsk,Checkly.Commands.RemoveChecklyStatusPageSubscriptionCommand', 'left: 1'
        )
    }
}
