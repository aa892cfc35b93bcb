<#
.SYNOPSIS
    Posts one update where nobody watches: no prompt, credentials from the environment, an exit code that says enough.
.DESCRIPTION
    Needs CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID. Exit codes:
      0  posted
      1  not posted for another reason; it can be run again
      2  the credentials or the configuration are wrong
      3  the incident or the update is wrong; running it again will not help
      4  not known: it may have been posted. Somebody must look before it is run again
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Runbook.ps1 -IncidentId e50ad839-1b90-4955-b716-1c6edbda57cb -Status RESOLVED -Description 'All is well.'
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $IncidentId,
    [Parameter(Mandatory)] [string] $Status,
    [Parameter(Mandatory)] [string] $Description
)

$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
try {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'Checkly.psd1'))    # yours: Import-Module Checkly
    $update = New-ChecklyIncidentUpdate $IncidentId $Status $Description
    "Posted update $($update.Id): $($update.Status)"
    exit 0
}
catch {
    $(if ($_.Exception.MayHaveBeenCarriedOut) { 'Not known to be posted: ' } else { 'Not posted: ' }) + $_.Exception.Message
    if ($_.ErrorDetails.RecommendedAction) {
        $_.ErrorDetails.RecommendedAction
    }
    if ($_.Exception.MayHaveBeenCarriedOut) { exit 4 }
    switch -Regex ($_.FullyQualifiedErrorId) {
        '^Checkly\.(NotConnected|Unauthorized|Forbidden|PaymentRequired),' { exit 2 }
        '^Checkly\.(BadRequest|NotFound|Conflict),' { exit 3 }
        '^Parameter' { exit 3 }
        default { exit 1 }
    }
}
