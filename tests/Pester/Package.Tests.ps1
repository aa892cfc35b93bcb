#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeDiscovery {
    . "$PSScriptRoot/Subject.ps1"
    # A package that was made elsewhere is tested by all the other files.
    $isGiven = (Split-Path $manifest) -ne (Resolve-Path "$PSScriptRoot/../..").Path
    $noBuild = $isGiven -or @(Get-Command git, dotnet -CommandType Application -ErrorAction Ignore).Count -lt 2
}

Describe 'The package' -Skip:$noBuild {
    BeforeAll {
        . "$PSScriptRoot/Subject.ps1"

        # A build of its own leaves the module alone that the other files test.
        function New-Package([string] $Folder) {
            $root = Resolve-Path "$PSScriptRoot/../.."
            foreach ($file in git -C $root ls-files --cached --others --exclude-standard | Where-Object { Test-Path (Join-Path $root $_) }) {
                $target = Join-Path $Folder $file
                $null = New-Item (Split-Path $target) -ItemType Directory -Force
                Copy-Item (Join-Path $root $file) $target
            }
            $said = dotnet pack (Join-Path $Folder 'src/Checkly.Package') -p:ProjectUrl=https://example.org/checkly --verbosity quiet
            if ($LASTEXITCODE -ne 0) { throw "$said" }
            Get-Item (Join-Path $Folder 'artifacts/Checkly.*.nupkg')
        }

        $package = New-Package (Join-Path $TestDrive one)
        $again = New-Package (Join-Path $TestDrive another/place)
        $modules = Join-Path $TestDrive Modules
        $unpacked = Join-Path $modules Checkly/1.0.0
        [System.IO.Compression.ZipFile]::ExtractToDirectory($package, $unpacked)
        $shipped = Test-ModuleManifest (Join-Path $unpacked Checkly.psd1)

        function Invoke-Packaged([scriptblock] $Script) {
            $before = $env:PSModulePath
            # pwsh adds the folders of its own modules; nothing of this user or machine is there.
            $env:PSModulePath = $modules
            try { & $pwsh -NoProfile -NonInteractive -OutputFormat Text -Command $Script }
            finally { $env:PSModulePath = $before }
        }
    }

    It 'is the same, byte for byte, wherever it is built' {
        (Get-FileHash $again).Hash | Should -Be (Get-FileHash $package).Hash
    }

    It 'has what the module needs, and nothing else' {
        $files = Get-ChildItem -LiteralPath $unpacked -Recurse -File | ForEach-Object { $_.FullName.Substring("$unpacked".Length + 1).Replace('\', '/') }

        $files -notmatch '^(_rels|package)/|^en-US/about_Checkly\w*\.help\.txt$|^module/bin/desktop/[\w.]+\.dll$|^module/Examples/\w+(\.Tests)?\.ps1$' | Sort-Object | Should -Be ('CHANGELOG.md', 'Checkly.nuspec', 'Checkly.psd1', '[Content_Types].xml', 'icon.png',
            'LICENSE', 'README.md', 'module/bin/Checkly.Client.dll', 'module/bin/Checkly.Cmdlets.dll', 'module/bin/Checkly.Format.ps1xml', 'module/bin/Checkly.Sandbox.dll',
            'module/bin/en-US/Checkly.Cmdlets.dll-Help.xml', 'THIRD-PARTY-NOTICES.txt' | Sort-Object)
    }

    It 'says in its manifest where it comes from, under which licence, and what is new' {
        $shipped.ProjectUri | Should -Be 'https://example.org/checkly'
        $shipped.LicenseUri | Should -Be "https://example.org/checkly/blob/v$($shipped.Version)/LICENSE"
        $shipped.IconUri | Should -Be "https://example.org/checkly/raw/v$($shipped.Version)/docs/icon.png"
        $changes = (Get-Content "$PSScriptRoot/../../CHANGELOG.md" -Raw) -replace "`r"
        $changes | Should -Match ([regex]::Escape(($shipped.ReleaseNotes -replace "`r").Trim()))
        foreach ($word in 'incidents', 'status pages', 'maintenance windows') { $shipped.Description | Should -Match $word }
    }

    It 'has a notice for each library of others, with the version of its package' {
        $restored = (Get-Content (Join-Path $TestDrive one/src/Checkly.Desktop/obj/project.assets.json) -Raw | ConvertFrom-Json).libraries.PSObject.Properties.Name
        $notices = (Get-Content (Join-Path $unpacked THIRD-PARTY-NOTICES.txt)) -match '^    \w' | ForEach-Object Trim
        $notices -replace ' .*' | Should -Be (Get-ChildItem (Join-Path $unpacked module/bin/desktop)).BaseName
        $notices -replace ' ', '/' | Should -BeIn $restored
    }

    It 'is found in the gallery by its commands, within the 4,000 characters that all tags may have' {
        $tags = ([xml](Get-Content (Join-Path $unpacked Checkly.nuspec))).package.metadata.tags
        $tags.Length | Should -BeLessOrEqual 4000
        $tags -split ' ' -match '^PSCommand_' -replace '^PSCommand_' | Should -Be ($shipped.ExportedCmdlets.Keys | Sort-Object)
        $tags -split ' ' | Should -Contain 'PSModule'
    }

    It 'does what its readme shows from an empty module path' {
        ([xml](Get-Content (Join-Path $unpacked Checkly.nuspec))).package.metadata.readme | Should -Be 'README.md'
        $example = [regex]::Match((Get-Content (Join-Path $unpacked README.md) -Raw) -replace "`r", '(?s)```powershell\n(.+?)```').Groups[1].Value
        $said = Invoke-Packaged ([scriptblock]::Create("`$ErrorActionPreference = 'Stop'`n$example" + {
            (Get-ChecklyIncident $incident).CurrentStatus
            (Get-Module Checkly).ModuleBase
            "$(@((Get-Help New-ChecklyIncidentUpdate).examples.example).Count) examples"
            (Get-Help about_Checkly_Delivery).Substring(0, 40)
        }))

        ($said -join "`n") | Should -Match '(?s)Created \(local\).*RESOLVED +All is well\..*\nRESOLVED\n'
        $said | Should -Contain $unpacked
        ($said -join "`n") | Should -Match '\n[3-9] examples\n'
        ($said -join "`n") | Should -Match 'about_Checkly_Del'
    }

    It 'tells nobody where it was built' {
        $trace = Invoke-Packaged {
            Import-Module Checkly
            try { [Checkly.StatusPageBoard]::Render($null, 80, $false) } catch { $_.Exception.InnerException.StackTrace }
        }

        ($trace -join "`n") | Should -Match 'in /_/src/Checkly\.Cmdlets/Views/StatusPageBoard\.cs:line \d+'
        ($trace -join "`n") | Should -Not -Match ([regex]::Escape($TestDrive))
    }
}
