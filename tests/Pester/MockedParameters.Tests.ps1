BeforeDiscovery {
    . "$PSScriptRoot/Subject.ps1"
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    # What a transformation turns into another type has no type of its own.
    $untyped = @{ 'Connect-Checkly -ApiKey' = 'securestring' }

    # What a user would write: a value for the call, and a filter that holds for this value and for no other.
    function Get-Sample([string] $Command, [System.Management.Automation.ParameterMetadata] $Parameter) {
        $name = $Parameter.Name
        $attributes = $Parameter.Attributes
        $set = $attributes | Where-Object { $_ -is [ValidateSet] }
        $range = $attributes | Where-Object { $_ -is [ValidateRange] }
        $type = $Parameter.ParameterType
        $kind = @($untyped["$Command -$name"], [Nullable]::GetUnderlyingType($type).Name, $type.Name | Where-Object { $_ })[0]
        switch ($kind) {
            { $set } { @{ Value = { $Text.ToLowerInvariant() }; Text = $set.ValidValues[-1]; Filter = "`$$name -eq '$($set.ValidValues[-1])'" }; break }
            { $attributes.TypeId.Name -contains 'ValidateGuidAttribute' } {
                $id = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'
                @{ Value = { $Text }; Text = $id; Filter = "`$$name -eq '$id'" }
                if ($type.IsArray) {
                    $other = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
                    @{ Value = { $Text }; Text = $id, $other; Filter = "`$$name.Count -eq 2 -and `$$name[0] -eq '$id' -and `$$name[1] -eq '$other'" }
                }

                break
            }
            'String' { @{ Value = { 'Some text' }; Filter = "`$$name -eq 'Some text'" } }
            { $_ -in 'String[]', 'Object[]' } { @{ Value = { 'one', 'two' }; Filter = "`$$name.Count -eq 2 -and `$$name[1] -eq 'two'" } }
            { $_ -in 'Int32[]', 'Int64[]' } { @{ Value = { 61, 62 }; Filter = "`$$name.Count -eq 2 -and `$$name[1] -eq 62" } }
            { $_ -in 'Int32', 'Int64' } { $number = if ($range) { $range.MinRange } else { 7 }; @{ Value = { $Number }; Number = $number; Filter = "`$$name -eq $number" } }
            'UInt64' { @{ Value = { 7 }; Filter = "`$$name -eq 7" } }
            'TimeSpan' { @{ Value = { '01:30' }; Filter = "`$$name -eq [TimeSpan]'01:30'" } }
            'DateTime' { @{ Value = { '2026-01-02' }; Filter = "`$$name -eq [DateTime]'2026-01-02'" } }
            { $_ -in 'DateTimeOffset', 'ClockTime' } { @{ Value = { '2026-01-02T03:04:05Z' }; Filter = "`$$name -eq [DateTimeOffset]'2026-01-02T03:04:05Z'" } }
            'Uri' { @{ Value = { 'https://checkly.example' }; Filter = "`$$name.Host -eq 'checkly.example'" } }
            'IDictionary' { @{ Value = { @{ Mark = 'this one' } }; Filter = "`$$name.Mark -eq 'this one'" } }
            { $_ -in 'PSObject', 'Object' } { @{ Value = { [pscustomobject]@{ Mark = 'this one' } }; Filter = "`$$name.Mark -eq 'this one'" } }
            'SwitchParameter' { @{ Value = { $true }; Filter = "`$$name" } }
            'securestring' { @{ Value = { $secret }; Filter = "`$$name -is [securestring]" } }
            'PSCredential' { @{ Value = { [pscredential]::new('me', $secret) }; Filter = "`$$name.UserName -eq 'me'" } }
            'ChecklySession' { @{ Value = { New-MockObject -Type Checkly.ChecklySession }; Filter = "`$$name -is [Checkly.ChecklySession]" } }
            default { throw "No test value is known for $Command -$name of the type $kind." }
        }
    }

    # Each parameter with the mandatory ones of a parameter set that it is in.
    $cases = foreach ($command in Get-Command -Module Checkly) {
        $own = @($command.Parameters.Values | Where-Object { $_.Name -notin $common })
        foreach ($parameter in $own) {
            $set = $command.ParameterSets | Where-Object { $_.Parameters.Name -contains $parameter.Name } | Select-Object -First 1
            $with = foreach ($needed in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $parameter.Name }) {
                @(Get-Sample $command.Name $command.Parameters[$needed.Name])[0] + @{ Parameter = $needed.Name }
            }

            foreach ($sample in Get-Sample $command.Name $parameter) {
                $sample + @{ Command = $command.Name; Parameter = $parameter.Name; With = @($with); Note = $(if ($sample.Text -is [array]) { ', several' }) }
            }
        }
    }
    $changing = $cases | Group-Object Command | Where-Object { (Get-Command $_.Name).Parameters.ContainsKey('WhatIf') } | ForEach-Object { $_.Group[0] }
    $paged = foreach ($command in Get-Command -Module Checkly | Where-Object { $_.Parameters.ContainsKey('First') }) {
        # In the parameter set that a call without more has.
        $set = $command.ParameterSets | Sort-Object { -not $_.IsDefault } | Select-Object -First 1
        $with = foreach ($needed in $set.Parameters | Where-Object IsMandatory) { @(Get-Sample $command.Name $command.Parameters[$needed.Name])[0] + @{ Parameter = $needed.Name } }
        @{ Command = $command.Name; With = @($with) }
    }
    # Without -All, Invoke-ChecklyCheck needs another target.
    $switches = $cases | Where-Object { $_.Filter -eq "`$$($_.Parameter)" -and -not ($_.Command -eq 'Invoke-ChecklyCheck' -and $_.Parameter -eq 'All') }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    $secret = ConvertTo-SecureString 'cu_0123456789abcdef' -AsPlainText -Force

    function Get-Argument([hashtable[]] $Samples) {
        $arguments = @{}
        foreach ($sample in $Samples) {
            $Text = $sample.Text
            $Number = $sample.Number
            $arguments[$sample.Parameter] = . $sample.Value
        }

        $arguments
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'A -ParameterFilter' {
    It 'of <Command> sees -<Parameter><Note>' -ForEach $cases {
        Mock $Command { }
        $arguments = Get-Argument (@($With) + $_)

        & $Command @arguments

        Should -Invoke $Command -Exactly 1 -ParameterFilter ([scriptblock]::Create($Filter))
        Should -Invoke $Command -Exactly 0 -ParameterFilter ([scriptblock]::Create("-not ($Filter)"))
    }

    It 'of <Command> tells -<Parameter>:$false from none' -ForEach $switches {
        Mock $Command { }
        $arguments = Get-Argument $With
        $given = @{ $Parameter = $false }

        & $Command @arguments
        & $Command @arguments @given

        Should -Invoke $Command -Exactly 1 -ParameterFilter ([scriptblock]::Create("`$PesterBoundParameters.ContainsKey('$Parameter') -and -not `$$Parameter"))
    }

    It 'of <Command> sees -WhatIf and -Confirm' -ForEach $changing {
        Mock $Command { }
        $arguments = Get-Argument (@($With) + $_)

        & $Command @arguments -WhatIf -Confirm:$false

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $PesterBoundParameters['WhatIf'] -and $PesterBoundParameters.ContainsKey('Confirm') }
    }

    It 'of <Command> sees -First, -Skip and -IncludeTotalCount' -ForEach $paged {
        Mock $Command { }
        $arguments = Get-Argument $With

        & $Command @arguments -First 3 -Skip 2 -IncludeTotalCount

        Should -Invoke $Command -Exactly 1 -ParameterFilter { $PesterBoundParameters['First'] -eq 3 -and $PesterBoundParameters['Skip'] -eq 2 -and $PesterBoundParameters['IncludeTotalCount'] }
        Should -Invoke $Command -Exactly 1 -ParameterFilter { $First -eq 3 -and $Skip -eq 2 -and $IncludeTotalCount }
    }

    It 'is tried here for cmdlets and parameters' -ForEach @{ Cases = $cases } {
        # An empty table would pass unseen.
        $Cases.Command | Sort-Object -Unique | Should -Be ((Get-Command -Module Checkly).Name | Where-Object { $_ -ne 'Get-ChecklySession' } | Sort-Object)
    }
}
