BeforeDiscovery {
    . "$PSScriptRoot/Subject.ps1"
    $commands = (Import-PowerShellDataFile $manifest).CmdletsToExport
    $examples = foreach ($name in $commands) {
        $number = 0
        foreach ($example in (Get-Help $name -Full).Examples.Example) {
            $number++
            # The others run in the hosted engine, in HelpTests.
            if ("$($example.Code)" -match '\b(Set-Content|\w+-Csv|Format-\w+|\w+-Clixml|\w+-Json|\w+-Object \w+ -First)\b') { @{ Command = $name; Number = $number; Code = "$($example.Code)" } }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"

    # An example as it stands, in a runspace of its own that has a session and nothing else.
    function Invoke-Example([string] $Code) {
        $prepare = {
            param($Manifest, $Folder)
            $ErrorActionPreference = 'Stop'
            Import-Module $Manifest
            Set-Location $Folder
            Connect-Checkly -Sandbox
            $ErrorActionPreference = 'Continue'
            # Who reads an example can say yes; here nobody can be asked.
            $ConfirmPreference = 'None'
        }
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript($prepare, $false).AddArgument($manifest).AddArgument((Get-Item $TestDrive).FullName).Invoke()
            $shell.Streams.ClearStreams()
            $shell.Commands.Clear()
            $emitted = $shell.AddScript($Code, $false).Invoke()
            @{ Emitted = $emitted; Errors = @($shell.Streams.Error); Warnings = @($shell.Streams.Warning) }
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'Get-Help <_>' -ForEach $commands {
    It 'shows no markup, and comes to a prompt of 100 columns' {
        $help = Get-Help $_ -Full
        $text = $help | Out-String -Width 100
        # Code stays as it is written; text is wrapped.
        $code = @($help.Examples.Example.Code -split '\r?\n' | ForEach-Object Trim)

        $text | Should -Not -MatchExactly '</?(para|see|paramref|c|code|summary|remarks)\b'
        $text | Should -Not -Match '&(lt|gt|amp);|[TMPF]:Checkly\.'
        $text -split '\r?\n' | Where-Object { $_.Length -gt 100 -and $_.Trim() -notin $code } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help' {
    It 'finds it all in a process that has only imported the module' {
        $script = "Import-Module '$manifest'; (Get-Help New-ChecklyIncidentUpdate).Synopsis; @((Get-Help New-ChecklyIncidentUpdate -Examples).Examples.Example).Count; (Get-Help about_Checkly).Length"
        $found = & $pwsh -NoProfile -NonInteractive -Command $script

        $found[0] | Should -Match '^Posts an update'
        [int]$found[1] | Should -BeGreaterOrEqual 3
        [int]$found[2] | Should -BeGreaterThan 500
    }
}

Describe 'Example <Number> of <Command>' -ForEach $examples {
    It 'runs as it stands on the sandbox' {
        $run = Invoke-Example $Code

        $run.Errors | ForEach-Object { "$_" } | Should -BeNullOrEmpty
        $run.Warnings | Should -BeNullOrEmpty
    }
}

Describe 'The run of an example' {
    It 'shows an error' {
        (Invoke-Example 'Get-ChecklyIncident 00000000-0000-4000-8000-000000000000').Errors | Should -HaveCount 1
        { Invoke-Example 'throw "x"' } | Should -Throw
    }
}
