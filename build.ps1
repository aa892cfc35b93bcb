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
.PARAMETER Configuration
    For Build, Demo, Test and Pester: Debug or Release. A package is always made from Release.
.PARAMETER PowerShell
    For Test and Pester: the PowerShell that runs the Pester files, a command or a path. Without it, the one that runs this script.
.PARAMETER PackagePath
    For Pester: the package (.nupkg) that is tested, instead of what is built from this folder.
.EXAMPLE
    ./build.ps1 Demo
.EXAMPLE
    ./build.ps1 Test
.EXAMPLE
    ./build.ps1 Pester -PackagePath artifacts/Checkly.*.nupkg -PowerShell powershell
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Demo', 'Test', 'Pester', 'Package', 'Install', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $PowerShell = (Get-Process -Id $PID).Path,

    [SupportsWildcards()]
    [string] $PackagePath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-DotNet {
    # Shown, not returned: otherwise the output of dotnet would be part of what the functions here return.
    & dotnet @args | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

function Invoke-PesterFile {
    param([string] $Manifest = (Join-Path $PSScriptRoot 'Checkly.psd1'))

    # In a process of its own: a module that was imported holds its assemblies until the process ends.
    $run = {
        param($Tests, $Examples, $Results)
        $needed = @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0'; MaximumVersion = '5.999.0' }
        if (-not (Get-Module -ListAvailable -FullyQualifiedName $needed)) {
            Write-Information 'Pester 5 is not installed: it is taken from the PowerShell Gallery, for this user.' -InformationAction Continue
            Install-Module Pester -MinimumVersion 5.3.0 -MaximumVersion 5.999.0 -Scope CurrentUser -Force -SkipPublisherCheck
        }
        Import-Module -FullyQualifiedName $needed -ErrorAction Stop
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = $Tests, $Examples
        $configuration.Run.Exit = $true
        $configuration.TestResult.Enabled = $true
        $configuration.TestResult.OutputFormat = 'JUnitXml'
        $configuration.TestResult.OutputPath = $Results
        $configuration.Output.Verbosity = if ($env:CI) { 'Normal' } else { 'Detailed' }
        Invoke-Pester -Configuration $configuration
    }
    $null = New-Item -ItemType Directory -Path $artifacts -Force
    # The examples ship with the module, and import the one that they are beside.
    $arguments = (Join-Path $PSScriptRoot 'tests/Pester'), (Join-Path (Split-Path $Manifest) 'module/Examples'), (Join-Path $artifacts 'pester.xml')
    $env:CHECKLY_MANIFEST = $Manifest
    $env:CHECKLY_POWERSHELL = $runner
    try {
        # Windows PowerShell runs no script unless it is told to.
        & $runner -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command $run -args $arguments
    }
    finally {
        $env:CHECKLY_MANIFEST = $env:CHECKLY_POWERSHELL = $null
    }
    if ($LASTEXITCODE -ne 0) {
        throw "The Pester files ended with exit code $LASTEXITCODE, which is the number of failed tests where they could be run."
    }
}

function Expand-Package([System.IO.FileInfo] $File, [string] $Modules) {
    # As an installation lays it out: Checkly/<version>/Checkly.psd1.
    $folder = [System.IO.Path]::Combine($Modules, 'Checkly', ($File.BaseName -replace '^Checkly\.'))
    # On Windows this is an error where the module is in use.
    if (Test-Path $folder) { Remove-Item $folder -Recurse -Force }
    [System.IO.Compression.ZipFile]::ExtractToDirectory($File.FullName, $folder)
    # What NuGet needs, and PowerShell does not.
    Get-ChildItem $folder -Force | Where-Object Name -In '_rels', 'package', '[Content_Types].xml', 'Checkly.nuspec' | Remove-Item -Recurse -Force
    Get-Item (Join-Path $folder 'Checkly.psd1')
}

function New-Package {
    Invoke-DotNet pack (Join-Path $PSScriptRoot 'src/Checkly.Package')
    Get-ChildItem $artifacts -Filter Checkly.*.nupkg | Sort-Object LastWriteTime | Select-Object -Last 1
}

# Before the location changes: a path is relative to where the caller is.
$runner = @(Get-Command $PowerShell -CommandType Application)[0].Source
$packages = @(if ($PackagePath) { Get-Item $PackagePath })
if ($PackagePath -and $packages.Count -ne 1) {
    throw "$PackagePath must be one package, and is $($packages.Count)."
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
            if ($packages) {
                Invoke-PesterFile (Expand-Package $packages[0] (Join-Path $artifacts 'modules')).FullName
            }
            else {
                Invoke-DotNet build PowerShell.sln --configuration $Configuration
                Invoke-PesterFile
            }
        }
        'Package' { New-Package }
        'Install' { "Installed to $((Expand-Package (New-Package) @($env:PSModulePath -split [System.IO.Path]::PathSeparator)[0]).DirectoryName)" }
        'Clean' {
            Get-ChildItem src, tests -Recurse -Directory -Include bin, obj, TestResults | Remove-Item -Recurse -Force
            Remove-Item module/bin, en-US, $artifacts -Recurse -Force -ErrorAction Ignore
        }
    }
}
finally {
    Pop-Location
}
