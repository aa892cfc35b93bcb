BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

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
`$window = New-ChecklyMaintenanceWindow 'Upgrade' -Duration 01:00 -Tag db -SilenceAlerts
$Script
"@ | Set-Content $file
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        @('-NoProfile') + $(if (-not $Interactive) { '-NonInteractive' }) + $How + $(if ($How -eq '-File') { $file } else { "& '$file'" }) | ForEach-Object { $start.ArgumentList.Add($_) }
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

Describe '<Command> where nobody can be asked' -ForEach @(
    @{ Command = 'Remove-ChecklyIncident'; Call = 'Remove-ChecklyIncident $incident'; Piped = '$incident | Remove-ChecklyIncident'; Left = '(Get-ChecklyIncident $incident -ErrorAction SilentlyContinue).Name'; Name = 'Drill' }
    @{ Command = 'Remove-ChecklyIncidentUpdate'; Call = 'Remove-ChecklyIncidentUpdate $incident $update'; Piped = '$update | Remove-ChecklyIncidentUpdate'; Left = '(Get-ChecklyIncidentUpdate $incident $update.Id -ErrorAction SilentlyContinue).Description'; Name = 'Second' }
    @{ Command = 'Remove-ChecklyDashboard'; Call = 'Remove-ChecklyDashboard $dashboard'; Piped = '$dashboard | Remove-ChecklyDashboard'; Left = '(Get-ChecklyDashboard).Header'; Name = 'Sandbox status' }
    @{ Command = 'Remove-ChecklyMaintenanceWindow'; Call = 'Remove-ChecklyMaintenanceWindow $window'; Piped = '$window | Remove-ChecklyMaintenanceWindow'; Left = '(Get-ChecklyMaintenanceWindow).Name'; Name = 'Upgrade' }
) {
    It 'fails with Checkly.CannotAsk, says what to do, and removes nothing' {
        $run = Invoke-Runbook @"
try { $Call } catch { "`$(`$_.FullyQualifiedErrorId)"; `$_.Exception.Message; `$_.ErrorDetails.RecommendedAction; `$_.CategoryInfo.Category }
"left: `$($Left)"
"@

        $run.Lines[0] | Should -BeLike "Checkly.CannotAsk,*.$($Command -replace '-')Command"
        $run.Lines[1] | Should -Match 'nobody to ask'
        $run.Lines[2] | Should -BeLike '*-Confirm:$false*'
        $run.Lines[3] | Should -Be 'InvalidOperation'
        $run.Lines[-1] | Should -Be "left: $Name"
        $run.Error | Should -BeNullOrEmpty
    }

    It 'fails with Checkly.CannotAsk also where the shell was not told that nobody is there' {
        $run = Invoke-Runbook -Interactive @"
try { $Call } catch { '', `$_.FullyQualifiedErrorId }
"left: `$($Left)"
"@

        $run.Lines[-2] | Should -BeLike "Checkly.CannotAsk,*.$($Command -replace '-')Command"
        $run.Lines[-1] | Should -Be "left: $Name"
    }

    It 'ends the runbook with $ErrorActionPreference = ''Stop'', with exit code 1' {
        $run = Invoke-Runbook @"
`$ErrorActionPreference = 'Stop'
$Piped
'went on'
"@

        $run.ExitCode | Should -Be 1
        $run.Output | Should -Not -Match 'went on'
        $run.Error | Should -Match 'asks before it changes'
    }

    It 'is said on the error stream where the runbook does not stop, and nothing is removed' {
        $run = Invoke-Runbook @"
$Piped
"left: `$($Left)"
exit 7
"@

        $run.Error | Should -Match 'asks before it changes'
        $run.Lines[-1] | Should -Be "left: $Name"
        $run.ExitCode | Should -Be 7
    }

    It 'cannot be silenced into removing' {
        $run = Invoke-Runbook "try { $Piped -ErrorAction SilentlyContinue } catch { 'caught' }; `"left: `$($Left)`""

        $run.Lines | Should -Be 'caught', "left: $Name"
    }

    It 'removes with -Confirm:$false, and ends with exit code 0' {
        $run = Invoke-Runbook "`$ErrorActionPreference = 'Stop'; $Piped -Confirm:`$false; `"left: `$($Left)`""

        $run.Lines[-1] | Should -Be 'left: '
        $run.Error | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'removes where $ConfirmPreference is None' {
        $run = Invoke-Runbook "`$ConfirmPreference = 'None'; $Piped; `"left: `$($Left)`""

        $run.Lines[-1] | Should -Be 'left: '
    }

    It 'removes nothing with -WhatIf, and asks nothing' {
        $run = Invoke-Runbook "$Piped -WhatIf; `"left: `$($Left)`""

        $run.Output | Should -Match '(?m)^What if: DELETE /v1/'
        $run.Lines[-1] | Should -Be "left: $Name"
        $run.ExitCode | Should -Be 0
    }

    It 'is declared to be asked before' {
        [System.Management.Automation.CommandMetadata]::new((Get-Command $Command)).ConfirmImpact | Should -Be 'High'
    }
}

Describe 'Several that would be removed where nobody can be asked' {
    It 'are all kept: the command ends at the first' {
        $run = Invoke-Runbook @'
$other = New-ChecklyIncident 'Other' -DashboardId 1001 -Status INVESTIGATING -Description 'd'
$Error.Clear()
try { $incident, $other | Remove-ChecklyIncident } catch { $_.FullyQualifiedErrorId }
@($Error | Where-Object { $_.FullyQualifiedErrorId -like 'Checkly.*' }).Count
(Get-ChecklyIncident $incident, $other).Name -join ', '
'@

        $run.Lines | Should -Be 'Checkly.CannotAsk,Checkly.Commands.RemoveChecklyIncidentCommand', '1', 'Drill, Other'
    }

    It 'are kept with pwsh -Command too, with exit code 1' {
        $run = Invoke-Runbook '$ErrorActionPreference = ''Stop''; $incident | Remove-ChecklyIncident; ''went on''' '-Command'

        $run.ExitCode | Should -Be 1
        $run.Output | Should -Not -Match 'went on'
    }
}

Describe 'Invoke-ChecklyApi DELETE' {
    BeforeAll { $path = '"/v1/incidents/$($incident.Id)"' }

    It 'fails with Checkly.CannotAsk where nobody can be asked, and removes nothing' {
        $run = Invoke-Runbook "try { Invoke-ChecklyApi DELETE $path } catch { `$_.FullyQualifiedErrorId }; (Get-ChecklyIncident `$incident).Name"

        $run.Lines | Should -Be 'Checkly.CannotAsk,Checkly.Commands.InvokeChecklyApiCommand', 'Drill'
        $run.Error | Should -BeNullOrEmpty
    }

    It 'removes without a question: <_>' -ForEach @(
        'Invoke-ChecklyApi DELETE $path -Confirm:$false'
        '$ConfirmPreference = "None"; Invoke-ChecklyApi DELETE $path'
    ) {
        $run = Invoke-Runbook "`$path = $path; $_; `"left: `$((Get-ChecklyIncident `$incident -ErrorAction SilentlyContinue).Name)`""

        $run.Lines | Should -Be 'left: '
        $run.ExitCode | Should -Be 0
    }
}

Describe 'A change where nobody can be asked' {
    It 'goes out without being asked: <_>' -ForEach @(
        '$incident | Set-ChecklyIncident -Impact MAJOR -PassThru | ForEach-Object Impact'
        '($update | Set-ChecklyIncidentUpdate -Description MAJOR -PassThru).Description'
        '($dashboard | Set-ChecklyDashboard -Header MAJOR -PassThru).Header'
        '(New-ChecklyDashboard MAJOR).Header'
    ) {
        $run = Invoke-Runbook $_

        $run.Lines | Should -Be 'MAJOR'
        $run.ExitCode | Should -Be 0
    }

    It 'fails with -Confirm as a removal does, and changes nothing: <_>' -ForEach @(
        '$incident | Set-ChecklyIncident -Name New -Confirm'
        '$incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description d -Confirm'
    ) {
        $run = Invoke-Runbook "try { $_ } catch { `$_.FullyQualifiedErrorId }; `$after = Get-ChecklyIncident `$incident; `$after.Name; `$after.CurrentStatus"

        $run.Lines[0] | Should -BeLike 'Checkly.CannotAsk,*'
        $run.Lines[1..2] | Should -Be 'Drill', 'IDENTIFIED'
    }
}
