# Rows and objects that went through cmdlets which only a real PowerShell has: Import-Csv, Export-Clixml, ConvertTo-Json,
# Select-Object and Format-List. What the module's own cmdlets do is tested in the hosted engine, in Checkly.Cmdlets.Tests.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"

    # Objects as they come out of a file.
    function Get-Saved([string] $How, [object[]] $Objects) {
        switch ($How) {
            'CSV' { $Objects | Export-Csv "$TestDrive/saved.csv"; Import-Csv "$TestDrive/saved.csv" }
            'XML' { $Objects | Export-Clixml "$TestDrive/saved.xml"; Import-Clixml "$TestDrive/saved.xml" }
            'JSON' { $Objects | ConvertTo-Json -Depth 5 | Set-Content "$TestDrive/saved.json"; (Get-Content "$TestDrive/saved.json" -Raw | ConvertFrom-Json) }
        }
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Rows of a CSV' {
    BeforeEach {
        Connect-Checkly -Sandbox
        $incident = New-Drill
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'are posted, whatever the order of the columns' {
        @(
            'Description,Note,Status,IncidentId'
            "Second,x,IDENTIFIED,$($incident.Id)"
            """Third, with a comma"",y,resolved,$($incident.Id)"
        ) | Set-Content TestDrive:/updates.csv

        $updates = Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate

        $updates.Status | Should -BeExactly 'IDENTIFIED', 'RESOLVED'
        $updates.Description | Should -Be 'Second', 'Third, with a comma'
    }

    Context 'of which one has <Name>' -ForEach @(
        @{ Name = 'a bad status'; Row = '{0},EXPLODED,Bad'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Status'*EXPLODED*INVESTIGATING*IDENTIFIED*MONITORING*RESOLVED*MAINTENANCE*" }
        @{ Name = 'a blank description'; Row = '{0},MONITORING,"  "'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Description'*blank*" }
        @{ Name = 'no description'; Row = '{0},MONITORING,'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Description'*empty*" }
        @{ Name = 'an id that is no GUID'; Row = 'not-an-id,MONITORING,Bad'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'IncidentId'*not-an-id*GUID*" }
        @{ Name = 'an unknown id'; Row = '00000000-0000-4000-8000-000000000000,MONITORING,Bad'; Id = 'Checkly.NotFound'; Category = 'ObjectNotFound'; Message = '*404 Not Found*' }
    ) {
        BeforeEach {
            'IncidentId,Status,Description', "$($incident.Id),IDENTIFIED,Second", ($Row -f $incident.Id), "$($incident.Id),RESOLVED,Last" | Set-Content TestDrive:/updates.csv
        }

        It 'are posted but for that one, which is an error' {
            $said = Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate -Verbose -ErrorVariable failed -ErrorAction SilentlyContinue 4>&1

            ($said | Where-Object { $_ -is [Checkly.IncidentUpdate] }).Description | Should -Be 'Second', 'Last'
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be "$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
            $failed[0].CategoryInfo.Category | Should -Be $Category
            $failed[0].Exception.Message | Should -BeLike $Message
            # Only what is well-formed is sent.
            @($said -match '^POST \S+ \{') | Should -HaveCount $(if ($Id -eq 'Checkly.NotFound') { 3 } else { 2 })
        }

        It 'are posted up to that one with -ErrorAction Stop' {
            { Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"

            (Get-ChecklyIncident $incident.Id).IncidentUpdates.Description | Should -Be 'Second', 'First'
        }
    }

    It 'open incidents, with one error for the row that cannot' {
        @'
Name,DashboardId,Status,Description,Impact
One,1001,INVESTIGATING,First,MAJOR
Two,9999,INVESTIGATING,No such dashboard,MINOR
Three,1001,investigating,Third,minor
'@ | ConvertFrom-Csv | New-ChecklyIncident -OutVariable made -ErrorVariable failed -ErrorAction SilentlyContinue

        $made.Name | Should -Be 'One', 'Three'
        $made.Impact | Should -BeExactly 'MAJOR', 'MINOR'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.NotFound,Checkly.Commands.NewChecklyIncidentCommand'
        $failed[0].TargetObject | Should -Be 'Two'
    }

    It 'open incidents of status pages, and update one with the dates at which things happened' {
        $made = "Name,Service,Severity,Description`nOne,Website,major,d`nTwo,API,minor,d" | ConvertFrom-Csv | New-ChecklyStatusPageIncident
        $updates = "IncidentId,Status,Description,PublicDate`n$($made[0]),identified,Found.,2026-01-02T03:04:05Z`n$($made[0]),,More.,2026-01-02T04:04:05Z" | ConvertFrom-Csv |
            ForEach-Object { if (-not $_.Status) { $_.PSObject.Properties.Remove('Status') }; $_ } | New-ChecklyStatusPageIncidentUpdate

        $made.Severity | Should -Be 'MAJOR', 'MINOR'
        $made.Services.Name | Should -Be 'Website', 'API'
        $updates.PublicIncidentUpdateDate | Should -Be ([DateTimeOffset]'2026-01-02T03:04:05Z'), ([DateTimeOffset]'2026-01-02T04:04:05Z')
    }

    It 'make maintenance windows, whose ids come back from a file' {
        $made = "Name,StartsAt,Duration,Tag`nBackup,2026-12-06T02:00Z,01:00,database`nUpgrade,2026-12-07T02:00Z,00:30,web" | ConvertFrom-Csv | New-ChecklyMaintenanceWindow -SilenceAlerts
        Get-Saved CSV ($made | Select-Object Id) | Set-ChecklyMaintenanceWindow -Description 'Of a file.'

        $windows = Get-ChecklyMaintenanceWindow
        $windows.Name | Should -Be 'Backup', 'Upgrade'
        $windows.Description | Should -Be 'Of a file.', 'Of a file.'
        $windows[1].SilenceAlertsTags | Should -Be 'web'
    }

    It 'make services, a status page of them, and its subscriptions' {
        $page = "Name`nCheckout`nSearch" | ConvertFrom-Csv | New-ChecklyStatusPageService | New-ChecklyStatusPage Acme acme
        $result = "StatusPageId,Address`n$($page.Id),ada@example.com`n$($page.Id),alan@example.com" | ConvertFrom-Csv | New-ChecklyStatusPageSubscription

        $page.Cards.Services.Name | Should -Be 'Checkout', 'Search'
        $result.Created | Should -Be 2
        Get-ChecklyStatusPageSubscription $page | ForEach-Object Address | Should -Be 'ada@example.com', 'alan@example.com'
    }
}

Describe 'What was saved as <_>' -ForEach 'CSV', 'XML', 'JSON' {
    BeforeAll { $how = $_ }
    BeforeEach { Connect-Checkly -Sandbox }
    AfterEach { Disconnect-Checkly }

    It 'is the incident or the update that it was' {
        $incident = New-Drill
        $null = Get-Saved $how $incident | New-ChecklyIncidentUpdate -Status MONITORING -Description 'Second'
        Get-Saved $how @(Get-ChecklyIncidentUpdate $incident)[0] | Set-ChecklyIncidentUpdate -Description 'Better'

        (Get-Saved $how $incident | Get-ChecklyIncident).IncidentUpdates.Description | Should -Be 'Better', 'First'
    }

    It 'is the dashboard that it was: its text id is not taken for the number of another' {
        # A text id may have digits only; customers of another dashboard would read it.
        $made = New-ChecklyDashboard 'Acme status'
        $made.DashboardId = '1001'
        $incident = Get-Saved $how $made | New-ChecklyIncident 'Drill' -Status INVESTIGATING -Description 'd' -ErrorAction SilentlyContinue

        $incident.DashboardId | Should -BeIn $null, $made.Id
    }

    It 'are the services that they were, one page and one incident of all' {
        $services = Get-Saved $how @(Get-ChecklyStatusPageService)

        ($services | New-ChecklyStatusPage Acme acme).Cards.Services.Name | Should -Be 'Website', 'API'
        if ($how -eq 'XML') { @($services | New-ChecklyStatusPageIncident -Name 'Both' -Description 'd').Services.Name | Should -Be 'Website', 'API' }
    }

    It 'are the maintenances that they were' {
        $window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
        $times = $window | Get-ChecklyMaintenance -First 3
        $read = Get-Saved $how $times
        $read | New-ChecklyMaintenanceUpdate SCHEDULED 'It will take an hour.' | Should -HaveCount 3
        $read[1] | Remove-ChecklyMaintenance -Confirm:$false
        $read[2] | Set-ChecklyMaintenance -EndsAt $times[2].EndsAt.AddHours(1)

        $after = Get-ChecklyMaintenance $window -First 2
        $after[0].Updates.Description | Should -Be 'It will take an hour.'
        $after[1].Id | Should -Be $times[2].Id
        ($after[1].EndsAt - $after[1].StartsAt).TotalHours | Should -Be 2
        # A maintenance is not taken for its window.
        try { $read[0] | Remove-ChecklyMaintenanceWindow -Confirm:$false -ErrorAction SilentlyContinue } catch { $null = $_ }
        Get-ChecklyMaintenanceWindow | Should -HaveCount 1
    }

    It 'does not post an update again' {
        $incident = New-ChecklyStatusPageIncident 'Drill' -Service Website -Description 'd'
        Get-Saved $how $incident.IncidentUpdates | New-ChecklyStatusPageIncidentUpdate -ErrorAction SilentlyContinue -ErrorVariable refused

        if ($how -eq 'XML') { "$refused" | Should -BeLike '*posted already*' }
        Get-ChecklyStatusPageIncidentUpdate $incident | Should -HaveCount $(if ($refused) { 1 } else { 2 })
    }
}

Describe 'Cards that were saved' {
    It 'make another page' {
        Connect-Checkly -Sandbox
        $cards = Get-Saved JSON (New-ChecklyStatusPage Other other -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two'; Services = 'API', 'Website' }).Cards
        $page = New-ChecklyStatusPage Acme acme -Card $cards
        Disconnect-Checkly

        $page.Cards.Name | Should -Be 'One', 'Two'
        $page.Cards[1].Services.Name | Should -Be 'API', 'Website'
    }
}

Describe 'Select-Object -First' {
    BeforeEach { Connect-Checkly -Sandbox }
    AfterEach { Disconnect-Checkly }

    It 'stops a list, which asks for no more pages' {
        1..204 | ForEach-Object { $null = New-ChecklyDashboard "Team $_" }
        $said = Get-ChecklyDashboard -Verbose 4>&1 | Select-Object -First 4

        $said.Header | Should -Be 'Sandbox status', 'Team 1', 'Team 2'
        @($said -match '^GET /v1/dashboards') | Should -HaveCount 1
    }

    It 'stops a pipeline of changes: three of a thousand updates are posted' {
        $incident = New-Drill
        $made = 1..1000 | ForEach-Object { [pscustomobject]@{ IncidentId = $incident.Id; Status = 'MONITORING'; Description = "Update $_" } } |
            New-ChecklyIncidentUpdate | Select-Object -First 3

        $made.Description | Should -Be 'Update 1', 'Update 2', 'Update 3'
        (Get-ChecklyIncidentUpdate $incident).Description | Should -Be 'Update 3', 'Update 2', 'Update 1', 'First'
    }

    It 'takes what a command has made, and nobody warns that it may be missing' {
        # In a process of its own: the warning would go to the host.
        $shown = & $pwsh -NoProfile -NonInteractive -Command "
            Import-Module '$manifest'; Connect-Checkly -Sandbox
            (New-ChecklyIncident N -DashboardId 1001 -Status RESOLVED -Description d | Select-Object -First 1).Name"

        $shown | Should -Be 'N'
    }
}

Describe 'Format-List of <_>' -ForEach 'MaintenanceWindow', 'Maintenance', 'MaintenanceUpdate', 'StatusPageIncident' {
    It 'shows every property' {
        $object = ([type]"Checkly.$_")::new()
        $shown = ($object | Format-List | Out-String -Width 200) -replace "$([char]27)\[[0-9;]*m"

        $object.PSObject.Properties.Name | Where-Object { $shown -notmatch "(?m)^$_\b" } | Should -BeNullOrEmpty
    }
}

Describe 'What is shown' {
    BeforeAll {
        # Windows PowerShell has no $PSStyle: all it shows is plain.
        $rendering = $PSStyle.OutputRendering
        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
        Connect-Checkly -Sandbox
        $window = New-ChecklyMaintenanceWindow Deploy -Duration 00:30 -StartsAt 2026-12-06 -TimeZone 'W. Europe Standard Time' -RepeatEvery 2 -RepeatUnit WEEK -RepeatUntil 2027-12-05 -Tag web, api -PauseChecks
        $incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'We are looking into it.'
        $null = New-ChecklyStatusPageIncidentUpdate $incident MONITORING 'Watching.' -PublicDate '2026-01-02T03:04:05+02:00'
        $incident = Get-ChecklyStatusPageIncident $incident
        $page = Get-ChecklyStatusPage -Url sandbox
        # A view sends no request: nothing could be sent any more.
        Disconnect-Checkly
    }

    AfterAll {
        if ($PSStyle) { $PSStyle.OutputRendering = $rendering }
    }

    # PowerShell reads .Keys of a map as its entry 'keys', where it has one.
    It 'A list shows the names in a map, also keys' {
        $check = [Checkly.Check]@{ Id = 'c'; TriggerIncident = @{ keys = 1 } }
        $check.AdditionalProperties['keys'] = 2

        $shown = ($check | Format-List | Out-String -Width 200) -replace "$([char]27)\[[0-9;]*m"

        $shown | Should -Match 'TriggerIncident +: keys'
        $shown | Should -Match 'AdditionalProperties +: keys'
    }

    It '<Format> of a <Of> has <Shown>' -ForEach @(
        @{ Of = 'window'; Format = 'Out-String'; Shown = 'pauses web, api' }
        @{ Of = 'window'; Format = 'Format-List'; Shown = 'every 2 weeks until 2027-12-05, Europe/Berlin' }
        @{ Of = 'window'; Format = 'Format-Custom'; Shown = 'Deploy \(\d+\): every 2 weeks' }
        @{ Of = 'page'; Format = 'Format-Custom'; Shown = 'Website' }
        @{ Of = 'page'; Format = 'Format-List'; Shown = 'Services: Website, API' }
        @{ Of = 'incident'; Format = 'Out-String'; Shown = 'Checkout is slow' }
        @{ Of = 'incident'; Format = 'Format-Custom'; Shown = '(?m)\d+ d ago +MONITORING +Watching\.' }
    ) {
        $text = (Get-Variable $Of -ValueOnly) | & $Format | Out-String -Width 100

        $text | Should -Match $Shown
        ($text -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'of an incident as a table fits 80 columns, with its name' {
        $text = $incident | Out-String -Width 80 -Stream

        ($text | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $text -match 'Checkout is slow' | Should -HaveCount 1
    }
}
