BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    $names = (Get-Command -Module Checkly -Name '*-ChecklyStatusPageIncident*').Name
}

BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    Connect-Checkly -Sandbox

    $pageId = '5a9db0c5-7e57-4c0d-8000-000000000010'
    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'

    function New-Drill([string] $Name = 'Drill', [string] $Status = 'INVESTIGATING') {
        New-ChecklyStatusPageIncident $Name -Service Website -Status $Status -Description 'We are looking into it.'
    }

    # What -WhatIf says goes to the host; a transcript is where a script finds it.
    function Get-WhatIf([scriptblock] $Command) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        $null = Start-Transcript $file -UseMinimalHeader
        try { $null = & $Command } finally { $null = Stop-Transcript }
        @(Get-Content $file | Where-Object { $_ -like 'What if:*' })
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'An incident of status pages' {
    It 'lives from open to removed in one script' {
        $incident = New-ChecklyStatusPageIncident 'Checkout is slow' -StatusPageId $pageId -Severity MAJOR -Description 'Looking.'
        $incident.Services.Name | Should -Be 'Website', 'API'
        $incident.CurrentStatus | Should -BeExactly 'INVESTIGATING'

        $update = $incident | New-ChecklyStatusPageIncidentUpdate -Status Identified -Description 'Found.' -Severity critical
        $update | Should -BeOfType Checkly.StatusPageIncidentUpdate
        $update | Set-ChecklyStatusPageIncidentUpdate -Description 'Found it.'
        $incident | Set-ChecklyStatusPageIncident -Name 'Checkout is down'

        $after = Get-ChecklyStatusPageIncident $incident
        $after.Name, $after.Severity, $after.CurrentStatus | Should -Be 'Checkout is down', 'CRITICAL', 'IDENTIFIED'
        (Get-ChecklyStatusPageIncidentUpdate $incident).Description | Should -Be 'Found it.', 'Looking.'

        (Get-ChecklyStatusPageIncident -Status Open | Resolve-ChecklyStatusPageIncident).Status | Should -Be 'RESOLVED'
        Get-ChecklyStatusPageIncident -Status Open | Should -BeNullOrEmpty
        Get-ChecklyStatusPageIncident | Remove-ChecklyStatusPageIncident -Confirm:$false
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }

    It 'keeps its status with an update that names none, and mails nobody' {
        $incident = New-Drill -Status MONITORING
        $update = New-ChecklyStatusPageIncidentUpdate $incident -Description 'Still watching.'

        $update.Status | Should -BeExactly 'MONITORING'
        $update.NotifySubscribers | Should -BeFalse
    }

    It 'is updated by a CSV, with the dates at which things happened' {
        $incident = New-Drill
        "IncidentId,Status,Description,PublicDate`n$incident,identified,Found.,2026-01-02T03:04:05Z`n$incident,,More.,2026-01-02T04:04:05Z" |
            ConvertFrom-Csv | ForEach-Object { if (-not $_.Status) { $_.PSObject.Properties.Remove('Status') }; $_ } |
            New-ChecklyStatusPageIncidentUpdate | ForEach-Object PublicIncidentUpdateDate |
            Should -Be ([DateTimeOffset]'2026-01-02T03:04:05Z'), ([DateTimeOffset]'2026-01-02T04:04:05Z')
    }

    It 'comes from a CSV' {
        $made = "Name,Service,Severity,Description`nOne,Website,major,d`nTwo,API,minor,d" | ConvertFrom-Csv | New-ChecklyStatusPageIncident

        $made.Severity | Should -Be 'MAJOR', 'MINOR'
        $made.Services.Name | Should -Be 'Website', 'API'
    }

    It 'is one for all the services that are piped in, also when they were saved' {
        $services = (New-ChecklyStatusPageIncident 'All' -Service Website, API -Description 'd').Services
        $services | Export-Clixml "$TestDrive/services.xml"

        $made = @(Import-Clixml "$TestDrive/services.xml" | New-ChecklyStatusPageIncident -Name 'Both' -Description 'd')

        $made | Should -HaveCount 1
        $made.Services | Should -HaveCount 2
    }

    It 'is opened by a status page that is piped in, and found by it' {
        $other = New-ChecklyStatusPageService 'Elsewhere'
        $made = Get-ChecklyStatusPage | New-ChecklyStatusPageIncident -Name 'Everything is slow' -Description 'd'
        $null = $other | New-ChecklyStatusPageIncident -Name 'Elsewhere' -Description 'd'

        $made.Services.Name | Should -Be 'Website', 'API'
        (Get-ChecklyStatusPageIncident -First 1).Name | Should -Be 'Elsewhere'
        (Get-ChecklyStatusPage | Get-ChecklyStatusPageIncident -First 1).Name | Should -Be 'Everything is slow'
        Get-ChecklyStatusPageService | New-ChecklyStatusPageIncident -Name 'All' -Description 'd' | Should -HaveCount 1
    }

    It 'is not opened anew by an update that was saved' {
        $incident = New-Drill
        $incident.IncidentUpdates | Export-Clixml "$TestDrive/updates.xml"

        Import-Clixml "$TestDrive/updates.xml" | New-ChecklyStatusPageIncidentUpdate -ErrorAction SilentlyContinue -ErrorVariable refused

        "$refused" | Should -BeLike '*posted already*'
        Get-ChecklyStatusPageIncidentUpdate $incident | Should -HaveCount 1
    }

    It 'says nothing is to do where it is resolved already' {
        $incident = New-Drill -Status RESOLVED

        $said = Resolve-ChecklyStatusPageIncident $incident -Verbose 4>&1

        $said -match 'resolved already' | Should -HaveCount 1
        Get-ChecklyStatusPageIncidentUpdate $incident | Should -HaveCount 1
    }
}

Describe '-WhatIf' {
    It 'says how far an update reaches, and changes nothing' {
        $incident = New-Drill
        $said = Get-WhatIf { New-ChecklyStatusPageIncidentUpdate $incident resolved 'Done.' -Severity critical -NotifySubscribers -WhatIf }

        $said | Should -HaveCount 1
        $said | Should -BeLike "What if: PUT /v1/status-pages/incidents/$incident {*}, then POST /v1/status-pages/incidents/$incident/incident-updates {*} (appears on 1 status page: Sandbox status; subscribers get a mail)"
        $after = Get-ChecklyStatusPageIncident $incident
        $after.Severity, $after.CurrentStatus | Should -Be 'MINOR', 'INVESTIGATING'
    }

    It 'is obeyed as a preference, and says the same' {
        $incident = New-Drill
        $said = Get-WhatIf { $WhatIfPreference = $true; Resolve-ChecklyStatusPageIncident $incident }

        $said | Should -BeLike '*(appears on 1 status page: Sandbox status; nobody gets a mail)'
        (Get-ChecklyStatusPageIncident $incident).CurrentStatus | Should -Be 'INVESTIGATING'
    }
}

Describe 'A mock' {
    BeforeAll {
        $incident = [Checkly.StatusPageIncident]@{ Id = $id; Name = 'Checkout is down'; CurrentStatus = 'MONITORING' }
        $update = [Checkly.StatusPageIncidentUpdate]@{ Id = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'; IncidentId = $id }
    }

    It 'of <Command> gets the id of an incident, by position and by the pipeline' -ForEach @(
        @{ Command = 'Get-ChecklyStatusPageIncident'; Parameter = 'Id'; With = @{} }
        @{ Command = 'Set-ChecklyStatusPageIncident'; Parameter = 'Id'; With = @{ Severity = 'MAJOR' } }
        @{ Command = 'Remove-ChecklyStatusPageIncident'; Parameter = 'Id'; With = @{ Confirm = $false } }
        @{ Command = 'Resolve-ChecklyStatusPageIncident'; Parameter = 'Id'; With = @{} }
        @{ Command = 'New-ChecklyStatusPageIncidentUpdate'; Parameter = 'IncidentId'; With = @{ Description = 'd' } }
        @{ Command = 'Get-ChecklyStatusPageIncidentUpdate'; Parameter = 'IncidentId'; With = @{} }
    ) {
        Mock $Command { }

        & $Command $incident @With
        $incident | & $Command @With

        Should -Invoke $Command -Exactly 2 -ParameterFilter ([scriptblock]::Create("`"`$$Parameter`" -eq '$id'"))
    }

    It 'of <_> gets both ids of an update' -ForEach 'Set-ChecklyStatusPageIncidentUpdate', 'Remove-ChecklyStatusPageIncidentUpdate' {
        Mock $_ { }

        $update | & $_
        & $_ $incident $update

        Should -Invoke $_ -Exactly 2 -ParameterFilter { "$IncidentId" -eq $incident.Id -and "$Id" -eq $update.Id }
    }

    It 'of Get-ChecklyStatusPageIncident drives a script' {
        Mock Get-ChecklyStatusPageIncident { $incident } -ParameterFilter { $Status -eq 'Open' }

        (Get-ChecklyStatusPageIncident -Status Open).Name | Should -Be 'Checkout is down'
    }
}

Describe 'What is shown' {
    BeforeAll {
        $incident = New-Drill 'Checkout is slow'
        $null = New-ChecklyStatusPageIncidentUpdate $incident MONITORING 'Watching.' -PublicDate '2026-01-02T03:04:05+02:00'
        $incident = Get-ChecklyStatusPageIncident $incident
    }

    It 'of an incident fits 80 columns, with its name' {
        $text = $incident | Out-String -Width 80 -Stream

        ($text | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $text -match 'Checkout is slow' | Should -HaveCount 1
    }

    It 'of its history has the public date on the clock of this machine' {
        $public = ([DateTimeOffset]'2026-01-02T01:04:05Z').LocalDateTime.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)

        Get-ChecklyStatusPageIncidentUpdate $incident | Out-String -Width 100 | Should -Match "$public MONITORING +no +Watching\."
    }

    It 'with Format-Custom is a timeline' {
        $lines = @($incident | Format-Custom | Out-String -Width 100 -Stream | Where-Object { $_ })

        $lines[0] | Should -Be 'Checkout is slow'
        $lines[2] | Should -Be 'affects Website'
        $lines[4] | Should -Match "^  $([regex]::Escape(([DateTimeOffset]'2026-01-02T01:04:05Z').ToLocalTime().ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture)))  \d+ d ago +MONITORING +Watching\.$"
    }

    It 'with Format-List has every property but what it was read from' {
        $text = $incident | Format-List | Out-String

        foreach ($property in 'Id', 'Name', 'CurrentStatus', 'Severity', 'Services', 'Duration', 'CreatedAt', 'UpdatedAt', 'IncidentUpdates', 'AdditionalProperties') {
            $text | Should -Match "(?m)^$property "
        }
    }
}

Describe 'The help of <_>' -ForEach $names {
    It 'has examples that run as they stand' {
        foreach ($example in (Get-Help $_ -Full).Examples.Example) {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript("Import-Module '$manifest'; Connect-Checkly -Sandbox; `$ConfirmPreference = 'None'; $($example.Code)").Invoke()
                $shell.Streams.Error | Should -BeNullOrEmpty -Because $example.Code
            }
            finally {
                $shell.Dispose()
            }
        }
    }
}

Describe 'Where nobody can be asked' {
    It 'nothing is removed' {
        $incident = New-Drill
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($Manifest, $Session, $Incident) Import-Module $Manifest; $Incident | Remove-ChecklyStatusPageIncident -Session $Session').AddArgument($manifest).AddArgument((Get-ChecklySession)).AddArgument($incident)
            $null = $shell.Invoke()
            $shell.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'Checkly.CannotAsk,*'
        }
        finally {
            $shell.Dispose()
        }

        Get-ChecklyStatusPageIncident $incident | Should -HaveCount 1
    }
}
