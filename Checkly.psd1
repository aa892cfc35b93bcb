@{
    # The build makes what is in module/bin. Where an import cannot find something there, this is a clone that was not built:
    # run dotnet build in this folder.

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
        'Get-ChecklyCheckResult'
        'Get-ChecklyCheckSession'
        'Get-ChecklyCheckStatus'
        'Get-ChecklyDashboard'
        'Get-ChecklyIncident'
        'Get-ChecklyIncidentUpdate'
        'Get-ChecklyLocation'
        'Get-ChecklyMaintenance'
        'Get-ChecklyMaintenanceUpdate'
        'Get-ChecklyMaintenanceWindow'
        'Get-ChecklyReport'
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
        'Invoke-ChecklyCheck'
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
        'Start-ChecklySandbox'
        'Stop-ChecklyCheckSession'
        'Wait-ChecklyCheckSession'
    )
    PrivateData            = @{
        PSData = @{
            Tags         = @('Checkly', 'incident', 'statuspage', 'oncall', 'monitoring', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
