BeforeAll {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    Connect-Checkly -Sandbox

    function New-Drill([string] $Name = 'Drill') {
        New-ChecklyIncident -Name $Name -DashboardId 1001 -Status INVESTIGATING -Description 'We are looking into it.'
    }
}

AfterAll {
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'New-ChecklyIncidentUpdate' {
    It 'returns the update, typed' {
        $incident = New-Drill
        $update = New-ChecklyIncidentUpdate -IncidentId $incident.Id -Status IDENTIFIED -Description 'A certificate has expired.'

        $update | Should -HaveCount 1
        $update | Should -BeOfType Checkly.IncidentUpdate
        $update.Id | Should -Match '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        $update.Id | Should -Not -Be $incident.Id
        $update.IncidentId | Should -Be $incident.Id
        $update.Status | Should -BeExactly 'IDENTIFIED'
        $update.Description | Should -Be 'A certificate has expired.'
        $update.CreatedAt | Should -BeOfType DateTimeOffset
        $update.UpdatedAt | Should -BeNullOrEmpty
        $update.AdditionalProperties.Count | Should -Be 0
    }

    It 'posts to <What> given by position' -ForEach @(
        @{ What = 'an incident'; Of = { param($incident) $incident } }
        @{ What = 'an id'; Of = { param($incident) $incident.Id } }
        @{ What = 'an id in upper case'; Of = { param($incident) $incident.Id.ToUpperInvariant() } }
        @{ What = 'a GUID'; Of = { param($incident) [guid]$incident.Id } }
        @{ What = 'the incident of an update'; Of = { param($incident) $incident.IncidentUpdates[0] } }
        @{ What = 'an incident that was saved and read again'; Of = {
                param($incident)
                $incident | Export-Clixml TestDrive:/incident.xml
                Import-Clixml TestDrive:/incident.xml
            }
        }
    ) {
        $incident = New-Drill
        $null = New-ChecklyIncidentUpdate (& $Of $incident) MONITORING 'We watch it.'

        (Get-ChecklyIncident $incident.Id).IncidentUpdates.Status | Should -Be 'MONITORING', 'INVESTIGATING'
    }

    It 'posts exactly one update to the incident that is piped in' {
        $update = New-ChecklyIncident 'Checkout is down' -DashboardId 1001 -Impact MAJOR -Status INVESTIGATING -Description 'Payments fail.' |
            New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'A certificate has expired.'

        $update | Should -HaveCount 1
        (Get-ChecklyIncident $update.IncidentId).IncidentUpdates.Description | Should -Be 'A certificate has expired.', 'Payments fail.'
    }

    It 'does not take the old status of an incident that is piped in' {
        # A property with the name of the parameter would be bound unseen.
        $parameter = (Get-Command New-ChecklyIncidentUpdate).Parameters['Status']
        $names = @($parameter.Name) + $parameter.Aliases

        (New-Drill).PSObject.Properties.Name | Where-Object { $_ -in $names } | Should -BeNullOrEmpty
    }

    It 'posts to several incidents of a pipeline, in their order' {
        $incidents = 1..3 | ForEach-Object { New-Drill "Drill $_" }
        $updates = $incidents | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'All is well.'

        $updates.IncidentId | Should -Be $incidents.Id
    }

    It 'takes the status <_> and sends it in upper case' -ForEach 'investigating', 'Identified', 'mOnItOrInG', 'RESOLVED', 'maintenance' {
        (New-Drill | New-ChecklyIncidentUpdate -Status $_ -Description 'd').Status | Should -BeExactly $_.ToUpperInvariant()
    }

    It 'keeps the text <_> as it is' -ForEach @(
        'Größe, œuvre, 日本語, 🚀'
        'say "no" \ <b>bold</b> & ''more'''
        "first line`nsecond line`twith a tab"
        '$(Get-Date) `n %20 {0}'
    ) {
        $update = New-Drill | New-ChecklyIncidentUpdate -Status RESOLVED -Description $_

        $update.Description | Should -BeExactly $_
        (Get-ChecklyIncident $update.IncidentId).IncidentUpdates[0].Description | Should -BeExactly $_
    }
}

Describe 'Import-Csv | New-ChecklyIncidentUpdate' {
    BeforeEach {
        $incident = New-Drill
    }

    It 'posts every row of a good file, whatever the order of its columns' {
        @(
            'Description,Note,Status,IncidentId'
            "First,x,IDENTIFIED,$($incident.Id)"
            """Second, with a comma"",y,resolved,$($incident.Id)"
        ) | Set-Content TestDrive:/updates.csv

        $updates = Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate

        $updates.Status | Should -BeExactly 'IDENTIFIED', 'RESOLVED'
        $updates.Description | Should -Be 'First', 'Second, with a comma'
    }

    Context 'with <Name>' -ForEach @(
        @{ Name = 'a bad status'; Row = '{0},EXPLODED,Bad'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Status'*EXPLODED*INVESTIGATING*IDENTIFIED*MONITORING*RESOLVED*MAINTENANCE*" }
        @{ Name = 'a blank description'; Row = '{0},MONITORING,"  "'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Description'*blank*" }
        @{ Name = 'no description'; Row = '{0},MONITORING,'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'Description'*empty*" }
        @{ Name = 'an id that is no GUID'; Row = 'not-an-id,MONITORING,Bad'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Message = "*'IncidentId'*not-an-id*GUID*" }
        @{ Name = 'an unknown id'; Row = '00000000-0000-4000-8000-000000000000,MONITORING,Bad'; Id = 'Checkly.NotFound'; Category = 'ObjectNotFound'; Message = '*404 Not Found*' }
    ) {
        BeforeEach {
            @(
                'IncidentId,Status,Description'
                "$($incident.Id),IDENTIFIED,First"
                $Row -f $incident.Id
                "$($incident.Id),RESOLVED,Last"
            ) | Set-Content TestDrive:/updates.csv
        }

        It 'posts the other rows and reports the bad one' {
            $updates = Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate -ErrorVariable failed -ErrorAction SilentlyContinue

            $updates.Description | Should -Be 'First', 'Last'
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be "$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"
            $failed[0].CategoryInfo.Category | Should -Be $Category
            $failed[0].Exception.Message | Should -BeLike $Message
            (Get-ChecklyIncident $incident.Id).IncidentUpdates | Should -HaveCount 3
        }

        It 'stops at the bad one with -ErrorAction Stop' {
            { Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Checkly.Commands.NewChecklyIncidentUpdateCommand"

            (Get-ChecklyIncident $incident.Id).IncidentUpdates.Description | Should -Be 'First', 'We are looking into it.'
        }
    }

    It 'sends nothing for a row that is refused' {
        @(
            'IncidentId,Status,Description'
            "$($incident.Id),EXPLODED,Bad"
            "$($incident.Id),MONITORING, "
            'not-an-id,MONITORING,Bad'
        ) | Set-Content TestDrive:/updates.csv

        $said = Import-Csv TestDrive:/updates.csv | New-ChecklyIncidentUpdate -Verbose -ErrorAction SilentlyContinue 4>&1

        $said | Should -BeNullOrEmpty
    }
}
