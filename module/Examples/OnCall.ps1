<#
.SYNOPSIS
    Opens, updates, shows and resolves the current incident of a dashboard, without hunting for its id.
.DESCRIPTION
    The API has no list of dashboard incidents: this script keeps the id of the open one in a file. Without a
    session it connects, with the environment's credentials or the Checkly CLI's login. Rehearse with "Connect-Checkly -Sandbox" first.
.EXAMPLE
    ./OnCall.ps1 open 'Payments take longer than usual.' -Name 'Checkout is slow' -DashboardId 1001
.EXAMPLE
    ./OnCall.ps1 update 'A database node is overloaded.' -Status IDENTIFIED
.EXAMPLE
    ./OnCall.ps1 show
.EXAMPLE
    ./OnCall.ps1 resolve 'Payments are back to their usual speed.'
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateSet('open', 'update', 'resolve', 'show')]
    [string] $Action,

    # What customers will read.
    [Parameter(Position = 1)]
    [string] $Text,

    # For "open": what the incident is called, and where it is shown.
    [string] $Name,
    [long] $DashboardId,
    [ValidateSet('MAJOR', 'MINOR', 'MAINTENANCE')]
    [string] $Impact = 'MINOR',

    # For "update".
    [ValidateSet('INVESTIGATING', 'IDENTIFIED', 'MONITORING')]
    [string] $Status = 'MONITORING',

    # Where the id of the open incident is kept.
    [string] $StateFile = [System.IO.Path]::Combine([Environment]::GetFolderPath('UserProfile'), '.checkly-incident')
)

# An exception that is not of the module has no MayHaveBeenCarriedOut, which then reads as $null.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
# .NET has a current folder of its own; this is PowerShell's.
$StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'Checkly.psd1'))    # yours: Import-Module Checkly
if (-not (Get-ChecklySession)) {
    Connect-Checkly
}

function Get-OpenIncident {
    if (-not [System.IO.File]::Exists($StateFile)) {
        throw "No incident is open (there is no file '$StateFile'). Begin with: OnCall.ps1 open"
    }
    $id = [System.IO.File]::ReadAllText($StateFile).Trim()
    if (-not $id) {
        throw "It is not known whether the incident was opened. Look at the dashboard: write its id into '$StateFile', or remove that file when it is not there."
    }
    $id
}

switch ($Action) {
    'open' {
        if ([System.IO.File]::Exists($StateFile)) {
            throw "An incident is open already: $(Get-OpenIncident). Resolve it first, or remove '$StateFile'."
        }
        # One question for the incident and the file.
        if (-not $PSCmdlet.ShouldProcess("dashboard $DashboardId", "Open incident '$Name' and keep its id in '$StateFile'")) {
            return
        }
        # Made before anything is posted: what cannot be kept is not opened.
        [System.IO.File]::WriteAllText($StateFile, '')
        $incident = $null
        # Also after Ctrl+C, when no catch runs.
        $isKnown = $false
        try {
            $incident = New-ChecklyIncident -Name $Name -DashboardId $DashboardId -Impact $Impact -Status INVESTIGATING -Description $Text -Confirm:$false
            $isKnown = $true
            $incident
        }
        catch {
            $isKnown = -not $_.Exception.MayHaveBeenCarriedOut
            throw
        }
        finally {
            if ($incident) { [System.IO.File]::WriteAllText($StateFile, $incident.Id) }
            elseif ($isKnown) { [System.IO.File]::Delete($StateFile) }
        }
    }
    'update' { New-ChecklyIncidentUpdate (Get-OpenIncident) $Status $Text }
    'show' { Get-ChecklyIncident (Get-OpenIncident) }
    'resolve' {
        $update = New-ChecklyIncidentUpdate (Get-OpenIncident) RESOLVED $Text
        if ($update) {
            [System.IO.File]::Delete($StateFile)
            $update
        }
    }
}
