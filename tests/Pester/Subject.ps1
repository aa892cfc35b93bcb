# What is tested: the module that was built here, in the PowerShell that runs these files; or what build.ps1 was told to take.

$manifest = (Resolve-Path $(if ($env:CHECKLY_MANIFEST) { $env:CHECKLY_MANIFEST } else { "$PSScriptRoot/../../Checkly.psd1" })).Path
# The process of a PowerShell that is a tool of .NET is "dotnet": who started it knows its name.
$pwsh = if ($env:CHECKLY_POWERSHELL) { $env:CHECKLY_POWERSHELL } else { (Get-Process -Id $PID).Path }
Import-Module $manifest
