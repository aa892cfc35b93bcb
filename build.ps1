<#
.SYNOPSIS
    Builds, tries and tests the module, for people who have PowerShell 7.4 or later.
.DESCRIPTION
    Without PowerShell the same is done by "dotnet build", "dotnet run --project src/Checkly.Demo" and "dotnet test";
    only the Pester files need a pwsh.
.PARAMETER Task
    Build    build everything; module/bin is filled
    Demo     run the main job on the sandbox
    Test     dotnet test, then the Pester files
    Pester   the Pester files alone
    Package  make artifacts/Checkly.<version>.nupkg, ready for the PowerShell Gallery, as "dotnet pack src/Checkly.Package" does
    Install  Package, then unpack it to where this user's modules are
    Clean    remove everything that a build makes
.EXAMPLE
    ./build.ps1 Demo
.EXAMPLE
    ./build.ps1 Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Demo', 'Test', 'Pester', 'Package', 'Install', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-DotNet {
    # Shown, not returned: what the functions here return is theirs.
    & dotnet @args | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

function Import-Pester {
    $needed = @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0'; MaximumVersion = '5.999.0' }
    if (-not (Get-Module -ListAvailable -FullyQualifiedName $needed)) {
        Write-Information 'Pester 5 is not installed: it is taken from the PowerShell Gallery, for this user.' -InformationAction Continue
        Install-Module Pester -MinimumVersion 5.3.0 -MaximumVersion 5.999.0 -Scope CurrentUser -Force -SkipPublisherCheck
    }
    Import-Module -FullyQualifiedName $needed
}

function Invoke-PesterFile {
    Import-Pester
    # In a process of its own: a module that was imported holds its assemblies until the process ends.
    $run = {
        param($root, $results)
        Import-Module -FullyQualifiedName @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0'; MaximumVersion = '5.999.0' }
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = (Join-Path $root 'tests/Pester'), (Join-Path $root 'module/Examples')
        $configuration.Run.Exit = $true
        $configuration.TestResult.Enabled = $true
        $configuration.TestResult.OutputFormat = 'JUnitXml'
        $configuration.TestResult.OutputPath = $results
        $configuration.Output.Verbosity = if ($env:CI) { 'Normal' } else { 'Detailed' }
        Invoke-Pester -Configuration $configuration
    }
    $null = New-Item -ItemType Directory -Path $artifacts -Force
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $run -args $PSScriptRoot, (Join-Path $artifacts 'pester.xml')
    if ($LASTEXITCODE -ne 0) {
        throw "$LASTEXITCODE Pester tests failed."
    }
}

function New-Package {
    Invoke-DotNet pack (Join-Path $PSScriptRoot 'src/Checkly.Package')
    Get-ChildItem $artifacts -Filter Checkly.*.nupkg | Sort-Object LastWriteTime | Select-Object -Last 1
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build PowerShell.sln --configuration $Configuration }
        'Demo' { Invoke-DotNet run --project src/Checkly.Demo --configuration $Configuration }
        'Test' {
            Invoke-DotNet test --configuration $Configuration
            Invoke-PesterFile
        }
        'Pester' {
            Invoke-DotNet build PowerShell.sln --configuration $Configuration
            Invoke-PesterFile
        }
        'Package' { New-Package }
        'Install' {
            $package = New-Package
            $modules = @($env:PSModulePath -split [System.IO.Path]::PathSeparator)[0]
            $target = Join-Path $modules "Checkly/$($package.BaseName -replace '^Checkly\.')"
            Remove-Item $target -Recurse -Force -ErrorAction Ignore
            [System.IO.Compression.ZipFile]::ExtractToDirectory($package, $target)
            # What NuGet needs, and PowerShell does not.
            Get-ChildItem $target -Force | Where-Object Name -In '_rels', 'package', '[Content_Types].xml', 'Checkly.nuspec' | Remove-Item -Recurse -Force
            Get-Item $target
        }
        'Clean' {
            Get-ChildItem src, tests -Recurse -Directory -Include bin, obj, TestResults | Remove-Item -Recurse -Force
            Remove-Item module/bin, en-US, $artifacts -Recurse -Force -ErrorAction Ignore
        }
    }
}
finally {
    Pop-Location
}
