BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

    # A machine that is elsewhere: the time zone of a process is that of its TZ variable.
    function Invoke-Elsewhere([string] $Zone, [string] $Culture, [string] $Script) {
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        $whole = "[cultureinfo]::CurrentCulture = '$Culture'; Import-Module '$manifest'; Connect-Checkly -Sandbox; $Script"
        '-NoProfile', '-NonInteractive', '-Command', $whole | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.Environment['TZ'] = $Zone
        $start.Environment['NO_COLOR'] = '1'
        $process = [System.Diagnostics.Process]::Start($start)
        $failure = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $failure.Result | Should -BeNullOrEmpty
        $output.Trim()
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Maintenance windows' {
    BeforeEach {
        # Each test has an account of its own.
        Connect-Checkly -Sandbox
    }

    AfterEach {
        Disconnect-Checkly
    }

    It 'silence a deployment and end with it' {
        $window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -PauseChecks
        $window | Should -BeOfType Checkly.MaintenanceWindow
        $window.Tags | Should -Be 'web', 'api'
        $window.PauseAllChecks | Should -BeFalse
        ($window.EndsAt - $window.StartsAt).TotalMinutes | Should -Be 30

        $after = $window | Set-ChecklyMaintenanceWindow -EndNow -PassThru

        $after.EndsAt | Should -BeLessThan $window.EndsAt
        $after.Tags | Should -Be 'web', 'api'
    }

    It 'end with a warning, and no error, where they have ended by themselves' {
        $window = New-ChecklyMaintenanceWindow 'Deploy 4711' -StartsAt 2026-01-01 -Duration 00:30 -Tag web -PauseChecks
        $window | Set-ChecklyMaintenanceWindow -EndNow -WarningVariable said -WarningAction SilentlyContinue -ErrorAction Stop

        $said | Should -BeLike '*had ended already*'
        (Get-ChecklyMaintenanceWindow $window).EndsAt | Should -Be $window.EndsAt
    }

    It 'never mean every check because a list is empty' {
        $tags = @('web', 'api' | Where-Object { $_ -eq 'none' })
        New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag $tags -PauseChecks -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed[0].FullyQualifiedErrorId | Should -Be 'Checkly.BadRequest,Checkly.Commands.NewChecklyMaintenanceWindowCommand'
        Get-ChecklyMaintenanceWindow | Should -BeNullOrEmpty
    }

    It 'come out of a file, with their ids back into one' {
        @'
Name,StartsAt,Duration,Tag
Backup,2026-12-06T02:00Z,01:00,database
Upgrade,2026-12-07T02:00Z,00:30,web
'@ | Set-Content "$TestDrive/windows.csv"
        $made = Import-Csv "$TestDrive/windows.csv" | New-ChecklyMaintenanceWindow -SilenceAlerts
        $made | Select-Object Id | Export-Csv "$TestDrive/ids.csv"
        Import-Csv "$TestDrive/ids.csv" | Set-ChecklyMaintenanceWindow -Description 'Of a file.'

        (Get-ChecklyMaintenanceWindow).Name | Should -Be 'Backup', 'Upgrade'
        (Get-ChecklyMaintenanceWindow).Description | Should -Be 'Of a file.', 'Of a file.'
        (Get-ChecklyMaintenanceWindow)[1].SilenceAlertsTags | Should -Be 'web'
    }

    It 'compose with their maintenances and updates, also saved and read back' {
        $window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
        $times = $window | Get-ChecklyMaintenance -First 3
        $read = $times | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $read | New-ChecklyMaintenanceUpdate SCHEDULED 'It will take an hour.' | Should -HaveCount 3
        $read[1] | Remove-ChecklyMaintenance -Confirm:$false
        $read[2] | Set-ChecklyMaintenance -EndsAt $times[2].EndsAt.AddHours(1)
        Get-ChecklyMaintenance $window -First 1 | ForEach-Object Updates | Set-ChecklyMaintenanceUpdate -Status CANCELLED

        $after = Get-ChecklyMaintenance $window -First 2
        $after[0].CurrentStatus | Should -Be 'CANCELLED'
        $after[0].Updates.Description | Should -Be 'It will take an hour.'
        $after[1].Id | Should -Be $times[2].Id
        ($after[1].EndsAt - $after[1].StartsAt).TotalHours | Should -Be 2
        $read[0] | Remove-ChecklyMaintenanceWindow -Confirm:$false -ErrorAction SilentlyContinue
        Get-ChecklyMaintenanceWindow | Should -HaveCount 1
    }

    It 'are shown by <Format>' -ForEach @(
        @{ Format = 'Out-String'; Shown = 'pauses web, api' }
        @{ Format = 'Format-List'; Shown = 'every 2 weeks until 2027-12-05, Europe/Berlin' }
        @{ Format = 'Format-Custom'; Shown = 'Deploy \(\d+\): every 2 weeks' }
    ) {
        $window = New-ChecklyMaintenanceWindow Deploy -Duration 00:30 -StartsAt 2026-12-06 -TimeZone 'W. Europe Standard Time' -RepeatEvery 2 -RepeatUnit WEEK -RepeatUntil 2027-12-05 -Tag web, api -PauseChecks
        $time = Get-ChecklyMaintenance $window -First 1
        $update = $time | New-ChecklyMaintenanceUpdate IN_PROGRESS "Begun.$([char]27)[31m"

        $window | & $Format | Out-String -Width 120 | Should -Match $Shown
        $time | & $Format | Out-String -Width 120 | Should -Match 'SCHEDULED'
        $text = $update | & $Format | Out-String -Width 120
        $text | Should -Match 'IN_PROGRESS'
        $text | Should -Match 'Begun'
        $text | Should -Not -Match "$([char]27)\[31m"
    }
}

Describe 'The views' {
    BeforeAll {
        # What a server says that has been taken over.
        $evil = "a$([char]27)[31mred$([char]27)]0;title$([char]7)b$([char]0x9B)2Jc`rback`bd$([char]0x202E)e"
        $forbidden = "$([char]27)\[31mred|$([char]27)\]|[$([char]7)$([char]8)$([char]0x9B)$([char]0x202E)]"
        $update = [Checkly.MaintenanceUpdate]@{ Id = $evil; MaintenanceId = $evil; Status = $evil; Description = $evil; PreviousStatus = $evil }
        $objects = @{
            MaintenanceWindow = [Checkly.MaintenanceWindow]@{ Id = 7; Name = $evil; Description = $evil; Tags = $evil, 'b'; SilenceAlertsTags = $evil; RepeatUnit = $evil; RepeatEndsAt = $evil; Timezone = $evil; StatusPageVisibility = @{ severity = $evil; $evil = 1 } }
            Maintenance       = [Checkly.Maintenance]@{ Id = $evil; MaintenanceWindowId = 7; CurrentStatus = $evil; Updates = $update }
            MaintenanceUpdate = $update
        }
    }

    It 'of <Type> by <Format> let no control sequence through' -ForEach @(
        foreach ($type in 'MaintenanceWindow', 'Maintenance', 'MaintenanceUpdate') {
            foreach ($format in 'Out-String', 'Format-List', 'Format-Custom') { @{ Type = $type; Format = $format } }
        }
    ) {
        $text = $objects[$Type] | & $Format | Out-String -Width 200

        $text | Should -Match 'red'
        $text | Should -Not -Match $forbidden
    }

    It 'list every property of <_>' -ForEach 'MaintenanceWindow', 'Maintenance', 'MaintenanceUpdate' {
        $shown = $objects[$_] | Format-List | Out-String -Width 200

        $objects[$_].PSObject.Properties.Name | Where-Object { ($shown -replace "$([char]27)\[[0-9;]*m") -notmatch "(?m)^$_\b" } | Should -BeNullOrEmpty
    }
}

Describe 'Times on a machine in <Zone> with the culture <Culture>' -ForEach @(
    @{ Zone = 'America/New_York'; Culture = 'th-TH'; Local = '2026-05-02T02:00:00.0000000+00:00' }
    @{ Zone = 'Asia/Kolkata'; Culture = 'ar-SA'; Local = '2026-05-01T16:30:00.0000000+00:00' }
) {
    It 'are local without an offset, on the clock of -TimeZone with it, and dates stay dates' {
        $said = Invoke-Elsewhere $Zone $Culture @'
$with = @{ Duration = '01:00'; PauseAllChecks = $true; WarningAction = 'SilentlyContinue' }
$inv = [cultureinfo]::InvariantCulture
(New-ChecklyMaintenanceWindow a -StartsAt '2026-05-01 22:00' @with).StartsAt.ToString('o', $inv)
(New-ChecklyMaintenanceWindow b -StartsAt '2026-05-01 22:00' -TimeZone Europe/Berlin @with).StartsAt.ToString('o', $inv)
(New-ChecklyMaintenanceWindow c -StartsAt '2026-05-01T22:00Z' -RepeatUnit DAY -RepeatUntil 2026-08-01 @with).RepeatEndsAt
'@
        $said -split '\r?\n' | Should -Be $Local, '2026-05-01T20:00:00.0000000+00:00', '2026-08-01T00:00:00.000Z'
    }
}

Describe 'A window in another time zone' {
    It 'takes texts and dates by its own clock, and what Get-Date returns as the moment that it is' {
        $said = Invoke-Elsewhere Europe/Berlin de-DE @'
$inv = [cultureinfo]::InvariantCulture
$WarningPreference = 'SilentlyContinue'
$window = New-ChecklyMaintenanceWindow a -StartsAt '2026-12-24 23:00' -Duration 01:00 -TimeZone Asia/Tokyo -PauseAllChecks
$time = Get-ChecklyMaintenance $window
foreach ($start in '2026-12-24 22:00', ([datetime]'2026-12-24 22:00'), [datetime]::SpecifyKind('2026-12-24 14:00', 'Local'), [DateTimeOffset]'2026-12-24T13:00Z') {
    ($time | Set-ChecklyMaintenance -StartsAt $start -PassThru).StartsAt.ToString('o', $inv)
}
$now = Get-Date
($time | Set-ChecklyMaintenance -StartsAt $now -PassThru).StartsAt.UtcDateTime.ToString('s') -eq $now.ToUniversalTime().ToString('s')
'@
        $said -split '\r?\n' | Should -Be (@('2026-12-24T13:00:00.0000000+00:00') * 4 + 'True')
    }
}

Describe 'A mock' {
    BeforeAll {
        $window = [Checkly.MaintenanceWindow]@{ Id = 2001; Name = 'Deploy' }
        $maintenance = [Checkly.Maintenance]@{ Id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; MaintenanceWindowId = 2001 }
        $update = [Checkly.MaintenanceUpdate]@{ Id = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'; MaintenanceId = $maintenance.Id; MaintenanceWindowId = 2001; Status = 'SCHEDULED' }
    }

    It 'of <Command> gets the number of a window' -ForEach @(
        @{ Command = 'Get-ChecklyMaintenanceWindow'; Parameter = 'Id'; With = @{ } }
        @{ Command = 'Set-ChecklyMaintenanceWindow'; Parameter = 'Id'; With = @{ EndNow = $true } }
        @{ Command = 'Remove-ChecklyMaintenanceWindow'; Parameter = 'Id'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ChecklyMaintenance'; Parameter = 'MaintenanceWindowId'; With = @{ } }
    ) {
        Mock $Command { }
        & $Command $window @With
        $window | & $Command @With

        Should -Invoke $Command -Exactly 2 -ParameterFilter ([scriptblock]::Create("`$$Parameter -eq 2001"))
    }

    It 'of <Command> gets the ids of a maintenance' -ForEach @(
        @{ Command = 'Set-ChecklyMaintenance'; With = @{ EndsAt = [DateTimeOffset]::Now } }
        @{ Command = 'Remove-ChecklyMaintenance'; With = @{ Confirm = $false } }
        @{ Command = 'New-ChecklyMaintenanceUpdate'; With = @{ Status = 'COMPLETED'; Description = 'd' } }
    ) {
        Mock $Command { }
        $maintenance | & $Command @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $MaintenanceWindowId -eq 2001 -and "$MaintenanceId" -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' }
    }

    It 'of <Command> gets the ids of an update' -ForEach @(
        @{ Command = 'Set-ChecklyMaintenanceUpdate'; With = @{ Description = 'd' } }
        @{ Command = 'Remove-ChecklyMaintenanceUpdate'; With = @{ Confirm = $false } }
    ) {
        Mock $Command { }
        $update | & $Command @With

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $MaintenanceWindowId -eq 2001 -and $MaintenanceId -eq 'e50ad839-1b90-4955-b716-1c6edbda57cb' -and "$Id" -eq 'f1afc7c4-e31b-487a-95f8-fb4e62163eff' }
    }

    It 'of New-ChecklyMaintenanceWindow takes any time' {
        Mock New-ChecklyMaintenanceWindow { $window }
        foreach ($time in '2026-05-01T20:00Z', [datetime]'2026-05-01T20:00Z', [DateTimeOffset]'2026-05-01T20:00Z') {
            (New-ChecklyMaintenanceWindow x -StartsAt $time -Duration 00:30 -PauseAllChecks).Id | Should -Be 2001
        }

        Should -Invoke New-ChecklyMaintenanceWindow -Exactly 3 -ParameterFilter { $StartsAt -eq [DateTimeOffset]'2026-05-01T20:00Z' -and $Duration.TotalMinutes -eq 30 }
    }
}

Describe 'A deployment script' {
    BeforeAll {
        . "$PSScriptRoot/../../module/Examples/MaintenanceWindow.ps1"
        Mock New-ChecklyMaintenanceWindow { [Checkly.MaintenanceWindow]@{ Id = 2001 } }
        Mock Set-ChecklyMaintenanceWindow { }
    }

    It 'ends its window once, whatever becomes of the work: <_>' -ForEach @({ 'done' }, { throw 'disk full' }) {
        try { Invoke-InMaintenanceWindow 'Deploy 4711' -Tag web -Work $_ } catch { "$_" }

        Should -Invoke New-ChecklyMaintenanceWindow -Exactly 1 -ParameterFilter { $PauseChecks -and $Tag -eq 'web' }
        Should -Invoke Set-ChecklyMaintenanceWindow -Exactly 1 -ParameterFilter { $EndNow -and $Id -eq 2001 }
    }
}
