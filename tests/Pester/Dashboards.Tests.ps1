BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Dashboards' {
    BeforeEach {
        # Each test has an account of its own: the dashboards of one would be seen by the next.
        Connect-Checkly -Sandbox
    }

    AfterEach {
        Disconnect-Checkly
    }

    Context 'New-ChecklyDashboard' {
        It 'returns the dashboard, typed, with both ids' {
            $made = New-ChecklyDashboard 'Acme status' -CustomUrl acme -EnableIncidents -Tag api, production -Width 960PX

            $made | Should -HaveCount 1
            $made | Should -BeOfType Checkly.Dashboard
            $made.Id | Should -BeGreaterThan 1001
            $made.DashboardId | Should -BeOfType string
            $made.Header | Should -Be 'Acme status'
            $made.CustomUrl | Should -Be 'acme'
            $made.EnableIncidents | Should -BeTrue
            $made.Tags | Should -Be 'api', 'production'
            $made.Width | Should -Be '960PX'
            $made.CreatedAt | Should -BeOfType DateTimeOffset
        }

        It 'sends only what is given, and leaves the rest to the API' {
            $made = New-ChecklyDashboard 'Acme status'

            $made.Width | Should -Be 'FULL'
            $made.RefreshRate | Should -Be 60
            $made.EnableIncidents | Should -BeFalse
        }

        It 'sends $false for a switch with :$false' {
            # This one is on unless it is turned off.
            $made = New-ChecklyDashboard 'Acme status' -Paginate:$false -ShowP95:$false

            $made.AdditionalProperties['paginate'] | Should -BeFalse
            $made.AdditionalProperties['showP95'] | Should -BeFalse
            $made.AdditionalProperties['showP99'] | Should -BeTrue
        }

        It 'is Checkly.Conflict for a -CustomUrl that is taken, and makes nothing' {
            New-ChecklyDashboard 'Acme status' -CustomUrl sandbox -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.Conflict,Checkly.Commands.NewChecklyDashboardCommand'
            $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
            $failed[0].Exception.Message | Should -Match 'sandbox'
            $failed[0].TargetObject | Should -Be 'Acme status'
            Get-ChecklyDashboard | Should -HaveCount 1
        }

        It 'returns nothing with -WhatIf, and makes nothing' {
            New-ChecklyDashboard 'Acme status' -WhatIf | Should -BeNullOrEmpty

            Get-ChecklyDashboard | Should -HaveCount 1
        }

        It 'refuses -<Parameter> <Value>, naming the parameter' -ForEach @(
            @{ Parameter = 'Header'; Value = ' ' }
            @{ Parameter = 'Width'; Value = 'HALF' }
            @{ Parameter = 'ChecksPerPage'; Value = 21 }
            @{ Parameter = 'ChecksPerPage'; Value = 0 }
            @{ Parameter = 'RefreshRate'; Value = 0 }
            @{ Parameter = 'PaginationRate'; Value = -1 }
        ) {
            $arguments = @{ Header = 'Acme status' }
            $arguments[$Parameter] = $Value

            { New-ChecklyDashboard @arguments } | Should -Throw "*'$Parameter'*"
        }

        It 'takes -Width in lower case, as all else that is typed' {
            (New-ChecklyDashboard 'Acme status' -Width 960px).Width | Should -BeExactly '960PX'
        }
    }

    Context 'Get-ChecklyDashboard' {
        It 'finds one by <What>' -ForEach @(
            @{ What = 'its id'; Command = { Get-ChecklyDashboard $made.DashboardId } }
            @{ What = 'itself'; Command = { Get-ChecklyDashboard $made } }
            @{ What = 'the pipeline'; Command = { $made | Get-ChecklyDashboard } }
            @{ What = 'its id in the pipeline'; Command = { $made.DashboardId | Get-ChecklyDashboard } }
            @{ What = 'its custom URL'; Command = { Get-ChecklyDashboard -CustomUrl acme } }
            @{ What = 'its custom domain'; Command = { Get-ChecklyDashboard -CustomDomain status.example.com } }
            @{ What = 'a row with the column DashboardId'; Command = { [pscustomobject]@{ DashboardId = $made.DashboardId } | Get-ChecklyDashboard } }
        ) {
            $made = New-ChecklyDashboard 'Acme status' -CustomUrl acme -CustomDomain status.example.com

            (& $Command).DashboardId | Should -Be $made.DashboardId
        }

        It 'is Checkly.NotFound for an unknown one, naming it, and returns the others' {
            $made = New-ChecklyDashboard 'Acme status'
            $read = Get-ChecklyDashboard 'nowhere1', $made.DashboardId -ErrorVariable failed -ErrorAction SilentlyContinue

            $read.Header | Should -Be 'Acme status'
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.GetChecklyDashboardCommand'
            $failed[0].Exception.Message | Should -Match 'nowhere1'
        }
    }

    Context 'Set-ChecklyDashboard' {
        It 'changes only what is named' {
            $made = New-ChecklyDashboard 'Acme status' -CustomUrl acme -Description 'All of it' -Tag api -EnableIncidents -ChecksPerPage 7 -Paginate:$false -CustomCss 'b {}'
            $made | Set-ChecklyDashboard -Header 'New' | Should -BeNullOrEmpty

            $after = Get-ChecklyDashboard $made
            $after.Header | Should -Be 'New'
            $after.Header = $made.Header
            ($after | ConvertTo-Json -Depth 4) | Should -Be ($made | ConvertTo-Json -Depth 4)
        }

        It 'clears -<Parameter> with $null' -ForEach @(
            @{ Parameter = 'Description'; Value = 'All of it' }
            @{ Parameter = 'CustomUrl'; Value = 'acme' }
            @{ Parameter = 'CustomDomain'; Value = 'status.example.com' }
            @{ Parameter = 'Link'; Value = 'https://example.com' }
            @{ Parameter = 'Logo'; Value = 'https://example.com/logo.png' }
            @{ Parameter = 'Favicon'; Value = 'https://example.com/icon.png' }
        ) {
            $with = @{ $Parameter = $Value }
            $none = @{ $Parameter = $null }
            $made = New-ChecklyDashboard 'Acme status' @with
            $made.$Parameter | Should -Be $Value
            $after = $made | Set-ChecklyDashboard @none -PassThru

            $after.$Parameter | Should -BeNullOrEmpty
            $after.Header | Should -Be 'Acme status'
        }

        It 'clears the tags with <What>' -ForEach @(
            @{ What = 'an empty array'; None = @() }
            @{ What = '$null'; None = $null }
        ) {
            $made = New-ChecklyDashboard 'Acme status' -Tag api, production

            ($made | Set-ChecklyDashboard -Tag $None -PassThru -ErrorAction Stop).Tags | Should -HaveCount 0
        }

        It 'turns a switch off with :$false and on without' {
            $off = Get-ChecklyDashboard -CustomUrl sandbox | Set-ChecklyDashboard -EnableIncidents:$false -PassThru
            $on = $off | Set-ChecklyDashboard -EnableIncidents -PassThru

            $off.EnableIncidents | Should -BeFalse
            $on.EnableIncidents | Should -BeTrue
        }

        It 'changes many that Get-ChecklyDashboard emits' {
            1..3 | ForEach-Object { $null = New-ChecklyDashboard "Team $_" }
            $after = Get-ChecklyDashboard | Set-ChecklyDashboard -Description 'Same' -PassThru

            $after.Header | Should -Be 'Sandbox status', 'Team 1', 'Team 2', 'Team 3'
            (Get-ChecklyDashboard).Description | Should -Be 'Same', 'Same', 'Same', 'Same'
        }

        It 'does not write back the old values of a dashboard that was read before' {
            $old = Get-ChecklyDashboard -CustomUrl sandbox
            Set-ChecklyDashboard $old -Header 'New'
            $old | Set-ChecklyDashboard -Description 'd'

            (Get-ChecklyDashboard $old).Header | Should -Be 'New'
        }

        It 'invents nothing with -WhatIf -PassThru, and changes nothing' {
            Get-ChecklyDashboard | Set-ChecklyDashboard -Header 'New' -WhatIf -PassThru | Should -BeNullOrEmpty

            (Get-ChecklyDashboard).Header | Should -Be 'Sandbox status'
        }

        It 'is Checkly.Conflict for a -CustomUrl that is taken, and the rest goes on' {
            $made = New-ChecklyDashboard 'Acme status' -CustomUrl acme
            $other = New-ChecklyDashboard 'Other' -CustomUrl other
            $after = $other, $made | Set-ChecklyDashboard -CustomUrl acme -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue

            $after.DashboardId | Should -Be $made.DashboardId
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.Conflict,Checkly.Commands.SetChecklyDashboardCommand'
            $failed[0].TargetObject | Should -Be $other.DashboardId
        }

        It 'refuses a call that names nothing to change' {
            Get-ChecklyDashboard | Set-ChecklyDashboard -ErrorVariable failed -ErrorAction SilentlyContinue

            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.SetChecklyDashboardCommand'
        }
    }

    Context 'Remove-ChecklyDashboard' {
        It 'removes what Get-ChecklyDashboard emits, one or many, and emits nothing' {
            1..3 | ForEach-Object { $null = New-ChecklyDashboard "Team $_" }
            Get-ChecklyDashboard | Where-Object Header -EQ 'Team 2' | Remove-ChecklyDashboard -Confirm:$false | Should -BeNullOrEmpty
            (Get-ChecklyDashboard).Header | Should -Be 'Sandbox status', 'Team 1', 'Team 3'

            Get-ChecklyDashboard | Remove-ChecklyDashboard -Confirm:$false
            Get-ChecklyDashboard | Should -BeNullOrEmpty
        }

        It 'is Checkly.NotFound for one that is gone, naming it, and the rest goes on' {
            $one = New-ChecklyDashboard 'One'
            $two = New-ChecklyDashboard 'Two'
            $one | Remove-ChecklyDashboard -Confirm:$false
            $one, $two | Remove-ChecklyDashboard -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.RemoveChecklyDashboardCommand'
            $failed[0].Exception.Message | Should -Match $one.DashboardId
            (Get-ChecklyDashboard).Header | Should -Be 'Sandbox status'
        }
    }

    Context 'New-ChecklyIncident' {
        It 'opens an incident on <What>' -ForEach @(
            @{ What = 'a dashboard from the pipeline'; Command = { $made | New-ChecklyIncident 'Drill' -Status INVESTIGATING -Description 'd' } }
            @{ What = 'what Get-ChecklyDashboard emits'; Command = { Get-ChecklyDashboard -CustomUrl acme | New-ChecklyIncident -Name 'Drill' -Status INVESTIGATING -Description 'd' } }
            @{ What = 'a dashboard given to -DashboardId'; Command = { New-ChecklyIncident 'Drill' -DashboardId $made -Status INVESTIGATING -Description 'd' } }
            @{ What = 'a number from the pipeline'; Command = { $made.Id | New-ChecklyIncident 'Drill' -Status INVESTIGATING -Description 'd' } }
        ) {
            $made = New-ChecklyDashboard 'Acme status' -CustomUrl acme -Description 'Of the dashboard'
            $incident = & $Command

            $incident | Should -HaveCount 1
            $incident.DashboardId | Should -Be $made.Id
            $incident.IncidentUpdates[0].Description | Should -Be 'd'
        }

        It 'opens one on each of many' {
            1..2 | ForEach-Object { $null = New-ChecklyDashboard "Team $_" }
            $incidents = Get-ChecklyDashboard | New-ChecklyIncident 'Drill' -Status INVESTIGATING -Description 'd'

            $incidents.DashboardId | Should -Be (Get-ChecklyDashboard).Id
        }

        It 'does not take the text id of a dashboard that was saved for the number of another' {
            # A text id may have digits only; customers of another dashboard would read it.
            $made = New-ChecklyDashboard 'Acme status'
            $made.DashboardId = '1001'
            $read = $made | ConvertTo-Json | ConvertFrom-Json
            $incident = $read | New-ChecklyIncident 'Drill' -Status INVESTIGATING -Description 'd' -ErrorAction SilentlyContinue

            $incident.DashboardId | Should -BeIn $null, $made.Id
        }

        It 'does not take the description of a dashboard for its own' {
            $made = New-ChecklyDashboard 'Acme status' -Description 'Of the dashboard'

            # What customers read must be said for this incident, as an incident does not bring its old status into an update.
            $incident = $made | New-ChecklyIncident -Name 'Drill' -Status INVESTIGATING -ErrorAction SilentlyContinue

            $incident | Should -BeNullOrEmpty
        }
    }
}
