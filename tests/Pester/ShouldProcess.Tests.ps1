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

Describe '-WhatIf' {
    BeforeAll {
        # What -WhatIf says goes to the host; a transcript is where a script finds it.
        function Get-WhatIf([scriptblock] $Command) {
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
            $null = Start-Transcript $file -UseMinimalHeader
            try { $null = & $Command } finally { $null = Stop-Transcript }
            Get-Content $file | Where-Object { $_ -like 'What if:*' }
        }
    }

    It 'shows the request of an update and sends nothing' {
        $incident = New-Drill
        $said = @(Get-WhatIf { New-ChecklyIncidentUpdate $incident resolved 'All is "well".' -WhatIf })

        $said | Should -HaveCount 1
        $said[0] | Should -Match 'POST'
        $said[0] | Should -Match ([regex]::Escape("/v1/incidents/$($incident.Id)/updates"))
        $said[0] | Should -Match ([regex]::Escape('{"status":"RESOLVED","description":"All is \"well\"."}'))
        (Get-ChecklyIncident $incident).IncidentUpdates | Should -HaveCount 1
    }

    It 'shows the request of an incident and sends nothing' {
        $said = @(Get-WhatIf { New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'd' -WhatIf })

        $said | Should -HaveCount 1
        $said[0] | Should -Match ([regex]::Escape('POST /v1/incidents {"name":"Drill","impact":"MINOR","dashboardId":1001,"incidentUpdates":[{"status":"INVESTIGATING","description":"d"}]}'))
    }

    It 'shows each row of a pipeline' {
        $incidents = 1..2 | ForEach-Object { New-Drill "Drill $_" }
        $said = @(Get-WhatIf { $incidents | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'd' -WhatIf })

        $said | Should -HaveCount 2
        $said[1] | Should -Match $incidents[1].Id
    }

    It 'returns nothing' {
        $incident = New-Drill

        New-ChecklyIncidentUpdate $incident RESOLVED 'd' -WhatIf | Should -BeNullOrEmpty
        New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'd' -WhatIf | Should -BeNullOrEmpty
    }

    It 'is obeyed when it is set as a preference' {
        $incident = New-Drill
        $WhatIfPreference = $true
        $null = New-ChecklyIncidentUpdate $incident RESOLVED 'd'
        $WhatIfPreference = $false

        (Get-ChecklyIncident $incident).IncidentUpdates | Should -HaveCount 1
    }
}

Describe '-Confirm:$false' {
    It 'asks nothing, even where everything is asked' {
        $incident = New-Drill
        $ConfirmPreference = 'Low'
        $update = New-ChecklyIncidentUpdate $incident RESOLVED 'd' -Confirm:$false
        $other = New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'd' -Confirm:$false
        $ConfirmPreference = 'High'

        $update.Status | Should -Be 'RESOLVED'
        $other.Name | Should -Be 'Drill'
    }

    It 'is not needed with the default preference' {
        # An update must go out from a runbook that nobody watches.
        $metadata = foreach ($name in 'New-ChecklyIncident', 'New-ChecklyIncidentUpdate') { [System.Management.Automation.CommandMetadata]::new((Get-Command $name)) }

        $metadata.ConfirmImpact | Should -Be 'Medium', 'Medium'
    }
}
