#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeDiscovery {
    $orders = foreach ($module in 'Older', 'Newer') { foreach ($order in 'before', 'after') { @{ Module = $module; Order = $order } } }
}

Describe 'Beside a module with a System.Text.Json of its own' {
    BeforeAll {
        . "$PSScriptRoot/Subject.ps1"

        # In a process of its own: this one has that assembly already.
        & $pwsh -NoProfile -NonInteractive -Command {
            foreach ($module in @{ Name = 'Older'; Version = '1.0.0.0' }, @{ Name = 'Newer'; Version = '99.0.0.0' }) {
                $folder = (New-Item (Join-Path $args[0] $module.Name) -ItemType Directory).FullName
                Set-Content (Join-Path $folder "$($module.Name).psd1") "@{ ModuleVersion = '1.0'; RequiredAssemblies = @('System.Text.Json.dll') }"
                Add-Type -OutputAssembly (Join-Path $folder System.Text.Json.dll) -TypeDefinition "[assembly: System.Reflection.AssemblyVersion(""$($module.Version)"")] namespace System.Text.Json { public static class JsonSerializer { } }"
            }
        } -args $TestDrive
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
