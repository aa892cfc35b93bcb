# The code blocks of docs/recipes.md run as they stand there, on the sandbox. What the platforms bring along (assets, vaults, tasks)
# is played here; Connect-Checkly is shadowed, so that it tries the recipe's credentials on a server on loopback.

BeforeDiscovery {
    . "$PSScriptRoot/RecipeBlocks.ps1"
    $isMissing = $null -eq (Import-Module PSScriptAnalyzer -PassThru -ErrorAction Ignore)
    $number = 0
    $scripts = foreach ($block in Get-RecipeBlock) {
        switch ($block.Language) {
            'powershell' { @{ Number = ++$number; Section = $block.Section; Script = $block.Text } }
            'yaml' { Get-WorkflowStep $block.Text | ForEach-Object { @{ Number = ++$number; Section = "$($block.Section), $($_.Name)"; Script = $_.Run } } }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    . "$PSScriptRoot/RecipeBlocks.ps1"
    $blocks = @(Get-RecipeBlock)

    # In two parts, so that no line of this file holds it: errors keep the line they came from.
    $canary = 'cu_c4n4ry' + '0123456789abcdef'
    # Not called $credential: the mocks would see the parameter of that name.
    $stored = [pscredential]::new($account, (ConvertTo-SecureString $canary -AsPlainText -Force))
    $connect = Get-Command Connect-Checkly -CommandType Cmdlet
    $server = Start-LoopbackServer

    # A session belongs to its runspace: this one takes the recipe's credentials, and leaves the sandbox of the tests alone.
    $elsewhere = [powershell]::Create()
    $null = $elsewhere.AddCommand('Import-Module').AddArgument($manifest).Invoke()

    # Stands in for Connect-Checkly: the call of the recipe goes to the server with the parameters that it has.
    function Connect-Elsewhere([System.Collections.IDictionary] $Arguments) {
        $elsewhere.Commands.Clear()
        $null = $elsewhere.AddCommand('Connect-Checkly').AddParameters($Arguments).AddParameter('BaseUri', $server.Uri).AddParameter('ErrorAction', 'Stop').Invoke()
        # Without a check nothing was sent yet.
        $elsewhere.Commands.Clear()
        $null = $elsewhere.AddCommand('Get-ChecklyAccount').AddParameter('ErrorAction', 'Ignore').Invoke()
    }

    function Get-Block([string] $Section, [int] $Number = 1, [string] $Language = 'powershell') {
        $found = @($blocks | Where-Object { $_.Section -eq $Section -and $_.Language -eq $Language })
        $found.Count | Should -BeGreaterOrEqual $Number -Because "docs/recipes.md has such a block under '$Section'"
        $found[$Number - 1].Text
    }

    function New-ScriptFile([string] $Name, [string] $Text) {
        Set-Content "$TestDrive/$Name" $Text
        "$TestDrive/$Name"
    }

    # Runs a script as a host does that nobody watches: all that it says, how it ends, and how it fails.
    function Invoke-Recipe([string] $Path, [hashtable] $Arguments = @{}) {
        $Error.Clear()
        $global:LASTEXITCODE = 0
        $VerbosePreference = 'Continue'
        $said = [System.Collections.Generic.List[object]]::new()
        $failed = $null
        try { & $Path @Arguments *>&1 | ForEach-Object { $said.Add($_) } } catch { $failed = $_ }
        $text = @(
            $said | Out-String -Width 500
            $said | Format-List * -Force | Out-String -Width 500
            $Error | Out-String -Width 500
            $Error | Format-List * -Force | Out-String -Width 500
        ) -join "`n"
        [pscustomobject]@{
            Text     = $text
            Errors   = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Output   = @($said | Where-Object { $_ -is [string] })
            Failed   = $failed
            ExitCode = $LASTEXITCODE
        }
    }

    # What the commands of the platforms were given. In a recipe "script:" would be the scope of the recipe.
    $seen = @{}

    function Test-KeySent {
        [string[]] $requests = $server.Requests.ToArray()
        @($requests -match $canary).Count -gt 0
    }
}

AfterAll {
    Disconnect-Checkly
    $elsewhere.Dispose()
    Stop-LoopbackServer $server
    Exit-CleanEnvironment $saved
}

Describe 'The recipes' {
    It 'have no finding of PSScriptAnalyzer in script <Number>, <Section>' -Skip:$isMissing -ForEach $scripts {
        $findings = Invoke-ScriptAnalyzer -ScriptDefinition $Script -Settings (Join-Path $PSScriptRoot PSScriptAnalyzerSettings.psd1)

        $findings | ForEach-Object { "$($_.RuleName):$($_.Line)" } | Should -BeNullOrEmpty
    }

    It 'have no line that gives a key as a text in script <Number>, <Section>' -ForEach $scripts {
        $Script | Should -Not -Match '-ApiKey|cu_|AsPlainText|CHECKLY_API_KEY\s*='
    }
}

Describe 'Azure Automation runbook' {
    BeforeAll {
        $runbook = New-ScriptFile Runbook-Azure.ps1 (Get-Block 'Azure Automation runbook')
        $arguments = @{ ResourceGroupName = 'rg-shop'; VMName = 'vm-17'; ServiceName = 'Website' }

        function Get-AutomationPSCredential([string] $Name) { if ($Name -eq 'Checkly') { $stored } else { throw "No asset $Name." } }
        function Get-AutomationVariable([string] $Name) { if ($Name -eq 'ChecklyStatusPage') { 'sandbox' } else { throw "No asset $Name." } }
        function Connect-AzAccount([switch] $Identity) { "managed identity: $Identity" }
        function Restart-AzVM([string] $ResourceGroupName, [string] $Name) {
            $seen.Restarted = "$ResourceGroupName/$Name"
            $seen.During = Get-ChecklyMaintenanceWindow
            & $restart
        }
    }

    BeforeEach {
        $server.Requests.Clear()
        & $connect -Sandbox
        Mock Connect-Checkly { Connect-Elsewhere $PesterBoundParameters }
        $seen.Clear()
        $restart = { 'PSAzureOperationResponse' }
    }

    It 'restarts the machine within a window that pauses its checks and is shown on the page, and ends the window' {
        $run = Invoke-Recipe $runbook $arguments

        $run.Failed | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -Be 'Restarted vm-17.'
        $seen.Restarted | Should -Be 'rg-shop/vm-17'
        $seen.During.Tags | Should -Be 'vm-17'
        $seen.During.EndsAt | Should -BeGreaterThan ([DateTimeOffset]::UtcNow)
        $seen.During.StatusPageVisibility['statusPageIds'] | Should -Be $pageId
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow)
    }

    It 'gives Connect-Checkly the credential asset, and shows the key nowhere' {
        $run = Invoke-Recipe $runbook $arguments

        Should -Invoke Connect-Checkly -Exactly 1 -ParameterFilter { $Credential.UserName -eq $account }
        Test-KeySent | Should -BeTrue
        $run.Text | Should -Not -Match $canary
    }

    It 'fails with the error of the restart, and ends the window' {
        $restart = { throw 'The machine does not start.' }

        $run = Invoke-Recipe $runbook $arguments

        $run.Failed | Should -Match 'The machine does not start.'
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow)
    }

    It 'restarts nothing when it is not known whether the window was opened' {
        Mock New-ChecklyMaintenanceWindow {
            Write-Error -ErrorId Checkly.OutcomeUnknown -Exception ([Checkly.ChecklyApiException]::new('OutcomeUnknown', 'The answer was lost.'))
        }

        $run = Invoke-Recipe $runbook $arguments

        $run.Failed.FullyQualifiedErrorId | Should -BeLike 'Checkly.OutcomeUnknown*'
        $seen.Restarted | Should -BeNullOrEmpty
    }
}

Describe 'GitHub Actions step' {
    BeforeAll {
        $steps = @(Get-WorkflowStep (Get-Block 'GitHub Actions step' -Language yaml))
        $deploy = $steps | Where-Object Name -EQ Deploy
        # As the runner wraps a script of "shell: pwsh".
        foreach ($step in $steps) {
            $null = New-ScriptFile "$($step.Name).ps1" "`$ErrorActionPreference = 'stop'`n$($step.Run)`nif ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit `$LASTEXITCODE }"
        }

        function Install-PSResource([string] $Name, [string] $Version, [string] $Repository, [switch] $TrustRepository) {
            $seen.Installed = "$Name $Version from $Repository, trusted: $TrustRepository"
        }

        function Invoke-Deployment([string] $Script) {
            Set-Content "$TestDrive/deploy.ps1" $Script
            Push-Location $TestDrive
            try { Invoke-Recipe "$TestDrive/Deploy.ps1" } finally { Pop-Location }
        }
    }

    BeforeEach {
        $server.Requests.Clear()
        & $connect -Sandbox
        Mock Connect-Checkly { Connect-Elsewhere $PesterBoundParameters }
        $env:GITHUB_RUN_NUMBER = '4711'
        # The secrets of the repository, under the names that the step gives them.
        $given = @{ 'secrets.CHECKLY_API_KEY' = $canary; 'vars.CHECKLY_ACCOUNT_ID' = $account }
        foreach ($name in $deploy.Env.Keys) {
            [Environment]::SetEnvironmentVariable($name, $given[($deploy.Env[$name] -replace '^\$\{\{ | \}\}$')])
        }
    }

    AfterEach {
        $env:GITHUB_RUN_NUMBER = $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $null
    }

    It 'installs the version of the manifest, without a question' {
        $null = Invoke-Recipe "$TestDrive/$($steps[0].Name).ps1"

        $seen.Installed | Should -Be "Checkly $((Import-PowerShellDataFile $manifest).ModuleVersion) from Ops, trusted: True"
    }

    It 'runs in pwsh, and has no expression in a script' {
        $steps.Shell | Should -Be 'pwsh', 'pwsh'
        $steps.Run | Should -Not -Match '\$\{\{'
    }

    It 'deploys within a window, ends it, and opens no incident' {
        $run = Invoke-Deployment 'Get-ChecklyMaintenanceWindow | ForEach-Object { "deploying in $($_.Name), open: $($_.EndsAt -gt [DateTimeOffset]::UtcNow)" }'

        $run.Failed | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Be 'deploying in Deploy 4711, open: True'
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow)
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }

    It 'takes the key from the environment, and shows it nowhere' {
        $run = Invoke-Deployment 'throw "disk full"'

        Should -Invoke Connect-Checkly -Exactly 1
        Test-KeySent | Should -BeTrue
        $run.Text | Should -Not -Match $canary
    }

    It 'opens an incident when the deployment <How>, fails with its cause, and ends the window' -ForEach @(
        @{ How = 'throws'; Script = 'throw "disk full"'; Cause = 'disk full' }
        @{ How = 'writes an error'; Script = 'Write-Error "disk full"'; Cause = 'disk full' }
        @{ How = 'exits with 3'; Script = 'exit 3'; Cause = 'deploy.ps1 ended with exit code 3.' }
    ) {
        $run = Invoke-Deployment $Script

        $run.Failed | Should -Match $Cause
        $incident = Get-ChecklyStatusPageIncident -Status Open
        $incident.Name | Should -Be 'A deployment failed'
        $incident.Severity | Should -Be 'MAJOR'
        $incident.Services.Name | Should -Be 'Website'
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow)
    }

    It 'fails with the cause of the deployment, also when it is not known whether the incident was opened' {
        Mock New-ChecklyStatusPageIncident {
            Write-Error -ErrorId Checkly.OutcomeUnknown -Exception ([Checkly.ChecklyApiException]::new('OutcomeUnknown', 'The answer was lost.'))
        }

        $run = Invoke-Deployment 'throw "disk full"'

        $run.Failed | Should -Match 'disk full'
        $run.Text | Should -Match 'Checkly.OutcomeUnknown'
        (Get-ChecklyMaintenanceWindow).EndsAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow)
    }

    It 'deploys nothing when the key is wrong' {
        Mock Connect-Checkly { throw 'The API key is not valid.' }

        $run = Invoke-Deployment '"deploying"'

        $run.Failed | Should -Match 'The API key is not valid.'
        $run.Output | Should -BeNullOrEmpty
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }
}

Describe 'Scheduled task' {
    BeforeAll {
        $saver = New-ScriptFile Save-Key.ps1 (Get-Block 'Scheduled task' 2)
        $register = New-ScriptFile Register-Task.ps1 (Get-Block 'Scheduled task' 3)
        $cleaner = New-ScriptFile Remove-OldWindow.ps1 (Get-Block 'Scheduled task')
        $unit = Get-Block 'Scheduled task' -Language ini
        $appData = $env:APPDATA
        $env:APPDATA = "$TestDrive"

        $login = [pscredential]::new('CONTOSO\ops', (ConvertTo-SecureString 'of the account' -AsPlainText -Force))

        function New-ScheduledTaskAction([string] $Execute, [string] $Argument) { "$Execute $Argument" }
        function New-ScheduledTaskTrigger([switch] $Daily, [datetime] $At) { "daily: $Daily, at $($At.ToString('HH:mm'))" }
        function New-ScheduledTaskSettingsSet([switch] $StartWhenAvailable, [timespan] $ExecutionTimeLimit) { "$StartWhenAvailable $ExecutionTimeLimit" }
        function Register-ScheduledTask {
            # The names, each followed by its value.
            $seen.Task = "$args"
            'the task'
        }

        # The file that a command line runs, and the arguments that it gives.
        function Get-Run([string] $CommandLine) {
            if ($CommandLine -notmatch '-NoProfile -NonInteractive -File (?:"(?<file>[^"]+)"|(?<file>\S+))(?: -(?<name>\w+) (?<value>\S+))?$') {
                throw "This is no command line of a script: $CommandLine"
            }
            $given = @{}
            if ($Matches.name) { $given[$Matches.name] = $Matches.value }
            @{ File = Split-Path ($Matches.file -replace '\\', '/') -Leaf; Arguments = $given }
        }
    }

    AfterAll {
        $env:APPDATA = $appData
    }

    BeforeEach {
        $server.Requests.Clear()
        & $connect -Sandbox
        Mock Connect-Checkly { Connect-Elsewhere $PesterBoundParameters }
        Mock Get-Credential { if ($Message -like '*API key*') { $stored } else { $login } }
        $seen.Clear()
        $ago = { param($Days) [DateTimeOffset]::UtcNow.AddDays(-$Days) }
        $common = @{ Duration = '00:30'; Tag = 'web'; PauseChecks = $true; WarningAction = 'Ignore' }
        $null = New-ChecklyMaintenanceWindow 'Deploy 1' -StartsAt (& $ago 40) @common
        $null = New-ChecklyMaintenanceWindow 'Deploy 2' -StartsAt (& $ago 31) @common
        $null = New-ChecklyMaintenanceWindow 'Deploy 3' -StartsAt (& $ago 29) @common
        $null = New-ChecklyMaintenanceWindow 'Deploy nightly' -StartsAt (& $ago 40) -RepeatUnit DAY @common
        $null = New-ChecklyMaintenanceWindow 'Backup' -StartsAt (& $ago 40) @common
        & $saver
    }

    It 'is registered with the script of the page, nothing that asks, and no key on its command line' {
        $run = Invoke-Recipe $register

        foreach ($part in @(
                '-TaskName: Remove old Checkly windows'
                "-Action: pwsh.exe -NoProfile -NonInteractive -File `"$env:ProgramFiles\Ops\Remove-OldWindow.ps1`" -"
                '-Trigger: daily: True, at 03:00'
                '-Settings: True 00:10:00'
                '-User: CONTOSO\ops'
                '-Password: of the account'
            )) {
            "$($seen.Task) -".Contains($part) | Should -BeTrue -Because "'$($seen.Task)' has to contain '$part'"
        }
        $seen.Task | Should -Not -Match $canary
        $run.Text | Should -Not -Match 'of the account'
        $run.Errors | Should -BeNullOrEmpty
        $run.Text | Should -Not -Match $canary
    }

    It 'removes old windows of deployments, and no others, with the key that was saved' {
        $null = & $register
        # The order of the names is that of a hashtable: another one in each process.
        $call = Get-Run ([regex]::Match($seen.Task, 'pwsh\.exe .+?"(?= -|$)').Value)

        $run = Invoke-Recipe "$TestDrive/$($call.File)" $call.Arguments

        $run.ExitCode | Should -Be 0
        $run.Output | Should -Be 'Removed 2 windows.'
        (Get-ChecklyMaintenanceWindow).Name | Sort-Object | Should -Be 'Backup', 'Deploy 3', 'Deploy nightly'
        Should -Invoke Connect-Checkly -Exactly 1 -ParameterFilter { $Credential.UserName -eq $account }
        Test-KeySent | Should -BeTrue
        $run.Text | Should -Not -Match $canary
    }

    It 'does the same as a unit of systemd, with the credential that the unit loads' {
        $id = [regex]::Match($unit, '(?m)^LoadCredential=([^:]+):/').Groups[1].Value
        $commandLine = [regex]::Match($unit, '(?m)^ExecStart=/usr/bin/pwsh (.+)$').Groups[1].Value
        $folder = New-Item -ItemType Directory -Force "$TestDrive/credentials"
        Move-Item "$TestDrive/checkly.xml" "$folder/$id" -Force
        $call = Get-Run $commandLine.Replace('${CREDENTIALS_DIRECTORY}', $folder)

        $run = Invoke-Recipe "$TestDrive/$($call.File)" $call.Arguments

        $run.ExitCode | Should -Be 0
        $run.Output | Should -Be 'Removed 2 windows.'
        Test-KeySent | Should -BeTrue
    }

    It 'has nothing to do a second time' {
        $null = Invoke-Recipe $cleaner

        $run = Invoke-Recipe $cleaner

        $run.ExitCode | Should -Be 0
        $run.Output | Should -Be 'Removed 0 windows.'
    }

    It 'ends with 1 when <What>, and removes nothing' -ForEach @(
        @{ What = 'there is no key'; Break = { Remove-Item "$TestDrive/checkly.xml" } }
        @{ What = 'the key is wrong'; Break = { Mock Connect-Checkly { throw 'The API key is not valid.' } } }
        @{ What = 'the windows cannot be listed'; Break = { Mock Get-ChecklyMaintenanceWindow { Write-Error 'no network' } } }
    ) {
        . $Break

        $run = Invoke-Recipe $cleaner

        $run.ExitCode | Should -Be 1
        $run.Failed | Should -BeNullOrEmpty
        $run.Output | Should -BeLike 'Failed: *'
        $run.Text | Should -Not -Match $canary
        # The other mocks are in the way of that.
        @((Invoke-ChecklyApi /v1/maintenance-windows)).Count | Should -Be 5
    }
}

Describe 'SecretManagement' {
    BeforeAll {
        # The home folder of a provider is where its paths find "~".
        $provider = Get-PSProvider FileSystem
        $itsHome = $provider.Home
        $provider.Home = "$TestDrive"

        $prepare = New-ScriptFile Prepare-Vault.ps1 (Get-Block 'SecretManagement')
        $send = New-ScriptFile Send-Update.ps1 (Get-Block 'SecretManagement' 2)
        # Only the line that its comment says is yours.
        $example = Get-Content "$PSScriptRoot/../../module/Examples/Runbook.ps1" -Raw
        $null = New-ScriptFile Runbook.ps1 ($example -replace '(?m)^( *)Import-Module .+# yours: Import-Module Checkly', "`$1Import-Module '$manifest'")

        $store = @{}
        function Install-PSResource([string[]] $Name, [string] $Repository, [switch] $TrustRepository) {
            $store.Installed = "$Name from $Repository, trusted: $TrustRepository"
        }
        function Register-SecretVault([string] $Name, [string] $ModuleName) { $store.Name = $Name; $store.Module = $ModuleName }
        function Set-SecretStoreConfiguration {
            [CmdletBinding(SupportsShouldProcess)]
            param([string] $Authentication, [string] $Interaction, [securestring] $Password)

            if ($PSCmdlet.ShouldProcess('the vault')) {
                $store.Configured = "$Authentication, $Interaction, asks: $($ConfirmPreference -ne 'None')"
                $store.Password = ConvertFrom-SecureString $Password -AsPlainText
            }
        }
        function Unlock-SecretStore([securestring] $Password) {
            if ((ConvertFrom-SecureString $Password -AsPlainText) -ne $store.Password) { throw 'The password is wrong.' }
            $store.IsOpen = $true
        }
        function Set-Secret([string] $Name, [string] $Vault, $Secret) {
            if (-not $store.IsOpen -or $Vault -ne $store.Name) { throw 'The vault is locked.' }
            $store.Secrets = @{ $Name = $Secret }
        }
        function Get-Secret([string] $Name, [string] $Vault) {
            if (-not $store.IsOpen -or $Vault -ne $store.Name) { throw 'The vault is locked.' }
            if (-not $store.Secrets.ContainsKey($Name)) { throw "The secret $Name was not found." }
            $store.Secrets[$Name]
        }
    }

    AfterAll {
        $provider.Home = $itsHome
    }

    BeforeEach {
        $server.Requests.Clear()
        & $connect -Sandbox -MaximumTotalSec 0 -Fault $fault
        Mock Connect-Checkly { Connect-Elsewhere $PesterBoundParameters }
        Mock Read-Host { ConvertTo-SecureString 'of the vault' -AsPlainText -Force } -ParameterFilter { $AsSecureString }
        Mock Get-Credential { $stored }
        $store.Clear()
        $prepared = Invoke-Recipe $prepare
        # What another process finds.
        $store.IsOpen = $false
        $incident = New-Drill
        $arguments = @{ IncidentId = $incident.Id; Status = 'RESOLVED'; Description = 'All is well.' }
    }

    Context 'when all goes well' {
        BeforeAll { $fault = @() }

        It 'prepares a vault that never asks, and shows neither the key nor the password' {
            $store.Configured | Should -Be 'Password, None, asks: False'
            $store.Module | Should -Be 'Microsoft.PowerShell.SecretStore'
            $store.Installed | Should -Be 'Microsoft.PowerShell.SecretManagement Microsoft.PowerShell.SecretStore from PSGallery, trusted: True'
            $prepared.Failed | Should -BeNullOrEmpty
            $prepared.Text | Should -Not -Match "$canary|of the vault"
        }

        It 'posts the update with the key from the vault, ends with 0, and shows the key nowhere' {
            $run = Invoke-Recipe $send $arguments

            $run.ExitCode | Should -Be 0
            $run.Output | Should -BeLike 'Posted update *: RESOLVED'
            (Get-ChecklyIncident $incident).IncidentUpdates.Description | Should -Contain 'All is well.'
            Should -Invoke Connect-Checkly -Exactly 1 -ParameterFilter { $Credential.UserName -eq $account -and $SkipCheck }
            Test-KeySent | Should -BeTrue
            $run.Text | Should -Not -Match "$canary|of the vault"
        }

        It 'ends with 2 when the vault <What>, and posts nothing' -ForEach @(
            @{ What = 'does not open'; Break = { $store.Password = 'another one' } }
            @{ What = 'has no such secret'; Break = { $store.Secrets = @{} } }
        ) {
            . $Break

            $run = Invoke-Recipe $send $arguments

            $run.ExitCode | Should -Be 2
            $run.Output | Should -BeLike 'Not posted: *'
            (Get-ChecklyIncident $incident).IncidentUpdates | Should -HaveCount 1
        }

        It 'ends with 3 when the call is wrong' {
            $run = Invoke-Recipe $send @{ IncidentId = $incident.Id; Status = 'EXPLODED'; Description = 'All is well.' }

            $run.ExitCode | Should -Be 3
        }
    }

    Context 'when the answer is lost' {
        BeforeAll { $fault = 'None', 'ResetAfter' }

        It 'ends with 4, and says that it is not known' {
            $run = Invoke-Recipe $send $arguments

            $run.ExitCode | Should -Be 4
            $run.Output[0] | Should -BeLike 'Not known to be posted: *'
        }
    }

    Context 'when there is no connection' {
        BeforeAll { $fault = 'None', 'Refuse' }

        It 'ends with 1, so that it can be run again' {
            $run = Invoke-Recipe $send $arguments

            $run.ExitCode | Should -Be 1
            $run.Output[0] | Should -BeLike 'Not posted: *'
        }
    }
}

Describe 'Webhook in, incident out' {
    BeforeAll {
        # The worker of Azure Functions has this type and this command.
        class FunctionAnswer { [int] $StatusCode; [object] $Body }
        $accelerators = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
        $accelerators::Add('HttpResponseContext', [FunctionAnswer])
        function Push-OutputBinding([string] $Name, [object] $Value) { if ($Name -eq 'Response') { $seen.Answer = $Value } }

        $function = New-ScriptFile run.ps1 (Get-Block 'Webhook in, incident out')

        # A notification as Alertmanager writes it, and as the worker reads it.
        function Send-Notification([string] $Status, [string] $Service = 'Website', [string] $Summary = 'Payments take longer than usual.') {
            $notification = @{
                version           = '4'
                status            = $Status
                groupKey          = "{}:{service=`"$Service`"}"
                groupLabels       = @{ service = $Service }
                commonLabels      = @{ service = $Service; alertname = 'HighLatency' }
                commonAnnotations = if ($Summary) { @{ summary = $Summary } } else { @{} }
                alerts            = @(@{ status = $Status; labels = @{ service = $Service; alertname = 'HighLatency' } })
            }
            $seen.Answer = $null
            Invoke-Recipe $function @{ Request = @{ Body = $notification | ConvertTo-Json -Depth 5 | ConvertFrom-Json -AsHashtable } }
        }
    }

    AfterAll {
        $null = $accelerators::Remove('HttpResponseContext')
    }

    BeforeEach {
        & $connect -Sandbox
    }

    It 'opens an incident of the service' {
        $run = Send-Notification firing

        $seen.Answer.StatusCode | Should -Be 200
        $run.Failed | Should -BeNullOrEmpty
        $run.Output | Should -BeNullOrEmpty
        $incident = Get-ChecklyStatusPageIncident
        $incident.Name | Should -Be 'Website is disturbed'
        $incident.CurrentStatus | Should -Be 'INVESTIGATING'
        $incident.Services.Name | Should -Be 'Website'
        $incident.IncidentUpdates.Description | Should -Be 'Payments take longer than usual.'
    }

    It 'opens no second one, and posts nothing, when the same comes again' {
        $null = Send-Notification firing
        $null = Send-Notification firing

        $seen.Answer.StatusCode | Should -Be 200
        $incident = Get-ChecklyStatusPageIncident
        $incident | Should -HaveCount 1
        $incident.IncidentUpdates | Should -HaveCount 1
    }

    It 'posts an update to it when the summary changes, once for each change' {
        foreach ($summary in 'One node is slow.', 'Two nodes are slow.', 'Two nodes are slow.', 'One node is slow.') {
            $null = Send-Notification firing -Summary $summary
            # The sandbox counts milliseconds, and the newest update is wanted.
            Start-Sleep -Milliseconds 2
        }

        $seen.Answer.StatusCode | Should -Be 200
        $incident = Get-ChecklyStatusPageIncident
        $incident | Should -HaveCount 1
        ($incident.IncidentUpdates | Sort-Object CreatedAt).Description | Should -Be 'One node is slow.', 'Two nodes are slow.', 'One node is slow.'
        $incident.CurrentStatus | Should -Be 'INVESTIGATING'
    }

    It 'resolves it, once, and leaves that of another service alone' {
        $null = Send-Notification firing -Service API
        $null = Send-Notification firing
        $null = Send-Notification resolved
        $null = Send-Notification resolved

        $seen.Answer.StatusCode | Should -Be 200
        $resolved = Get-ChecklyStatusPageIncident -Status Resolved
        $resolved.Name | Should -Be 'Website is disturbed'
        $resolved.IncidentUpdates | Should -HaveCount 2
        (Get-ChecklyStatusPageIncident -Status Open).Name | Should -Be 'API is disturbed'
    }

    It 'opens another one when the service fails again' {
        foreach ($status in 'firing', 'resolved', 'firing') { $null = Send-Notification $status }

        (Get-ChecklyStatusPageIncident).CurrentStatus | Sort-Object | Should -Be 'INVESTIGATING', 'RESOLVED'
    }

    It 'has nothing to resolve where nothing is open' {
        $null = Send-Notification resolved

        $seen.Answer.StatusCode | Should -Be 200
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }

    It 'has a text where the alerts have no summary in common' {
        $null = Send-Notification firing -Summary ''

        (Get-ChecklyStatusPageIncident).IncidentUpdates.Description | Should -Be 'We are looking into it.'
    }

    It 'answers 409 to <What>, so that it is not repeated' -ForEach @(
        @{ What = 'a service that does not exist'; Service = 'Nothing' }
        @{ What = 'a notification without a service'; Service = '' }
    ) {
        $run = Send-Notification firing -Service $Service

        $seen.Answer.StatusCode | Should -Be 409
        $seen.Answer.Body | Should -Not -BeNullOrEmpty
        $run.Failed | Should -BeNullOrEmpty
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
    }

    It 'answers 409 when the outcome is unknown, and the next notification finds the incident' {
        # The incidents, the services, and the POST.
        & $connect -Sandbox -MaximumTotalSec 0 -Fault None, None, ResetAfter

        $null = Send-Notification firing
        $seen.Answer.StatusCode | Should -Be 409
        $null = Send-Notification firing

        $seen.Answer.StatusCode | Should -Be 200
        Get-ChecklyStatusPageIncident | Should -HaveCount 1
    }

    It 'answers 500 when nothing was changed, and the repeated notification opens the incident' {
        & $connect -Sandbox -MaximumTotalSec 0 -Fault None, None, Refuse

        $null = Send-Notification firing
        $seen.Answer.StatusCode | Should -Be 500
        Get-ChecklyStatusPageIncident | Should -BeNullOrEmpty
        $null = Send-Notification firing

        $seen.Answer.StatusCode | Should -Be 200
        Get-ChecklyStatusPageIncident | Should -HaveCount 1
    }

    It 'takes the key from the settings of the app, and shows it nowhere' {
        $refusing = Start-LoopbackServer -Status '401 Unauthorized' -Body "{`"message`":`"No $canary`"}"
        try {
            Disconnect-Checkly
            $env:CHECKLY_API_KEY = $canary
            $env:CHECKLY_ACCOUNT_ID = $account
            $env:CHECKLY_API_URL = $refusing.Uri

            $run = Send-Notification firing

            $seen.Answer.StatusCode | Should -Be 500
            "$($seen.Answer.Body)" | Should -Not -Match $canary
            $run.Text | Should -Not -Match $canary
            @($refusing.Requests)[0] | Should -Match $canary
        }
        finally {
            $env:CHECKLY_API_KEY = $env:CHECKLY_ACCOUNT_ID = $env:CHECKLY_API_URL = $null
            Stop-LoopbackServer $refusing
        }
    }
}

Describe 'An ops script with Pester tests' {
    It 'is shown as the example has it, which is run with the other tests' {
        $example = (Get-Content "$PSScriptRoot/../../module/Examples/Deployment.Tests.ps1" -Raw) -replace "`r"
        $shown = Get-Block 'An ops script with Pester tests'

        # The page closes the Describe after the first test.
        $shown | Should -Match '\n\}$'
        $example.Contains(($shown -replace '\n\}$')) | Should -BeTrue
    }
}
