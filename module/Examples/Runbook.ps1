<#
.SYNOPSIS
    Posts one update where nobody watches: no prompt, credentials from the environment, an exit code that says what to do next.
.DESCRIPTION
    Needs CHECKLY_API_KEY, and CHECKLY_ACCOUNT_ID too if the key can use several accounts; or a session that the calling script has
    opened with Connect-Checkly. Exit codes:
      0  posted; with -WhatIf, or after "no" to -Confirm, nothing was posted
      1  not posted for another reason; it can be run again
      2  the module, the credentials or the configuration are wrong
      3  the call, the incident or the update is wrong, or something is missing; running it again will not help
      4  not known: it may have been posted. Somebody must look before it is run again
    PowerShell itself ends with 1 too, before the script begins, when a parameter comes twice or without its value.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Runbook.ps1 -IncidentId e50ad839-1b90-4955-b716-1c6edbda57cb -Status RESOLVED -Description 'All is well.'
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # All three are needed. They are not Mandatory: PowerShell would end the script with exit code 1 before it begins, or ask.
    [string] $IncidentId,
    [string] $Status,
    [string] $Description,

    # Everything else that was passed, such as a misspelt parameter.
    [Parameter(ValueFromRemainingArguments)] [object[]] $Unknown
)

# An exception that is not of the module has no MayHaveBeenCarriedOut, which then reads as $null.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
if (-not $PSBoundParameters.ContainsKey('Confirm')) { $ConfirmPreference = 'None' }
if ($Unknown) {
    "Not posted: this script has no parameter for '$Unknown'."
    exit 3
}
try {
    Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'Checkly.psd1'))    # yours: Import-Module Checkly
    if (-not $env:CHECKLY_API_KEY -and -not (Get-ChecklySession)) {
        'Not posted: CHECKLY_API_KEY is not set. Set it to an API key, and CHECKLY_ACCOUNT_ID too if the key can use several accounts.'
        exit 2
    }
    $update = New-ChecklyIncidentUpdate $IncidentId $Status $Description
    if ($update) { "Posted update $($update.Id): $($update.Status)" }
    elseif ($WhatIfPreference) { 'Not posted: this was -WhatIf.' }
    else { 'Not posted: the answer was no.' }
    exit 0
}
catch {
    $(if ($_.Exception.MayHaveBeenCarriedOut) { 'Not known to be posted: ' } else { 'Not posted: ' }) + $_.Exception.Message
    if ($_.ErrorDetails.RecommendedAction) {
        $_.ErrorDetails.RecommendedAction
    }
    if ($_.Exception.MayHaveBeenCarriedOut) { exit 4 }
    switch -Regex ($_.FullyQualifiedErrorId) {
        'ImportModuleCommand$' { exit 2 }
        '^Checkly\.(NotConnected|Unauthorized|Forbidden|PaymentRequired)\b' { exit 2 }
        '^Checkly\.(BadRequest|NotFound|Conflict|CannotAsk)\b' { exit 3 }
        '^Parameter' { exit 3 }
        default { exit 1 }
    }
}
