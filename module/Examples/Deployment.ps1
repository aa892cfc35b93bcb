<#
.SYNOPSIS
    Announces a deployment, runs it, and says how it ended. Tested in Deployment.Tests.ps1.
.DESCRIPTION
    Dot-source this file. Connect-Checkly first, to your account or to the sandbox.
.EXAMPLE
    . ./Deployment.ps1
    Connect-Checkly -Sandbox
    Invoke-AnnouncedDeployment 'Database upgrade' -DashboardId 1001 -Deployment { 'upgrading' }
#>

function Invoke-AnnouncedDeployment {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory)] [long] $DashboardId,
        [Parameter(Mandatory)] [scriptblock] $Deployment
    )

    # No announcement, no deployment: customers hear of it first.
    $incident = New-ChecklyIncident -Name $Name -DashboardId $DashboardId -Impact MAINTENANCE -Status MAINTENANCE `
        -Description 'We are deploying. Short interruptions are possible.' -ErrorAction Stop
    try {
        & $Deployment
    }
    catch {
        Set-ChecklyIncident $incident -Impact MAJOR -ErrorAction Continue
        New-ChecklyIncidentUpdate $incident INVESTIGATING 'The deployment failed. We are looking into it.' -ErrorAction Continue | Out-Null
        throw
    }
    New-ChecklyIncidentUpdate $incident RESOLVED 'The deployment is done.'
}
