# What the Pester files about delivery share: a module, a sandbox with an incident, and a server that fails.

$manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
Import-Module $manifest
. "$PSScriptRoot/CleanEnvironment.ps1"
. "$PSScriptRoot/LoopbackServer.ps1"
$saved = Enter-CleanEnvironment "$TestDrive/config"

$account = '5a9db0c5-7e57-4c0d-8000-000000000002'
$unknown = '00000000-0000-4000-8000-000000000000'

# The type is there after the first sandbox.
Connect-Checkly -Sandbox
$names = [Enum]::GetNames([Checkly.Sandbox.SandboxFault])
Disconnect-Checkly

function New-Drill {
    [CmdletBinding(SupportsShouldProcess)]
    param($Session)

    New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'First' @PSBoundParameters
}

# Rows as they come out of a CSV.
function New-Row([string] $Description) {
    [pscustomobject]@{ IncidentId = $incident.Id; Status = 'MONITORING'; Description = $Description }
}

# Oldest first, without the one that the incident was opened with.
function Get-Posted {
    $updates = @(Get-ChecklyIncidentUpdate $incident | Select-Object -SkipLast 1)
    [array]::Reverse($updates)
    $updates
}

# A server that answers everything alike, and a session with it.
function Connect-Server([string] $Status, [string[]] $Header = @(), [string] $Message = 'Said by the server', [hashtable] $With = @{}) {
    $code, $reason = $Status -split ' ', 2
    $script:server = Start-LoopbackServer -Status $Status -Header (@('Content-Type: application/json') + $Header) `
        -Body "{`"statusCode`":$code,`"error`":`"$reason`",`"message`":`"$Message`",`"attributes`":{`"said`":`"$Message`"}}"
    $script:login = @{ ApiKey = 'cu_0123456789abcdef'; AccountId = $account; BaseUri = $script:server.Uri } + $With
    Connect-Checkly @script:login -SkipCheck
}

# The first line of each request that the server was sent.
function Get-Asked {
    @($script:server.Requests | ForEach-Object { ($_ -split ' HTTP')[0] })
}
