<#
.SYNOPSIS
    Runs a script block within a maintenance window, and ends the window as soon as it is done.
.DESCRIPTION
    Dot-source this file. Connect-Checkly first, to your account or to the sandbox.

    Checks with one of the tags pause meanwhile; with -SilenceOnly they run on, and alert nobody. The window ends with the
    script block, also when that fails. If this process ends first, the window ends by itself after -Longest.

    With -WhatIf, or where $WhatIfPreference is on, there is no window and the script block does not run. With -Confirm there is
    one question for the whole.
.EXAMPLE
    . ./MaintenanceWindow.ps1
    Connect-Checkly -Sandbox
    Invoke-InMaintenanceWindow 'Deploy 4711' -Tag web, api -Work { 'deploying' }
#>

function Invoke-InMaintenanceWindow {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory)] [string[]] $Tag,
        [Parameter(Mandatory)] [scriptblock] $Work,

        # After this time the window ends by itself: longer than the work ever takes.
        [timespan] $Longest = '01:00',

        # Send no alerts, but let checks run: where their results are wanted.
        [switch] $SilenceOnly
    )

    if (-not $PSCmdlet.ShouldProcess("checks with the tags $($Tag -join ', ')", "Open maintenance window '$Name', run the script block, end the window")) {
        return
    }

    # No window, no work: otherwise the work would raise alerts. The question was asked above.
    $what = if ($SilenceOnly) { @{ SilenceAlerts = $true } } else { @{ PauseChecks = $true } }
    $window = New-ChecklyMaintenanceWindow $Name -Duration $Longest -Tag $Tag @what -ErrorAction Stop -Confirm:$false
    try {
        # -Confirm covers the question above alone: commands in the work ask as they would without it.
        & { $ConfirmPreference = $global:ConfirmPreference; & $args[0] } $Work
    }
    finally {
        # An error here is shown, and does not hide that of the work.
        Set-ChecklyMaintenanceWindow $window -EndNow -ErrorAction Continue -Confirm:$false
    }
}
