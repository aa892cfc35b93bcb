BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../Checkly.psd1"
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $commands = (Import-PowerShellDataFile "$PSScriptRoot/../../Checkly.psd1").CmdletsToExport
    $parameters = foreach ($name in $commands) {
        (Get-Command $name).Parameters.Keys | Where-Object { $_ -notin $common } | ForEach-Object { @{ Command = $name; Parameter = $_ } }
    }
    $examples = foreach ($name in $commands) {
        $number = 0
        foreach ($example in (Get-Help $name -Full).Examples.Example) {
            $number++
            @{ Command = $name; Number = $number; Code = "$($example.Code)" }
        }
    }
}

BeforeAll {
    $manifest = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $manifest
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"

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
    BeforeAll {
        $name = $_
        $help = Get-Help $name -Full
    }

    It 'is help that was written, not made from the syntax' {
        $help.Name | Should -Be $name
        $help.PSObject.TypeNames -join ' ' | Should -Match 'MamlCommandHelpInfo'
    }

    It 'has a synopsis: one sentence' {
        $help.Synopsis.Trim() | Should -Match '^[A-Z][^\r\n]+\.$'
    }

    It 'has a description that says more' {
        $description = ($help.Description.Text -join ' ').Trim()

        $description.Length | Should -BeGreaterThan 60
        $description | Should -Not -Be $help.Synopsis.Trim()
    }

    It 'has three examples at least, each with a word on what it is for' {
        $given = @($help.Examples.Example)

        $given.Count | Should -BeGreaterOrEqual 3
        foreach ($example in $given) {
            "$($example.Code)" | Should -Not -BeNullOrEmpty
            (($example.Remarks.Text -join '') + ($example.Title -replace '(?i)[-\s]*example\s*\d*[-:\s]*')).Trim() | Should -Not -BeNullOrEmpty
        }
    }

    It 'has links, the documentation of the API among them' {
        $links = @($help.RelatedLinks.NavigationLink)

        $links.Count | Should -BeGreaterOrEqual 1
        ($links | ForEach-Object { "$($_.LinkText) $($_.Uri)" }) -join "`n" | Should -Match '\S'
    }

    It 'opens something with -Online' {
        # Get-Help -Online takes the first link with an address.
        @($help.RelatedLinks.NavigationLink | Where-Object { $_.Uri -match '^https://' }).Count | Should -BeGreaterOrEqual 1
    }

    It 'links only to what is there' {
        $own = $help.RelatedLinks.NavigationLink | ForEach-Object { "$($_.LinkText)".Trim() } | Where-Object { $_ -match '^\w+-Checkly\w*$' }

        $own | Where-Object { -not (Get-Command $_ -ErrorAction SilentlyContinue) } | Should -BeNullOrEmpty
    }

    It 'names the types it returns as Get-Command does' {
        $declared = @((Get-Command $name).OutputType.Name | Where-Object { $_ -ne 'System.Void' })
        $said = @($help.ReturnValues.ReturnValue | ForEach-Object { "$($_.Type.Name)".Trim() } | Where-Object { $_ -and $_ -notin 'None', 'System.Void' })

        $said | Should -Be $declared
    }

    It 'shows no markup' {
        $text = $help | Out-String -Width 100

        $text | Should -Not -MatchExactly '</?(para|see|paramref|c|code|summary|remarks)\b'
        $text | Should -Not -Match '&(lt|gt|amp);'
        $text | Should -Not -Match '[TMPF]:Checkly\.'
    }

    It 'comes to a prompt of 100 columns' {
        # Code stays as it is written; text is wrapped.
        $code = @($help.Examples.Example.Code -split '\r?\n' | ForEach-Object Trim)
        $help | Out-String -Width 100 -Stream | Where-Object { $_.Length -gt 100 -and $_.Trim() -notin $code } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help <Command> -Parameter <Parameter>' -ForEach $parameters {
    BeforeAll {
        $help = Get-Help $Command -Parameter $Parameter
        $real = (Get-Command $Command).Parameters[$Parameter]
    }

    It 'describes it' {
        ($help.Description.Text -join ' ').Trim() | Should -Match '^[A-Z].+\.$'
    }

    It 'says of it what is so' {
        $sets = @($real.ParameterSets.Values)
        $help.Required | Should -BeIn @($sets | ForEach-Object { "$($_.IsMandatory)".ToLowerInvariant() })
        $help.PipelineInput -match '^true' | Should -Be ([bool]($sets | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }))
        if ($sets[0].Position -lt 0) { $help.Position | Should -Be 'named' } else { $help.Position | Should -Be $sets[0].Position }
    }
}

Describe 'Get-Help' {
    It 'finds <_>' -ForEach 'about_Checkly', 'about_Checkly_Incidents', 'about_Checkly_StatusPages' {
        $topic = Get-Help $_ -ErrorAction Stop

        "$topic" | Should -Match $_
        "$topic".Length | Should -BeGreaterThan 500
    }

    It 'finds it all in a process that has only imported the module' {
        $script = "Import-Module '$manifest'; (Get-Help New-ChecklyIncidentUpdate).Synopsis; @((Get-Help New-ChecklyIncidentUpdate -Examples).Examples.Example).Count"
        $found = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script

        $found[0] | Should -Match '^Posts an update'
        [int]$found[1] | Should -BeGreaterOrEqual 3
    }

    It 'has no help for a command or a parameter that is none' {
        foreach ($name in (Get-Command -Module Checkly).Name) {
            $said = @((Get-Help $name -Full).Parameters.Parameter.Name)

            $said | Where-Object { -not (Get-Command $name).Parameters.ContainsKey($_) } | Should -BeNullOrEmpty -Because $name
        }
    }
}

Describe 'Example <Number> of <Command>' -ForEach $examples {
    It 'is PowerShell, with the command in it' {
        $errors = $null
        $ast = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]$errors)

        $errors | Should -BeNullOrEmpty
        $called = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() }
        $called | Should -Contain $Command
    }

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
