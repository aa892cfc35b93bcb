<#
.SYNOPSIS
    Deploys within a maintenance window, runs the checks, opens an incident if one fails, and resolves it when they pass again.
    Tested in CheckedDeployment.Tests.ps1.
.DESCRIPTION
    Dot-source this file. Connect-Checkly first, to your account or to the sandbox.

    Invoke-CheckedDeployment silences the alerts of the checks while it deploys and runs them. If one fails, it saves the results of the
    failed runs as JSON, opens an incident for the services, outputs the incident, and fails. The results may contain secrets, such as
    the headers of a request.

    Resolve-RecoveredIncident runs the checks until they pass, and then resolves the incident.

    With -WhatIf, or where $WhatIfPreference is on, nothing is deployed, run or announced. With -Confirm there is one question for
    the whole.
.EXAMPLE
    . ./CheckedDeployment.ps1
    Connect-Checkly -Sandbox
    $incident = Invoke-CheckedDeployment 'Deploy 4711' -Tag web -Service Website -Deployment { 'deploying' } -ErrorAction Continue
    if ($incident) { Resolve-RecoveredIncident $incident -Tag web }
#>

function Invoke-CheckedDeployment {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,

        # Checks with one of these tags decide.
        [Parameter(Mandatory)] [string[]] $Tag,

        # The services that an incident affects, by their names or ids.
        [Parameter(Mandatory)] [string[]] $Service,
        [Parameter(Mandatory)] [scriptblock] $Deployment,

        # The folder for the results of failed runs.
        [string] $Evidence,

        # How long to wait for the checks.
        [int] $TimeoutSec = 600
    )

    if (-not $PSCmdlet.ShouldProcess("checks with the tags $($Tag -join ', ')", "Deploy '$Name', run the checks, open an incident if one fails")) {
        return
    }

    # No window, no deployment: otherwise it would raise alerts. The question was asked above.
    $window = New-ChecklyMaintenanceWindow $Name -Duration 01:00 -Tag $Tag -SilenceAlerts -ErrorAction Stop -Confirm:$false
    try {
        # -Confirm covers the question above alone: commands in the deployment ask as they would without it.
        & { $ErrorActionPreference = 'Stop'; $ConfirmPreference = $global:ConfirmPreference; & $args[0] } $Deployment | Write-Verbose
        # What cannot be run, or does not end in time, is a failure too: the deployment is not proved to work.
        $sessions = @(Invoke-ChecklyCheck -Tag $Tag -TimeoutSec $TimeoutSec -ErrorAction SilentlyContinue -ErrorVariable failures -Confirm:$false)
    }
    finally {
        Set-ChecklyMaintenanceWindow $window -EndNow -ErrorAction Continue -Confirm:$false
    }

    if ($failures.Count -eq 0) {
        return
    }

    if ($Evidence) {
        $folder = New-Item $Evidence -ItemType Directory -Force -Confirm:$false
        $sessions.Results | Where-Object HasFailures | Get-ChecklyCheckResult -ErrorAction Continue | ForEach-Object {
            $_ | ConvertTo-Json -Depth 10 | Set-Content (Join-Path $folder "$($_.Id).json") -Confirm:$false
        }
    }

    New-ChecklyStatusPageIncident "Trouble after a deployment" -Service $Service -Severity MAJOR -Status INVESTIGATING `
        -Description 'Some functions do not work as they should. We are looking into it.' -ErrorAction Continue -Confirm:$false
    Write-Error "'$Name' is deployed, and its checks do not pass. $($failures.Exception.Message -join ' ')"
}

function Resolve-RecoveredIncident {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        # The incident, or its id.
        [Parameter(Mandatory, Position = 0)] [string] $Incident,
        [Parameter(Mandatory)] [string[]] $Tag,

        # How often the checks are run before this gives up, and the seconds in between.
        [int] $Attempts = 10,
        [int] $WaitSec = 60
    )

    if (-not $PSCmdlet.ShouldProcess("incident $Incident", "Run the checks with the tags $($Tag -join ', '), and resolve it when they pass")) {
        return
    }

    for ($attempt = 1; $attempt -le $Attempts; $attempt++) {
        $null = Invoke-ChecklyCheck -Tag $Tag -ErrorAction SilentlyContinue -ErrorVariable failures -Confirm:$false
        if ($failures.Count -eq 0) {
            return Resolve-ChecklyStatusPageIncident $Incident -Description 'Everything works again.' -ErrorAction Stop -Confirm:$false
        }

        if ($attempt -lt $Attempts) { Start-Sleep -Seconds $WaitSec }
    }

    Write-Error "Incident $Incident stays open: the checks do not pass. $($failures.Exception.Message -join ' ')"
}
