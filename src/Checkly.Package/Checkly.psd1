@{
    # The models are loaded first: scripts use types such as [Checkly.IncidentUpdate] before they run a cmdlet, and the cmdlets
    # find them without a search.
    RequiredAssemblies     = @('module/bin/Checkly.Client.dll')
    # The cmdlets are an assembly in a nested module: help is then found beside it, and reading this file runs nothing.
    NestedModules          = @('module/bin/Checkly.Cmdlets.dll')
    ModuleVersion          = '1.0.0'
    GUID                   = '0e6f1d0a-5d0b-4c39-9b52-6b1c3a7c8f4e'
    Author                 = 'Checkly for PowerShell contributors'
    CompanyName            = 'Checkly for PowerShell contributors'
    Copyright              = '(c) Checkly for PowerShell contributors. MIT License.'
    Description            = 'Tell customers what is going on: incidents, status pages and maintenance windows of Checkly (https://www.checklyhq.com), from the prompt, from runbooks and from tested scripts. Comes with an in-memory sandbox. A community project, and not a product of Checkly.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FormatsToProcess       = @('module/bin/Checkly.Format.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    CmdletsToExport        = @(
        'Connect-Checkly'
        'Disconnect-Checkly'
        'Get-ChecklyAccount'
        'Get-ChecklyCheck'
        'Get-ChecklyCheckStatus'
        'Get-ChecklyDashboard'
        'Get-ChecklyIncident'
        'Get-ChecklyIncidentUpdate'
        'Get-ChecklyLocation'
        'Get-ChecklyMaintenance'
        'Get-ChecklyMaintenanceUpdate'
        'Get-ChecklyMaintenanceWindow'
        'Get-ChecklyRuntime'
        'Get-ChecklySession'
        'Get-ChecklySnippet'
        'Get-ChecklyStaticIp'
        'Get-ChecklyStatusPage'
        'Get-ChecklyStatusPageIncident'
        'Get-ChecklyStatusPageIncidentUpdate'
        'Get-ChecklyStatusPageService'
        'Get-ChecklyStatusPageSubscription'
        'Invoke-ChecklyApi'
        'New-ChecklyDashboard'
        'New-ChecklyIncident'
        'New-ChecklyIncidentUpdate'
        'New-ChecklyMaintenanceUpdate'
        'New-ChecklyMaintenanceWindow'
        'New-ChecklySnippet'
        'New-ChecklyStatusPage'
        'New-ChecklyStatusPageIncident'
        'New-ChecklyStatusPageIncidentUpdate'
        'New-ChecklyStatusPageService'
        'New-ChecklyStatusPageSubscription'
        'Remove-ChecklyDashboard'
        'Remove-ChecklyIncident'
        'Remove-ChecklyIncidentUpdate'
        'Remove-ChecklyMaintenance'
        'Remove-ChecklyMaintenanceUpdate'
        'Remove-ChecklyMaintenanceWindow'
        'Remove-ChecklySnippet'
        'Remove-ChecklyStatusPage'
        'Remove-ChecklyStatusPageIncident'
        'Remove-ChecklyStatusPageIncidentUpdate'
        'Remove-ChecklyStatusPageService'
        'Remove-ChecklyStatusPageSubscription'
        'Resolve-ChecklyStatusPageIncident'
        'Set-ChecklyDashboard'
        'Set-ChecklyIncident'
        'Set-ChecklyIncidentUpdate'
        'Set-ChecklyMaintenance'
        'Set-ChecklyMaintenanceUpdate'
        'Set-ChecklyMaintenanceWindow'
        'Set-ChecklySnippet'
        'Set-ChecklyStatusPage'
        'Set-ChecklyStatusPageIncident'
        'Set-ChecklyStatusPageIncidentUpdate'
        'Set-ChecklyStatusPageService'
    )
    PrivateData            = @{
        PSData = @{
            Tags         = @('Checkly', 'incident', 'statuspage', 'oncall', 'monitoring', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = @'
The first release: 52 cmdlets for PowerShell 7.4 and later, and for Windows PowerShell 5.1.

### Added

- Sessions: `Connect-Checkly`, with credentials from parameters, the environment or the login of the official CLI; `Get-ChecklySession`,
  `Disconnect-Checkly`. The API key is in no stream, error or object.
- Incidents of dashboards and their updates: `New-`, `Get-`, `Set-` and `Remove-ChecklyIncident` and `-ChecklyIncidentUpdate`; dashboards.
- Incidents of status pages and their updates, with `Resolve-ChecklyStatusPageIncident`; status pages, their services and subscriptions.
- Maintenance windows, with recurrence, time zones and `-EndNow`; their single times, and what is said about them on status pages.
- Snippets; checks and their states, accounts, locations, runtimes and static IPs, to read.
- `Invoke-ChecklyApi` for every operation of the API.
- Delivery: what does not go through is sent again under one policy; a POST whose answer was lost is looked for, and never sent again
  while an earlier one may still be carried out, unless `-AllowDuplicate` asks for that. Requests keep the rates of the API.
- Names, with wildcards, wherever ids stand; completion of ids, names and values; objects in the place of their ids.
- `-WhatIf` that shows the request, `-Confirm` that names what is changed, and an error with its id and its advice for each item.
- `-ThrottleLimit`: several requests at the same time, those that change the same thing in their order.
- A sandbox: `Connect-Checkly -Sandbox` opens a session with a Checkly in memory; `-Fault` makes it fail.
- Views, timelines of incidents, help with examples that run, six about topics, and example scripts.
'@
        }
    }
}
