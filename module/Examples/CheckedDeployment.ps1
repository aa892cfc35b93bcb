<#
.SYNOPSIS
    Deploys within a maintenance window, runs the checks, opens an incident if one fails, and resolves it when they pass again.
    Tested in CheckedDeployment.Tests.ps1.
.DESCRIPTION
    Dot-source this file. Connect-Checkly first, to your account or to the sandbox.

    Invoke-CheckedDeployment silences the alerts of the checks while it deploys and runs them. If one fails, or cannot be run, it opens
    an incident for the services, outputs the incident, saves the results of the failed runs as JSON, and fails. The results may contain
    secrets, such as the headers of a request. The error has the incident as its TargetObject.

    The deployment has failed, and no check is run, when it throws, writes an error, or leaves an exit code other than 0. It sees the
    variables of this function: for your own $Name or $Tag, pass { ... }.GetNewClosure().

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
        [ValidateRange(1, 86400)] [int] $TimeoutSec = 600
    )

    # Whatever cannot be done ends the function: no deployment without a window, and no success without the checks.
    trap { break }
    if (-not $PSCmdlet.ShouldProcess("checks with the tags $($Tag -join ', ')", "Deploy '$Name', run the checks, open an incident if one fails")) {
        return
    }

    # Without a window the deployment would raise alerts. After an hour the window ends by itself. The question was asked above.
    $window = New-ChecklyMaintenanceWindow $Name -Duration 01:00 -Tag $Tag -SilenceAlerts -ErrorAction Stop -Confirm:$false
    $failures = $null
    try {
        $global:LASTEXITCODE = 0
        # -Confirm covers the question above alone: commands in the deployment ask as they would without it.
        & { $ErrorActionPreference = 'Stop'; $ConfirmPreference = $global:ConfirmPreference; & $args[0] } $Deployment | ForEach-Object { Write-Verbose "$_" }
        if ($global:LASTEXITCODE -ne 0) { throw "The deployment ended with exit code $global:LASTEXITCODE." }
        # What cannot be run, or does not end in time, is a failure too: nothing has proved that the deployment works.
        $sessions = @(Invoke-ChecklyCheck -Tag $Tag -TimeoutSec $TimeoutSec -ErrorAction SilentlyContinue -ErrorVariable failures -Confirm:$false)
    }
    finally {
        Set-ChecklyMaintenanceWindow $window -EndNow -ErrorAction Continue -Confirm:$false
    }

    if ($null -ne $failures -and $failures.Count -eq 0) {
        return
    }

    $incident = New-ChecklyStatusPageIncident 'Trouble after a deployment' -Service $Service -Severity MAJOR -Status INVESTIGATING `
        -Description 'Some functions do not work as they should. We are looking into it.' -ErrorAction Continue -Confirm:$false
    $incident
    if ($Evidence) {
        try {
            $folder = New-Item $Evidence -ItemType Directory -Force -ErrorAction Stop -Confirm:$false
            $sessions | ForEach-Object Results | Where-Object { $_.HasFailures -or $_.HasErrors } | Get-ChecklyCheckResult -ErrorAction Continue | ForEach-Object {
                $_ | ConvertTo-Json -Depth 10 | Set-Content -LiteralPath (Join-Path $folder.FullName "$($_.Id).json") -ErrorAction Stop -Confirm:$false
            }
        }
        catch {
            Write-Warning "The results of the failed runs were not saved: $_"
        }
    }

    $message = "'$Name' is deployed, and its checks do not pass. $($failures.Exception.Message -join ' ')"
    Write-Error $message -TargetObject $incident
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

    # Whatever cannot be done ends the function: nothing is resolved without checks that pass.
    trap { break }
    if (-not $PSCmdlet.ShouldProcess("incident $Incident", "Run the checks with the tags $($Tag -join ', '), and resolve it when they pass")) {
        return
    }

    for ($attempt = 1; $attempt -le $Attempts; $attempt++) {
        $failures = $null
        $null = Invoke-ChecklyCheck -Tag $Tag -ErrorAction SilentlyContinue -ErrorVariable failures -Confirm:$false
        if ($null -ne $failures -and $failures.Count -eq 0) {
            return Resolve-ChecklyStatusPageIncident $Incident -Description 'Everything works again.' -ErrorAction Stop -Confirm:$false
        }

        if ($attempt -lt $Attempts) { Start-Sleep -Seconds $WaitSec }
    }

    Write-Error "Incident $Incident stays open: the checks do not pass. $($failures.Exception.Message -join ' ')"
}
