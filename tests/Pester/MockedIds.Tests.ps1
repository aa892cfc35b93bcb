# A mock is given the ids of the objects that the real cmdlet would be given, however they are given.

BeforeDiscovery {
    . "$PSScriptRoot/Subject.ps1"
    $take = @(
        # Cmdlets that take the id of one object, and the parameter that gets it.
        foreach ($line in @(
                'Incident: Get-ChecklyIncident Id; Set-ChecklyIncident Id; Remove-ChecklyIncident Id; Get-ChecklyIncidentUpdate IncidentId; New-ChecklyIncidentUpdate IncidentId'
                'Dashboard: Get-ChecklyDashboard DashboardId; Set-ChecklyDashboard DashboardId; Remove-ChecklyDashboard DashboardId; New-ChecklyIncident DashboardId'
                'MaintenanceWindow: Get-ChecklyMaintenanceWindow Id; Set-ChecklyMaintenanceWindow Id; Remove-ChecklyMaintenanceWindow Id; Get-ChecklyMaintenance MaintenanceWindowId'
                'StatusPage: Get-ChecklyStatusPage Id; Set-ChecklyStatusPage Id; Remove-ChecklyStatusPage Id'
                'StatusPageIncident: Get-ChecklyStatusPageIncident Id; Set-ChecklyStatusPageIncident Id; Remove-ChecklyStatusPageIncident Id; Resolve-ChecklyStatusPageIncident Id; New-ChecklyStatusPageIncidentUpdate IncidentId; Get-ChecklyStatusPageIncidentUpdate IncidentId'
            )) {
            $of, $cmdlets = $line -split ': '
            foreach ($cmdlet in $cmdlets -split '; ') {
                $command, $parameter = $cmdlet -split ' '
                @{ Of = $of; Command = $command; Parameter = $parameter; IsArray = (Get-Command $command).Parameters[$parameter].ParameterType.IsArray }
            }
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"

    $objects = @{
        Incident           = [Checkly.Incident]@{ Id = $guid; Name = 'Checkout is down' }, [Checkly.Incident]@{ Id = $account; Name = 'Drill' }
        # The text id of a dashboard may have digits only; it must not be taken for the number.
        Dashboard          = [Checkly.Dashboard]@{ Id = 1001; DashboardId = '77'; Description = 'Of the dashboard' }, [Checkly.Dashboard]@{ Id = 1002; DashboardId = 'acme' }
        MaintenanceWindow  = [Checkly.MaintenanceWindow]@{ Id = 2001; Name = 'Deploy' }, [Checkly.MaintenanceWindow]@{ Id = 2002; Name = 'Backup' }
        StatusPage         = [Checkly.StatusPage]@{ Id = $pageId; Name = 'Acme' }, [Checkly.StatusPage]@{ Id = $account; Name = 'Other' }
        StatusPageIncident = [Checkly.StatusPageIncident]@{ Id = $guid; Name = 'Down'; CurrentStatus = 'MONITORING' }, [Checkly.StatusPageIncident]@{ Id = $account; Name = 'Drill' }
    }

    # What a command needs besides what is given to it.
    function Get-Rest([string] $Command) {
        switch -Wildcard ($Command) {
            'Remove-*' { @{ Confirm = $false }; break }
            'Set-ChecklyDashboard' { @{ Header = 'Other' }; break }
            'Set-ChecklyMaintenanceWindow' { @{ EndNow = $true }; break }
            'Set-ChecklyMaintenance' { @{ EndsAt = [DateTimeOffset]::Now }; break }
            'Set-*Update' { @{ Description = 'Better.' }; break }
            'Set-*' { @{ Name = 'Other' }; break }
            'New-ChecklyIncident' { @{ Name = 'Drill'; Status = 'RESOLVED'; Description = 'd' }; break }
            'New-*Update' { @{ Status = if ($Command -like '*Maintenance*') { 'COMPLETED' } else { 'RESOLVED' }; Description = 'd' }; break }
            default { @{} }
        }
    }
}

AfterAll {
    Exit-CleanEnvironment $saved
}

Describe 'A mock of <Command>' -ForEach $take {
    BeforeAll {
        Mock $Command { }
        $with = Get-Rest $Command
        $property = if ($Of -eq 'Dashboard') { 'DashboardId' } else { 'Id' }
        $one, $two = $objects[$Of].$property
    }

    It 'gets the id of a <Of>, given by name or by position, or piped' {
        $arguments = $with + @{ $Parameter = $objects[$Of][0] }
        & $Command @arguments
        $objects[$Of] | & $Command @with
        # Where the id of a dashboard has no position, it is given by name again.
        if ($Command -eq 'New-ChecklyIncident') { & $Command @arguments } else { & $Command $objects[$Of][0] @with }

        Should -Invoke $Command -Exactly 4
        Should -Invoke $Command -Exactly 3 -ParameterFilter ([scriptblock]::Create("@(`$$Parameter).Count -eq 1 -and `"`$$Parameter`" -ceq '$one'"))
        Should -Invoke $Command -Exactly 1 -ParameterFilter ([scriptblock]::Create("`"`$$Parameter`" -ceq '$two'"))
        Should -Invoke $Command -Exactly 0 -ParameterFilter { $Description -eq 'Of the dashboard' }
    }
}

Describe 'A mock of <Command>, which takes many' -ForEach ($take | Where-Object IsArray) {
    It 'gets the ids of several' {
        Mock $Command { }
        $with = Get-Rest $Command
        $both = "$($objects[$Of][0]) $($objects[$Of][1])"
        & $Command $objects[$Of] @with

        Should -Invoke $Command -Exactly 1 -ParameterFilter ([scriptblock]::Create("`$$Parameter.Count -eq 2 -and `"`$$Parameter`" -ceq '$both'"))
    }
}

Describe 'A mock of <Command>, which takes several ids' -ForEach @(
    @{ Command = 'Set-ChecklyIncidentUpdate'; Filter = { "$IncidentId" -eq $guid -and "$($Id)" -eq $updateGuid } }
    @{ Command = 'Remove-ChecklyIncidentUpdate'; Filter = { "$IncidentId" -eq $guid -and "$($Id)" -eq $updateGuid } }
    @{ Command = 'Set-ChecklyStatusPageIncidentUpdate'; Filter = { "$IncidentId" -eq $guid -and "$($Id)" -eq $updateGuid } }
    @{ Command = 'Remove-ChecklyStatusPageIncidentUpdate'; Filter = { "$IncidentId" -eq $guid -and "$($Id)" -eq $updateGuid } }
    @{ Command = 'Set-ChecklyMaintenance'; Filter = { $MaintenanceWindowId -eq 2001 -and "$MaintenanceId" -eq $guid } }
    @{ Command = 'Remove-ChecklyMaintenance'; Filter = { $MaintenanceWindowId -eq 2001 -and "$MaintenanceId" -eq $guid } }
    @{ Command = 'Set-ChecklyMaintenanceUpdate'; Filter = { $MaintenanceWindowId -eq 2001 -and $MaintenanceId -eq $guid -and "$($Id)" -eq $updateGuid } }
    @{ Command = 'Remove-ChecklyMaintenanceUpdate'; Filter = { $MaintenanceWindowId -eq 2001 -and $MaintenanceId -eq $guid -and "$($Id)" -eq $updateGuid } }
) {
    BeforeAll {
        # The type of what such an object is: an update of an incident, a maintenance, an update of it.
        $update = switch -Wildcard ($Command) {
            '*StatusPageIncidentUpdate' { [Checkly.StatusPageIncidentUpdate]@{ Id = $updateGuid; IncidentId = $guid }; break }
            '*IncidentUpdate' { [Checkly.IncidentUpdate]@{ Id = $updateGuid; IncidentId = $guid }; break }
            '[SR]*MaintenanceUpdate' { [Checkly.MaintenanceUpdate]@{ Id = $updateGuid; MaintenanceId = $guid; MaintenanceWindowId = 2001 }; break }
            default { [Checkly.Maintenance]@{ Id = $guid; MaintenanceWindowId = 2001 } }
        }
        $with = Get-Rest $Command
        Mock $Command { }
    }

    It 'gets them from one object that is piped in' {
        $update | & $Command @with

        Should -Invoke $Command -Exactly 1 -ParameterFilter $Filter
    }

    It 'gets them from what is given by position' {
        $given = @(switch -Wildcard ($Command) {
            '*ChecklyMaintenanceUpdate' { , (2001, $guid, $update); break }
            '*ChecklyMaintenance' { , (2001, $update); break }
            '*StatusPage*' { ($guid, $updateGuid), ($objects.StatusPageIncident[0], $update); break }
            default { ($guid, $updateGuid), ($objects.Incident[0], $update) }
        })
        foreach ($arguments in $given) { & $Command @arguments @with }

        Should -Invoke $Command -Exactly $given.Count -ParameterFilter $Filter
    }
}
