BeforeAll {
    . "$PSScriptRoot/Subject.ps1"
    . "$PSScriptRoot/CleanEnvironment.ps1"
    $saved = Enter-CleanEnvironment "$TestDrive/config"
    # Windows PowerShell has no $PSStyle: all it shows is plain.
    $rendering = $PSStyle.OutputRendering
    if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
    $session = Connect-Checkly -Sandbox -PassThru

    $id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
    $control = "[$([char]0)-$([char]8)$([char]11)-$([char]31)$([char]127)-$([char]0x9F)$([char]0x202A)-$([char]0x202E)$([char]0x2066)-$([char]0x2069)]"
    $long = 'A sentence that goes on for longer than any terminal is wide, as people write them during an outage. ' * 4

    $incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Impact MAJOR -Status INVESTIGATING -Description $long -StartedAt '2026-01-02T03:04:05Z' -StoppedAt '2026-01-02T05:04:05Z'
    $null = $incident | New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'Second text'
    $null = $incident | New-ChecklyIncidentUpdate -Status MONITORING -Description "Third text`nin two lines"
    $null = $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'Fourth text'
    $objects = @{
        Incident       = Get-ChecklyIncident $incident
        IncidentUpdate = Get-ChecklyIncidentUpdate $incident
        Dashboard      = New-ChecklyDashboard $long.Trim() -CustomUrl ('acme-' * 20) -Description $long -EnableIncidents -Tag ('tag' * 50), 'api'
        Session        = $session
    }

    # Posted at once; a timeline has hours between them.
    $hours = 0
    foreach ($update in @($objects.Incident.IncidentUpdates) + $objects.IncidentUpdate) {
        $update.CreatedAt = [DateTimeOffset]::Now.AddMinutes(-5).AddHours(-($hours++ % 4))
    }

    # What a terminal of 100 columns shows.
    function Get-Shown([scriptblock] $Command) {
        @(& $Command | Out-String -Width 100 -Stream)
    }
}

AfterAll {
    if ($PSStyle) { $PSStyle.OutputRendering = $rendering }
    Disconnect-Checkly -Session $session
    Exit-CleanEnvironment $saved
}

Describe '<Type> as <Format>' -ForEach @(
    foreach ($type in 'Incident', 'IncidentUpdate', 'Dashboard', 'Session') {
        foreach ($format in 'Format-Table', 'Format-List', 'Format-Custom', 'Out-Default') {
            @{ Type = $type; Format = $format }
        }
    }
) {
    BeforeAll {
        $shown = if ($Format -eq 'Out-Default') { Get-Shown { $objects[$Type] } } else { Get-Shown { $objects[$Type] | & $Format } }
    }

    It 'fits 100 columns' {
        $shown | Where-Object { $_.Trim() } | Should -Not -BeNullOrEmpty
        $shown | Where-Object { $_.Length -gt 100 } | Should -BeNullOrEmpty
    }

    It 'has no escape sequence' {
        $shown -join "`n" | Should -Not -Match $control
    }

    It 'shows nothing of the machinery' {
        # A view that fails shows #ERR; a property without a view of its own shows its type.
        $shown -join "`n" | Should -Not -Match '#ERR|System\.|Checkly\.Client|IncidentUpdate\[\]|ScriptBlock'
    }
}

Describe 'The table' {
    It 'of <Type> has the columns that a person looks for' -ForEach @(
        @{ Type = 'Incident'; Columns = 'Id', 'Status', 'Age', 'Name' }
        @{ Type = 'IncidentUpdate'; Columns = 'Created', 'Status', 'Description' }
        @{ Type = 'Dashboard'; Columns = 'Id', 'DashboardId', 'Header' }
        @{ Type = 'Session'; Columns = 'Account', 'AccountId', 'BaseUri' }
    ) {
        $header = Get-Shown { $objects[$Type] | Format-Table } | Where-Object { $_ -match '^Id |^Created|^Account' } | Select-Object -First 1

        foreach ($column in $Columns) { $header | Should -Match "\b$column\b" }
    }

    It 'of incidents is not cut where it matters: id, status, age' {
        $row = Get-Shown { $objects.Incident } | Where-Object { $_ -match 'Checkout' }

        $row | Should -Match $incident.Id
        $row | Should -Match 'RESOLVED\s+\d+ d\s+Checkout is slow'
    }

    It 'of updates wraps the text and loses none of it' {
        $text = (Get-Shown { $objects.IncidentUpdate } | ForEach-Object Trim) -join ' ' -replace '\s+', ' '

        $text | Should -Match ([regex]::Escape('as people write them during an outage. A sentence'))
        @([regex]::Matches($text, 'goes')).Count | Should -Be 4
    }

    It 'names the incident once for all of its updates' {
        @(Get-Shown { $objects.IncidentUpdate } | Where-Object { $_ -match $incident.Id }) | Should -HaveCount 1
    }

    It 'shows times as local ones, to the second' {
        $created = $objects.IncidentUpdate[0].CreatedAt.LocalDateTime.ToString('yyyy-MM-dd HH:mm:ss')

        (Get-Shown { $objects.IncidentUpdate }) -join "`n" | Should -Match $created
    }
}

Describe 'The list' {
    It 'of <_> shows every property' -ForEach 'Incident', 'IncidentUpdate', 'Dashboard', 'Session' {
        $object = @($objects[$_])[0]
        $shown = (Get-Shown { $object | Format-List }) -join "`n"

        $missing = $object.PSObject.Properties.Name | Where-Object { $shown -notmatch "(?m)^$_\b" }
        $missing | Should -BeNullOrEmpty
    }
}

Describe 'The timeline' {
    BeforeAll {
        $lines = @(Get-Shown { $objects.Incident | Format-Custom } | Where-Object { $_.Trim() })
        $text = $lines -join "`n"
    }

    It 'begins with the name, the status, the impact and the id' {
        $lines[0].Trim() | Should -Be 'Checkout is slow'
        foreach ($fact in 'RESOLVED', 'MAJOR', '1001', $incident.Id) { $lines[1] | Should -Match $fact }
        $lines[2] | Should -Match ([regex]::Escape(([DateTimeOffset]'2026-01-02T03:04:05Z').ToLocalTime().ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture)))
    }

    It 'shows the updates oldest first, each with its time and age' {
        $order = [regex]::Matches($text, '(?m)^\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)\s+(5 min ago|\d h ago)\s+(\w+)').ForEach({ $_.Groups[3].Value })

        $order | Should -Be 'INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED'
        $text | Should -Match '(?s)Second text.*Third text.*Fourth text'
    }

    It 'orders updates that an answer has in any order' {
        $made = [Checkly.Incident]@{
            Id              = $id
            Name            = 'Drill'
            IncidentUpdates = @(
                @{ Status = 'MONITORING'; Description = 'Third'; CreatedAt = '2026-01-02T05:00:00Z' }
                @{ Status = 'INVESTIGATING'; Description = 'First'; CreatedAt = '2026-01-02T03:00:00Z' }
                @{ Status = 'RESOLVED'; Description = 'Fourth'; CreatedAt = '2026-01-02T06:00:00Z' }
                @{ Status = 'IDENTIFIED'; Description = 'Second'; CreatedAt = '2026-01-02T04:00:00Z' }
            )
        }

        (Get-Shown { $made | Format-Custom }) -join "`n" | Should -Match '(?s)First.*Second.*Third.*Fourth'
    }

    It 'keeps updates of one moment in the order in which they were made' {
        # The answer has the newest first; a script posts several in one millisecond.
        $made = [Checkly.Incident]@{
            Id              = $id
            Name            = 'Drill'
            IncidentUpdates = @(
                @{ Status = 'RESOLVED'; Description = 'Second'; CreatedAt = '2026-01-02T03:00:00Z' }
                @{ Status = 'INVESTIGATING'; Description = 'First'; CreatedAt = '2026-01-02T03:00:00Z' }
            )
        }

        $made.CurrentStatus | Should -Be 'RESOLVED'
        (Get-Shown { $made | Format-Custom }) -join "`n" | Should -Match '(?s)First.*Second'
    }

    It 'wraps the text under itself' {
        $start = ($lines | Where-Object { $_ -match 'INVESTIGATING' -and $_ -match 'A sentence' }).IndexOf('A sentence')
        $wrapped = $lines | Where-Object { $_ -match 'sentence|outage|terminal|write' } | Select-Object -Skip 1

        $start | Should -BeGreaterThan 0
        $wrapped | Should -Not -BeNullOrEmpty
        foreach ($line in $wrapped) { $line.Length - $line.TrimStart().Length | Should -Be $start }
    }

    It 'shows an incident of which nothing is known' {
        { Get-Shown { [Checkly.Incident]@{ Id = $id } | Format-Custom } } | Should -Not -Throw
    }

    It 'of <_> fits 100 columns' -ForEach 'a word without blanks', 'a name without end' {
        $made = [Checkly.Incident]@{
            Id              = $id
            Name            = $(if ($_ -eq 'a name without end') { $long } else { 'Drill' })
            IncidentUpdates = @(@{ Status = 'RESOLVED'; Description = 'https://example.com/' + ('x' * 300); CreatedAt = '2026-01-02T03:00:00Z' })
        }
        $shown = Get-Shown { $made | Format-Custom }

        $shown | Where-Object { $_.Length -gt 100 } | Should -BeNullOrEmpty
        ($shown -join '' -replace '\s').Length | Should -BeGreaterThan 300
    }
}

# Every type that a cmdlet returns, with texts that are longer than any column.
Describe 'A <Type> at <Width> columns' -ForEach @(
    . "$PSScriptRoot/Subject.ps1"
    foreach ($type in (Get-Command -Module Checkly).OutputType.Type | Where-Object FullName -Like 'Checkly.*' | Sort-Object Name -Unique) {
        foreach ($width in 80, 120) {
            @{ Type = $type.Name; Width = $width }
        }
    }
) {
    BeforeAll {
        $model = "Checkly.$Type" -as [type]
        $object = $model::new()
        foreach ($property in $model.GetProperties() | Where-Object CanWrite) {
            switch ($property.PropertyType) {
                ([string]) { $object.($property.Name) = if ($property.Name -like '*Id') { $id } else { 'word ' * 60 } }
                ([Nullable[long]]) { $object.($property.Name) = 123456 }
                ([Nullable[bool]]) { $object.($property.Name) = $true }
                ([Nullable[DateTimeOffset]]) { $object.($property.Name) = [DateTimeOffset]::Now.AddHours(-3) }
            }
        }
        $table = @($object | Format-Table | Out-String -Width $Width -Stream)
        $list = @($object | Out-String -Width $Width -Stream)
    }

    It 'fits, and leaves room for the last column' {
        $table + $list | Where-Object Length -GT $Width | Should -BeNullOrEmpty
        $rule = $table | Where-Object { $_ -match '^-' } | Select-Object -First 1

        # The last column is the one that a person reads.
        $Width - $rule.TrimEnd().LastIndexOf(' ') | Should -BeGreaterThan 10
    }

    It 'shows nothing of the machinery' {
        $table + $list -join "`n" | Should -Not -Match '#ERR|System\.|Checkly\.Client|ScriptBlock'
    }
}
