<#
.SYNOPSIS
    Announces a deployment, runs it, and says how it ended. Tested in Deployment.Tests.ps1.
.DESCRIPTION
    Dot-source this file. Connect-Checkly first, to your account or to the sandbox.

    The deployment has failed when it throws, writes an error, calls exit, or leaves an exit code other than 0. Functions of script
    modules go on after an error of their own: give them -ErrorAction Stop.

    With -WhatIf, or where $WhatIfPreference is on, nothing is announced and the deployment does not run. With -Confirm there
    is one question for the whole.
.EXAMPLE
    . ./Deployment.ps1
    Connect-Checkly -Sandbox
    Invoke-AnnouncedDeployment 'Database upgrade' -DashboardId 1001 -Deployment { 'upgrading' }
#>

function Invoke-AnnouncedDeployment {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory)] [long] $DashboardId,
        [Parameter(Mandatory)] [scriptblock] $Deployment
    )

    if (-not $PSCmdlet.ShouldProcess("dashboard $DashboardId", "Announce '$Name', run the deployment, say how it ended")) {
        return
    }

    # No announcement, no deployment: customers hear of it first. The question was asked above.
    $incident = New-ChecklyIncident -Name $Name -DashboardId $DashboardId -Impact MAINTENANCE -Status MAINTENANCE `
        -Description 'We are deploying. Short interruptions are possible.' -ErrorAction Stop -Confirm:$false
    $isDone = $false
    $global:LASTEXITCODE = 0
    try {
        # -Confirm covers the question above alone: commands in the deployment ask as they would without it.
        & { $ErrorActionPreference = 'Stop'; $ConfirmPreference = $global:ConfirmPreference; & $args[0] } $Deployment
        if ($global:LASTEXITCODE -ne 0) { throw "The deployment ended with exit code $global:LASTEXITCODE." }
        $isDone = $true
    }
    finally {
        # Also when the deployment calls exit, and after Ctrl+C.
        if (-not $isDone) {
            Set-ChecklyIncident $incident -Impact MAJOR -ErrorAction Continue -Confirm:$false
            New-ChecklyIncidentUpdate $incident INVESTIGATING 'The deployment failed. We are looking into it.' -ErrorAction Continue -Confirm:$false | Out-Null
        }
    }
    New-ChecklyIncidentUpdate $incident RESOLVED 'The deployment is done.' -Confirm:$false
}
