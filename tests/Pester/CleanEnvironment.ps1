# No test may find the credentials of the person who runs it: neither the variables nor the login of the Checkly CLI.

function Enter-CleanEnvironment {
    param([Parameter(Mandatory)] [string] $ConfigHome)

    $saved = @{ XDG_CONFIG_HOME = $env:XDG_CONFIG_HOME }
    foreach ($name in 'CHECKLY_API_KEY', 'CHECKLY_ACCOUNT_ID', 'CHECKLY_API_URL') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }

    $env:XDG_CONFIG_HOME = (New-Item -ItemType Directory -Force -Path $ConfigHome).FullName
    $saved
}

function Exit-CleanEnvironment {
    param([Parameter(Mandatory)] [hashtable] $Saved)

    foreach ($name in $Saved.Keys) {
        [Environment]::SetEnvironmentVariable($name, $Saved[$name])
    }
}
