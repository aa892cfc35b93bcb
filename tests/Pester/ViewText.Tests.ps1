BeforeDiscovery {
    $formats = 'Out-Default', 'Format-Table', 'Format-List', 'Format-Custom'
    $types = 'Incident', 'IncidentUpdate', 'Dashboard', 'Session'
}

BeforeAll {
    . "$PSScriptRoot/Subject.ps1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    . "$PSScriptRoot/LoopbackServer.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    $rendering = $PSStyle.OutputRendering
    # As at a prompt that takes colours: nothing is stripped on the way. Windows PowerShell strips nothing, and has no $PSStyle.
    if ($PSStyle) { $PSStyle.OutputRendering = 'Ansi' }

    # A colour, a window title with a bell, an 8-bit control, a carriage return, a backspace, and a turn of direction.
    $evil = 'a\u001b[31mred\u001b]0;title\u0007b\u009b2Jc\rback\b\u202ed'
    $forbidden = "$([char]27)\[31mred|$([char]27)\]|[$([char]7)$([char]8)$([char]13)$([char]0x9B)$([char]0x202E)]"
    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
    $account = '5a9db0c5-7e57-4c0d-8000-000000000002'

    # What a server says that has been taken over, in each text that it can choose.
    $update = "{`"id`":`"f1afc7c4-e31b-487a-95f8-fb4e62163eff`",`"incidentId`":`"$id`",`"status`":`"RESOLVED$evil`",`"description`":`"$evil`",`"created_at`":`"2026-01-02T03:04:05Z`",`"extra`":`"$evil`"}"
    $bodies = @{
        Incident  = "{`"id`":`"$id`",`"name`":`"$evil`",`"impact`":`"$evil`",`"dashboardId`":1001,`"extra`":`"$evil`",`"incidentUpdates`":[$update]}"
        Dashboard = "{`"id`":1001,`"dashboardId`":`"acme$evil`",`"header`":`"$evil`",`"description`":`"$evil`",`"customUrl`":`"$evil`",`"customDomain`":`"$evil`",`"link`":`"$evil`",`"logo`":`"$evil`",`"favicon`":`"$evil`",`"width`":`"$evil`",`"tags`":[`"$evil`"],`"customCSS`":`"$evil`"}"
        Session   = "{`"id`":`"$account`",`"name`":`"$evil`",`"plan`":`"$evil`"}"
    }

    function Connect-Evil([string] $Body, [string] $Status = '200 OK') {
        $script:server = Start-LoopbackServer -Body $Body -Status $Status
        Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $script:server.Uri -SkipCheck -PassThru
    }

    $objects = @{}
    foreach ($type in 'Incident', 'Dashboard', 'Session') {
        $session = Connect-Evil $bodies[$type]
        try {
            switch ($type) {
                'Incident' { $objects.Incident = Get-ChecklyIncident $id; $objects.IncidentUpdate = Get-ChecklyIncidentUpdate $id }
                'Dashboard' { $objects.Dashboard = Get-ChecklyDashboard -CustomUrl acme }
                'Session' { $objects.Session = Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -PassThru }
            }
        }
        finally {
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }
    }

    # The timeline in a process of its own, as it comes out of its standard output.
    function Get-ChildTimeline([hashtable] $Environment, [string] $Before = '', [string] $Show = '| Format-Custom') {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        @"
$Before
Import-Module '$manifest'
Connect-Checkly -Sandbox
New-ChecklyIncident 'Drill' -DashboardId 1001 -Status RESOLVED -Description 'd' $Show
"@ | Set-Content $file
        $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh, "-NoProfile -NonInteractive -File `"$file`"")
        $start.UseShellExecute = $false
        $start.RedirectStandardOutput = $true
        $null = $start.Environment.Remove('NO_COLOR')
        $start.Environment['TERM'] = 'xterm-256color'
        foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
    }
}

AfterAll {
    if ($PSStyle) { $PSStyle.OutputRendering = $rendering }
    Exit-CleanEnvironment $saved
}

Describe 'Control sequences in text of the server' {
    It 'do not come through in <Type> as <Format>' -ForEach @(
        foreach ($type in $types) { foreach ($format in $formats) { @{ Type = $type; Format = $format } } }
    ) {
        $shown = if ($Format -eq 'Out-Default') { $objects[$Type] | Out-String -Width 100 } else { $objects[$Type] | & $Format | Out-String -Width 100 }

        $shown.Trim() | Should -Not -BeNullOrEmpty
        $shown | Should -Not -Match $forbidden
    }

    It 'do not come through in an error' {
        $session = Connect-Evil "{`"statusCode`":400,`"error`":`"Bad Request`",`"message`":`"$evil`"}" '400 Bad Request'
        try {
            Get-ChecklyIncident $id -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue
        }
        finally {
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }

        $failed | Should -HaveCount 1
        $failed[0] | Out-String -Width 100 | Should -Not -Match $forbidden
        "$($failed[0])" | Should -Not -Match $forbidden
    }

    It 'do not come through in the verbose text of Connect-Checkly' {
        $session = Connect-Evil $bodies.Session
        try {
            $said = Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId $account -BaseUri $server.Uri -Verbose 4>&1
        }
        finally {
            Disconnect-Checkly
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }

        "$said" | Should -Not -Match $forbidden
    }
}

# It has none in Windows PowerShell.
Describe 'Colours of the timeline' -Skip:($PSVersionTable.PSEdition -eq 'Desktop') {
    BeforeAll {
        $escape = [char]27
        $coloured = "$escape\[32mRESOLVED$escape\[0m"
    }

    It 'are there where they are wanted' {
        Get-ChildTimeline @{} '$PSStyle.OutputRendering = ''Ansi''' | Should -Match $coloured
    }

    It 'are not there with $PSStyle.OutputRendering = PlainText' {
        $shown = Get-ChildTimeline @{} '$PSStyle.OutputRendering = ''PlainText'''

        $shown | Should -Match 'RESOLVED'
        $shown | Should -Not -Match $escape
    }

    It 'are not there with NO_COLOR' {
        $shown = Get-ChildTimeline @{ NO_COLOR = '1' }

        $shown | Should -Match 'RESOLVED'
        $shown | Should -Not -Match $escape
    }

    It 'are not there with NO_COLOR, also where the host is told to pass colours' {
        # The view has colours of its own; those of PowerShell are another matter.
        Get-ChildTimeline @{ NO_COLOR = '1' } '$PSStyle.OutputRendering = ''Ansi''' | Should -Not -Match $coloured
    }

    It 'are not there with TERM=dumb' {
        Get-ChildTimeline @{ TERM = 'dumb' } | Should -Not -Match $escape
    }

    It 'are not there when the output goes <Where>' -ForEach @(
        @{ Where = 'into a text'; Show = '| Format-Custom | Out-String' }
        @{ Where = 'into a file'; Show = '| Format-Custom > "$PSScriptRoot/timeline.txt"; Get-Content "$PSScriptRoot/timeline.txt"' }
    ) {
        $shown = Get-ChildTimeline @{} '' $Show

        $shown | Should -Match 'RESOLVED'
        $shown | Should -Not -Match $escape
    }
}

Describe 'Each text of a <Type> that the server can choose' -ForEach (& {
    . "$PSScriptRoot/Subject.ps1"
    # What cmdlets put out, and what hangs on it.
    $out = @((Get-Command -Module Checkly).OutputType.Type | Where-Object Namespace -EQ Checkly)
    $inner = @($out.GetProperties().PropertyType | ForEach-Object { if ($_.IsArray) { $_.GetElementType() } } | Where-Object Namespace -EQ Checkly)
    $out + $inner | Sort-Object FullName -Unique | ForEach-Object { @{ Type = $_.Name } }
}) {
    BeforeAll {
        $unseen = [char]0x200B + [char]0xFEFF + [char]::ConvertFromUtf32(0xE0041)
        $text = "seen$([char]27)[31m$([char]27)]0;pwned$([char]7)$([char]0x9B)2J$([char]0x202E)$unseen"
        # PowerShell colours its own headings with ESC.
        $bad = "$([char]27)(\]|\[31m)|[$([char]7)$([char]0x9B)$([char]0x202E)$([char]0x200B)$([char]0xFEFF)$([char]0xDB40)]"

        function New-Evil([type] $Of) {
            $item = $Of::new()
            foreach ($property in $Of.GetProperties() | Where-Object CanWrite) {
                $kind = $property.PropertyType
                if ($kind -eq [string]) { $item.($property.Name) = $text }
                elseif ($kind -eq [string[]]) { $item.($property.Name) = @($text) }
                elseif ([System.Collections.IDictionary].IsAssignableFrom($kind) -or ($kind.Name -like 'IDictionary*' -and -not $kind.IsArray)) { $item.($property.Name).Add($text, $text) }
                elseif ($kind.IsArray -and $kind.GetElementType().Name -like 'IDictionary*') {
                    $map = [System.Collections.Generic.Dictionary[string, object]]::new()
                    $map.Add($text, $text)
                    $item.($property.Name) = [Array]@($map)
                }
                elseif ($kind.IsArray -and $kind.GetElementType().Namespace -eq 'Checkly') { $item.($property.Name) = [Array]@(New-Evil $kind.GetElementType()) }
            }
            $item
        }

        $item = New-Evil ([type]"Checkly.$Type")
        $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item, 3))
    }

    It 'is shown without what drives a terminal or is not seen, as <_>' -ForEach 'Out-Default', 'Format-Table', 'Format-List', 'Format-Custom', 'Format-Wide' {
        $show = $_
        foreach ($one in $item, $saved) {
            $shown = if ($show -eq 'Out-Default') { $one | Out-String -Width 200 } else { $one | & $show | Out-String -Width 200 }

            $shown | Should -Match 'seen'
            $shown | Should -Not -Match $bad
        }
    }

    It 'stays in the object' {
        (@($item.PSObject.Properties.Value) -join '') | Should -Match ([char]27)
    }
}

Describe 'Text of the server' {
    It 'drives no terminal in Format-List * either, where PowerShell shows properties as they are' {
        . "$PSScriptRoot/LoopbackServer.ps1"
        $server = Start-LoopbackServer -Body '{"id":"5a9db0c5-7e57-4c0d-8000-000000000001","name":"seen\u001b]0;pwned\u0007","other":"\u009b2J"}'
        try {
            $session = Connect-Checkly -ApiKey 'cu_0123456789abcdef' -AccountId '5a9db0c5-7e57-4c0d-8000-000000000002' -BaseUri $server.Uri -SkipCheck -PassThru
            $incident = Get-ChecklyIncident '5a9db0c5-7e57-4c0d-8000-000000000001' -Session $session
        }
        finally {
            Disconnect-Checkly -Session $session
            Stop-LoopbackServer $server
        }

        $shown = $incident, $incident.AdditionalProperties | Format-List * | Out-String
        $shown | Should -Match 'seen\u241b\]0;pwned\u2407'
        $shown | Should -Not -Match '\x1b\]|\x07|\x9b'
    }
}
