# What ships and what importing does is tested in the hosted engine, in ManifestTests; here is what takes a process of its own.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $commands = (Import-PowerShellDataFile $manifest).CmdletsToExport | Sort-Object
}

AfterAll {
    Import-Module $manifest
    Disconnect-Checkly
    Exit-CleanEnvironment $saved
}

Describe 'The manifest' {
    It 'passes Test-ModuleManifest without a warning' {
        $read = Test-ModuleManifest $manifest -ErrorAction Stop -WarningVariable warnings -WarningAction SilentlyContinue

        $read.Name | Should -Be 'Checkly'
        $warnings | Should -BeNullOrEmpty
    }

    It 'names each export, with no wildcard, and is read without running anything' {
        $data = Import-PowerShellDataFile $manifest

        $data.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $data.NestedModules | Should -Be 'module/bin/Checkly.Cmdlets.dll'
        $data.CmdletsToExport | Should -Not -Match '\*'
        foreach ($kind in 'Functions', 'Aliases', 'Variables') { $data["${kind}ToExport"] | Should -BeNullOrEmpty }
    }
}

Describe 'Importing' {
    It 'brings the commands of the manifest, also when forced or repeated, and writes nothing to any stream' {
        Import-Module $manifest -Force *>&1 | Should -BeNullOrEmpty
        Remove-Module Checkly
        # -Verbose of Import-Module lists the commands; the module itself has nothing to say.
        Import-Module $manifest *>&1 | Should -BeNullOrEmpty

        (Get-Command -Module Checkly).Name | Sort-Object | Should -Be $commands
        (Get-Command -Module Checkly).Source | Sort-Object -Unique | Should -Be 'Checkly'
        Get-Module Checkly | Should -HaveCount 1
        { Connect-Checkly -Sandbox } | Should -Not -Throw
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
# Those of PowerShell and of .NET, such as System.Text.Json, come from where these are installed.
$theirs = $PSHOME, (Split-Path ([uri].Assembly.Location))
$imported = Get-Loaded | Where-Object { $_ -notin $before } | ForEach-Object Location | Where-Object { (Split-Path $_) -notin $theirs }
# The types are there by their names before the first cmdlet has run.
$made = [Checkly.IncidentUpdate]@{ Id = 'x' }
Connect-Checkly -Sandbox
New-ChecklyIncident -Name Drill -DashboardId 1001 -Status INVESTIGATING -Description Testing |
    New-ChecklyIncidentUpdate -Status RESOLVED -Description Done > $null
$used = Get-Loaded | Where-Object { $_ -notin $before } | ForEach-Object Location
@{ Imported = @($imported); Used = @($used); Made = $made.Id } | ConvertTo-Json
'@
        Set-Content TestDrive:/loaded.ps1 $script
        $loaded = & $pwsh -NoProfile -NonInteractive -File (Join-Path $TestDrive 'loaded.ps1') $manifest | ConvertFrom-Json
    }

    It 'are loaded by an import only from the module, and only its own' {
        $loaded.Imported | Should -Not -BeNullOrEmpty
        foreach ($file in $loaded.Imported) {
            Split-Path $file | Should -Be (Join-Path (Split-Path $manifest) (Join-Path 'module' 'bin'))
            Split-Path $file -Leaf | Should -BeLike 'Checkly.*.dll'
        }
        $loaded.Made | Should -Be 'x'
    }

    It 'are no third party''s after the first use either' {
        $ours = $loaded.Used | Where-Object { $_.StartsWith((Split-Path $manifest)) }

        $ours | Should -Not -BeNullOrEmpty
        $ours | Split-Path -Leaf | Should -BeLike 'Checkly.*.dll'
    }
}
