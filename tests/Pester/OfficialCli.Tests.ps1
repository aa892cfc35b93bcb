#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

Describe 'The official CLI on the sandbox of a session' {
    BeforeAll {
        . "$PSScriptRoot/Subject.ps1"

        # The CLI and the Node.js that it needs, from npm, once for this clone.
        $folder = Join-Path $PSScriptRoot '../../artifacts/cli'
        $cli = Join-Path $folder 'node_modules/checkly/bin/run.cjs'
        $node = Join-Path $folder "node_modules/node/bin/$(if ($env:OS -eq 'Windows_NT') { 'node.exe' } else { 'node' })"
        $missing = if (-not (Test-Path $cli) -or -not (Test-Path $node)) {
            if (Get-Command npm -CommandType Application -ErrorAction Ignore) {
                $null = New-Item $folder -ItemType Directory -Force
                $said = npm install --prefix $folder --no-save --no-audit --no-fund checkly@9.5.0 node@22 2>&1
                if (-not (Test-Path $node)) { "npm could not install it: $said" }
            }
            else { 'Node.js is not on this machine' }
        }

        function Invoke-Cli {
            $said = & $node $cli @args 2>&1 | Out-String
            if ($LASTEXITCODE -ne 0) { throw "checkly $args ended with exit code ${LASTEXITCODE}: $said" }
            $said
        }

        Connect-Checkly -Sandbox
        $before = @{}
        $variables = Start-ChecklySandbox
        foreach ($name in $variables.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $variables[$name])
        }
    }

    AfterAll {
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
        Disconnect-Checkly
    }

    It 'creates, updates and resolves an incident, and the cmdlets see each step' {
        if ($missing) { Set-ItResult -Skipped -Because $missing }

        $page = (Get-ChecklyStatusPage)[0].Id
        $service = (Get-ChecklyStatusPageService -Name Website).Id
        $null = Invoke-Cli incidents create --status-page-id $page --title 'Checkout is slow' --services $service --severity major --message 'We are looking into it.' --force
        $incident = Get-ChecklyStatusPageIncident -Status Open
        $incident.Name, $incident.Severity, $incident.CurrentStatus | Should -Be 'Checkout is slow', 'MAJOR', 'INVESTIGATING'
        $incident.Services.Name | Should -Be 'Website'

        $null = Invoke-Cli incidents update $incident.Id --status identified --message 'A node is overloaded.' --no-notify-subscribers --force
        $update = (Get-ChecklyStatusPageIncidentUpdate $incident)[0]
        $update.Status, $update.Description, $update.NotifySubscribers | Should -Be 'IDENTIFIED', 'A node is overloaded.', $false

        $null = Invoke-Cli incidents resolve $incident.Id --message 'All is well.' --force
        Get-ChecklyStatusPageIncident -Status Open | Should -BeNullOrEmpty
        (Get-ChecklyStatusPageIncident $incident).CurrentStatus | Should -Be 'RESOLVED'
    }

    It 'lists what the cmdlets have made' {
        if ($missing) { Set-ItResult -Skipped -Because $missing }

        $incident = New-ChecklyStatusPageIncident 'Search is down' -Service API -Severity CRITICAL -Description 'Looking.'

        $listed = Invoke-Cli incidents list --output json | ConvertFrom-Json

        $found = $listed.data | Where-Object id -EQ $incident.Id
        $found.name, $found.severity | Should -Be 'Search is down', 'CRITICAL'
    }
}
