# What most Pester files begin with: the module, an environment without credentials, and ids that the sandbox does not have.

. "$PSScriptRoot/Subject.ps1"
. "$PSScriptRoot/CleanEnvironment.ps1"
. "$PSScriptRoot/LoopbackServer.ps1"
$saved = Enter-CleanEnvironment "$TestDrive/config"

$account = '5a9db0c5-7e57-4c0d-8000-000000000002'
$pageId = '5a9db0c5-7e57-4c0d-8000-000000000010'
$unknown = '00000000-0000-4000-8000-000000000000'
$closed = 'http://127.0.0.1:1'

# Not called $id: the filter of a mock would see the parameter of that name.
$guid = 'e50ad839-1b90-4955-b716-1c6edbda57cb'
$updateGuid = 'f1afc7c4-e31b-487a-95f8-fb4e62163eff'

function New-Drill([string] $Name = 'Drill') {
    New-ChecklyIncident $Name -DashboardId 1001 -Status INVESTIGATING -Description 'First'
}
