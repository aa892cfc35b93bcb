BeforeDiscovery {
    $manifest = Import-PowerShellDataFile "$PSScriptRoot/../../Checkly.psd1"
    $commands = $manifest.CmdletsToExport
    $changing = $commands | Where-Object { $_ -notmatch '^(Get|Connect|Disconnect)-' }
    $reading = $commands | Where-Object { $_ -match '^Get-' }
    $emitting = $commands | Where-Object { $_ -notmatch '^(Disconnect|Remove)-' }
}

BeforeAll {
    $path = (Resolve-Path "$PSScriptRoot/../../Checkly.psd1").Path
    Import-Module $path
    $bin = Join-Path (Split-Path $path) 'module' 'bin'
    $commands = (Import-PowerShellDataFile $path).CmdletsToExport | Sort-Object
}

AfterAll {
    Import-Module $path
    Disconnect-Checkly
}

Describe 'The manifest' {
    It 'passes Test-ModuleManifest without a warning' {
        $read = Test-ModuleManifest $path -ErrorAction Stop -WarningVariable warnings -WarningAction SilentlyContinue

        $read.Name | Should -Be 'Checkly'
        $warnings | Should -BeNullOrEmpty
    }

    It 'is read by Import-PowerShellDataFile, which runs nothing' {
        $data = Import-PowerShellDataFile $path

        $data.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $data.NestedModules | Should -Be 'module/bin/Checkly.Cmdlets.dll'
    }

    It 'names each export, with no wildcard' {
        $data = Import-PowerShellDataFile $path

        $data.CmdletsToExport | Should -Not -Match '\*'
        $data.FunctionsToExport | Should -BeNullOrEmpty
        $data.AliasesToExport | Should -BeNullOrEmpty
        $data.VariablesToExport | Should -BeNullOrEmpty
    }

    It 'exports exactly what the assembly has' {
        # A cmdlet that is missing in the manifest would be there in the assembly and nowhere else.
        $cmdlets = (Get-Command Connect-Checkly).ImplementingType.Assembly.GetExportedTypes() |
            ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" } |
            Sort-Object

        $cmdlets | Should -Be $commands
    }
}

Describe 'Importing' {
    AfterEach {
        Import-Module $path
    }

    It 'brings exactly the commands of the manifest' {
        (Get-Command -Module Checkly).Name | Sort-Object | Should -Be $commands
        (Get-Module Checkly).ExportedCommands.Keys | Sort-Object | Should -Be $commands
    }

    It 'keeps all commands when it is forced twice' {
        Import-Module $path -Force
        Import-Module $path -Force

        (Get-Command -Module Checkly).Name | Sort-Object | Should -Be $commands
        (Get-Module Checkly) | Should -HaveCount 1
    }

    It 'keeps all commands when the module was removed before' {
        Remove-Module Checkly
        Get-Command -Module Checkly | Should -BeNullOrEmpty
        Import-Module $path

        (Get-Command -Module Checkly).Name | Sort-Object | Should -Be $commands
        { Connect-Checkly -Sandbox } | Should -Not -Throw
    }

    It 'ends the session of the runspace when the module is removed' {
        $session = Connect-Checkly -Sandbox -PassThru
        Remove-Module Checkly

        $session.IsConnected | Should -BeFalse
    }

    It 'writes nothing to any stream' {
        Remove-Module Checkly
        # -Verbose of Import-Module lists the commands; the module itself has nothing to say.
        Import-Module $path *>&1 | Should -BeNullOrEmpty
    }
}

Describe 'Assemblies' {
    BeforeAll {
        # A process of its own: in this one everything may be loaded already.
        $script = @'
param($Manifest)
function Get-Loaded { [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not $_.IsDynamic } }
$before = Get-Loaded
Import-Module $Manifest
$imported = Get-Loaded | Where-Object { $_ -notin $before } | ForEach-Object Location
Connect-Checkly -Sandbox
New-ChecklyIncident -Name Drill -DashboardId 1001 -Status INVESTIGATING -Description Testing |
    New-ChecklyIncidentUpdate -Status RESOLVED -Description Done > $null
$used = Get-Loaded | Where-Object { $_ -notin $before } | ForEach-Object Location
@{ Imported = @($imported); Used = @($used) } | ConvertTo-Json
'@
        Set-Content TestDrive:/loaded.ps1 $script
        $loaded = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File (Join-Path $TestDrive 'loaded.ps1') $path | ConvertFrom-Json
        $folder = $bin
    }

    It 'are loaded by an import only from the module, and only its own' {
        $loaded.Imported | Should -Not -BeNullOrEmpty
        foreach ($file in $loaded.Imported) {
            Split-Path $file | Should -Be $folder
            Split-Path $file -Leaf | Should -BeLike 'Checkly.*.dll'
        }
    }

    It 'are there by their names in scripts before the first cmdlet has run' {
        $script = "Import-Module '$path'; [Checkly.IncidentUpdate]@{ Id = 'x' } | ForEach-Object Id"

        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script | Should -Be 'x'
    }

    It 'are no third party''s after the first use either' {
        $ours = $loaded.Used | Where-Object { $_.StartsWith((Split-Path $path)) }

        $ours | Should -Not -BeNullOrEmpty
        $ours | Split-Path -Leaf | Should -BeLike 'Checkly.*.dll'
    }

    It 'lie in module/bin without any other beside them' {
        $files = Get-ChildItem $bin -File

        $files.Name | Should -Contain 'Checkly.Cmdlets.dll'
        $files.Name | Should -BeLike 'Checkly.*'
    }
}

Describe '<_>' -ForEach $commands {
    It 'has an approved verb and the module''s noun' {
        $command = Get-Command $_

        (Get-Verb).Verb | Should -Contain $command.Verb
        $command.Noun | Should -BeLike 'Checkly*'
    }

    It 'says that it comes from Checkly' {
        (Get-Command $_).Source | Should -Be 'Checkly'
    }
}

Describe '<_>, which emits something' -ForEach $emitting {
    It 'says what it emits' {
        # What any operation answers has no type of its own.
        $type = $_ -eq 'Invoke-ChecklyApi' ? '^System\.(Management\.Automation\.PSObject|String)$' : '^Checkly\.'
        (Get-Command $_).OutputType.Name | Should -Match $type
    }
}

Describe '<_>, which changes something' -ForEach $changing {
    It 'has -WhatIf and -Confirm' {
        $parameters = (Get-Command $_).Parameters.Keys

        $parameters | Should -Contain 'WhatIf'
        $parameters | Should -Contain 'Confirm'
    }

    It 'takes -Session' {
        (Get-Command $_).Parameters['Session'].ParameterType.FullName | Should -Be 'Checkly.ChecklySession'
    }
}

Describe '<_>, which changes nothing' -ForEach $reading {
    It 'has neither -WhatIf nor -Confirm' {
        $parameters = (Get-Command $_).Parameters.Keys

        $parameters | Should -Not -Contain 'WhatIf'
        $parameters | Should -Not -Contain 'Confirm'
    }
}
