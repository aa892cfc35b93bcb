BeforeAll {
    . "$PSScriptRoot/Setup.ps1"

    # A runbook: a process of its own, without a terminal, with nothing to read from and nobody to ask.
    function Invoke-Runbook {
        param([string] $Script, [string] $How = '-File', [switch] $Interactive)

        $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        @"
Import-Module '$manifest'
Connect-Checkly -Sandbox
`$incident = New-ChecklyIncident 'Drill' -DashboardId 1001 -Status INVESTIGATING -Description 'First'
`$update = `$incident | New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'Second'
`$dashboard = Get-ChecklyDashboard -CustomUrl sandbox
$Script
"@ | Set-Content $file
        $arguments = @('-NoProfile') + $(if (-not $Interactive) { '-NonInteractive' }) + $How + $(if ($How -eq '-File') { "`"$file`"" } else { "`"& '$file'`"" })
        $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh, $arguments)
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.Environment['NO_COLOR'] = '1'
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $failure = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEndAsync()
        if (-not $process.WaitForExit(60000)) {
            $process.Kill()
            throw 'The runbook waited for an answer.'
        }

        @{ ExitCode = $process.ExitCode; Output = $output.Result; Lines = @($output.Result -split '\r?\n' | Where-Object { $_ }); Error = $failure.Result }
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Each Remove- cmdlet, where nobody can be asked and the shell <Shell>' -ForEach @(
    @{ Shell = 'was told so'; Interactive = $false }
    @{ Shell = 'was not told so'; Interactive = $true }
) {
    BeforeAll {
        # One process for all of them: each costs half a second. What a thing belongs to is removed after it.
        $run = Invoke-Runbook -Interactive:$Interactive @'
$ignore = @{ ErrorAction = 'Ignore' }
$window = New-ChecklyMaintenanceWindow 'Upgrade' -Duration 01:00 -Tag db -SilenceAlerts
$null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate SCHEDULED 'Soon.'
$page = Get-ChecklyStatusPage
$null = New-ChecklyStatusPageSubscription $page ada@example.com
$service = New-ChecklyStatusPageService Search
$snippet = New-ChecklySnippet 'Log in' x
$public = New-ChecklyStatusPageIncident 'Drill' -Service API -Description 'First'
$second = $public | New-ChecklyStatusPageIncidentUpdate -Description 'Second'
$get = [ordered]@{
    IncidentUpdate           = { Get-ChecklyIncidentUpdate $incident $update.Id @ignore }
    Incident                 = { Get-ChecklyIncident $incident @ignore }
    Dashboard                = { Get-ChecklyDashboard $dashboard @ignore }
    MaintenanceUpdate        = { (Get-ChecklyMaintenance $window).Updates }
    Maintenance              = { Get-ChecklyMaintenance $window @ignore }
    MaintenanceWindow        = { Get-ChecklyMaintenanceWindow }
    StatusPageIncidentUpdate = { Get-ChecklyStatusPageIncidentUpdate $public $second.Id @ignore }
    StatusPageIncident       = { Get-ChecklyStatusPageIncident $public @ignore }
    StatusPageSubscription   = { Get-ChecklyStatusPageSubscription $page @ignore }
    StatusPage               = { Get-ChecklyStatusPage $page @ignore }
    StatusPageService        = { Get-ChecklyStatusPageService $service @ignore }
    Snippet                  = { Get-ChecklySnippet $snippet @ignore }
}
$results = foreach ($what in $get.Keys) {
    $remove = "Remove-Checkly$what"
    $thing = & $get[$what]
    $failed = try { $thing | & $remove } catch { $_ }
    $silenced = try { $thing | & $remove -ErrorAction SilentlyContinue; 'went on' } catch { 'ended' }
    $thing | & $remove -WhatIf
    $kept = @(& $get[$what]).Count
    $thing | & $remove -Confirm:$false
    @{
        Command = $remove; Id = $failed.FullyQualifiedErrorId; Message = "$failed"; Advice = $failed.ErrorDetails.RecommendedAction
        Category = "$($failed.CategoryInfo.Category)"; Silenced = $silenced; Kept = $kept; Left = @(& $get[$what]).Count
    }
}
ConvertTo-Json @($results) -Compress
'@
        $results = $run.Lines[-1] | ConvertFrom-Json
    }

    It 'is tried here' {
        $results.Command | Sort-Object | Should -Be ((Get-Command -Module Checkly -Verb Remove).Name | Sort-Object)
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'fails with Checkly.CannotAsk, says what to do, cannot be silenced, and removes nothing' {
        foreach ($result in $results) {
            $result.Id | Should -Be "Checkly.CannotAsk,Checkly.Commands.$($result.Command -replace '-')Command"
            $result.Message | Should -Match 'this host cannot prompt\. DELETE /v1/\S+ was not sent\.'
            $result.Advice | Should -BeLike '*-Confirm:$false*'
            $result.Category | Should -Be 'InvalidOperation'
            $result.Silenced | Should -Be 'ended' -Because $result.Command
            $result.Kept | Should -Be 1 -Because $result.Command
        }
    }

    It 'asks nothing with -WhatIf, and says what would be sent' {
        @($run.Lines -match 'What if: DELETE /v1/') | Should -HaveCount $results.Count
    }

    It 'removes with -Confirm:$false' {
        foreach ($result in $results) { $result.Left | Should -Be 0 -Because $result.Command }
    }
}

Describe 'A runbook with a removal that nobody can be asked about' {
    It 'ends with exit code 1 with $ErrorActionPreference = ''Stop'': <_>' -ForEach '-File', '-Command' {
        $run = Invoke-Runbook '$ErrorActionPreference = ''Stop''; $incident | Remove-ChecklyIncident; ''went on''' $_

        $run.ExitCode | Should -Be 1
        $run.Output | Should -Not -Match 'went on'
        $run.Error | Should -Match 'asks before it changes'
    }

    It 'says so on the error stream where it does not stop, once for several, and keeps them all' {
        $run = Invoke-Runbook @'
$other = New-ChecklyIncident 'Other' -DashboardId 1001 -Status INVESTIGATING -Description 'd'
$Error.Clear()
$incident, $other | Remove-ChecklyIncident
@($Error | Where-Object { $_.FullyQualifiedErrorId -like 'Checkly.*' }).Count
(Get-ChecklyIncident $incident, $other).Name -join ', '
exit 7
'@

        $run.Error | Should -Match 'asks before it changes'
        $run.Lines | Should -Be '1', 'Drill, Other'
        $run.ExitCode | Should -Be 7
    }

    It 'removes with $ConfirmPreference = ''None'', and DELETE as the cmdlets do' {
        $run = Invoke-Runbook @'
function Get-Left { "left: $((Get-ChecklyIncident $incident -ErrorAction SilentlyContinue).Name)" }
$path = "/v1/incidents/$($incident.Id)"
try { Invoke-ChecklyApi DELETE $path } catch { $_.FullyQualifiedErrorId }
Get-Left
Invoke-ChecklyApi DELETE "$path/updates/$($update.Id)" -Confirm:$false
@(Get-ChecklyIncidentUpdate $incident).Count
$ConfirmPreference = 'None'
Invoke-ChecklyApi DELETE $path
Get-Left
$dashboard | Remove-ChecklyDashboard
@(Get-ChecklyDashboard).Count
'@

        $run.Lines | Should -Be 'Checkly.CannotAsk,Checkly.Commands.InvokeChecklyApiCommand', 'left: Drill', '1', 'left: ', '0'
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'makes its changes without a question, unless it says -Confirm' {
        $run = Invoke-Runbook @'
($incident | Set-ChecklyIncident -Impact MAJOR -PassThru).Impact
($update | Set-ChecklyIncidentUpdate -Description MAJOR -PassThru).Description
($dashboard | Set-ChecklyDashboard -Header MAJOR -PassThru).Header
(New-ChecklyDashboard MAJOR).Header
try { $incident | Set-ChecklyIncident -Name New -Confirm } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
try { $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description d -Confirm } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
$after = Get-ChecklyIncident $incident
$after.Name, $after.CurrentStatus
'@

        $run.Lines | Should -Be 'MAJOR', 'MAJOR', 'MAJOR', 'MAJOR', 'Checkly.CannotAsk', 'Checkly.CannotAsk', 'Drill', 'IDENTIFIED'
        $run.ExitCode | Should -Be 0
    }
}
