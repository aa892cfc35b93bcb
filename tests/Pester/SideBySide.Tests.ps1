#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeDiscovery {
    $orders = foreach ($module in 'Older', 'Newer') { foreach ($order in 'before', 'after') { @{ Module = $module; Order = $order } } }
}

Describe 'Beside a module with a System.Text.Json of its own' {
    BeforeAll {
        . "$PSScriptRoot/Subject.ps1"

        foreach ($module in 'Older', 'Newer') {
            $null = New-Item (Join-Path $TestDrive $module) -ItemType Directory
            Set-Content (Join-Path $TestDrive "$module/$module.psd1") "@{ ModuleVersion = '1.0'; RequiredAssemblies = @('System.Text.Json.dll') }"
        }
        Copy-Item (Join-Path (Split-Path $manifest) module/bin/desktop/System.Text.Json.dll) (Join-Path $TestDrive Older)
        # In a process of its own: this one has that assembly already.
        $source = 'using System.Reflection; [assembly: AssemblyVersion("99.0.0.0")] namespace System.Text.Json { public static class JsonSerializer { } }'
        & $pwsh -NoProfile -NonInteractive -Command { Add-Type -OutputAssembly $args[0] -TypeDefinition $args[1] } -args (Join-Path $TestDrive Newer/System.Text.Json.dll), $source
    }

    It 'works when it is imported <Order> one with an assembly that is <Module>' -ForEach $orders {
        $other = Join-Path $TestDrive "$Module/$Module.psd1"
        $modules = if ($Order -eq 'after') { $other, $manifest } else { $manifest, $other }

        $said = & $pwsh -NoProfile -NonInteractive -Command {
            $ErrorActionPreference = 'Stop'
            Import-Module $args[0]
            Import-Module $args[1]
            Connect-Checkly -Sandbox
            $incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
            ($incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'All is well.').Status
            (Get-Module | Where-Object Name -In Older, Newer, Checkly).Count
        } -args $modules

        $said | Should -Be 'RESOLVED', '2'
    }
}
