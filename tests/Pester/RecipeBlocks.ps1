# The code blocks of docs/recipes.md, in the order of the page.

function Get-RecipeBlock {
    $section = $block = $null
    foreach ($line in Get-Content "$PSScriptRoot/../../docs/recipes.md") {
        if ($block) {
            if ($line -eq '```') {
                [pscustomobject]@{ Section = $section; Language = $block.Language; Text = $block.Lines -join "`n" }
                $block = $null
            }
            else { $block.Lines.Add($line) }
        }
        elseif ($line -match '^## (.+)') { $section = $Matches[1] }
        elseif ($line -match '^```(.+)') { $block = @{ Language = $Matches[1]; Lines = [System.Collections.Generic.List[string]]::new() } }
    }
}

# The steps of a GitHub workflow: as much of YAML as the page uses.
function Get-WorkflowStep([string] $Yaml) {
    $step = $map = $null
    $steps = foreach ($line in $Yaml -split "`n") {
        switch -Regex ($line) {
            '^- name: (.+)$' { $step = [pscustomobject]@{ Name = $Matches[1]; Shell = $null; Run = ''; Env = @{} }; $map = $null; $step; break }
            '^  shell: (.+)$' { $step.Shell = $Matches[1]; break }
            '^  run: \|$' { $map = 'run'; break }
            '^  run: (.+)$' { $step.Run = $Matches[1]; break }
            '^  env:$' { $map = 'env'; break }
            '^    (.*)$' {
                if ($map -eq 'run') { $step.Run += $Matches[1] + "`n" }
                elseif ($map -eq 'env' -and $Matches[1] -match '^(\w+): (.+)$') { $step.Env[$Matches[1]] = $Matches[2] }
                else { throw "This line of the workflow belongs to nothing: $line" }
                break
            }
            default { throw "This line of the workflow is not understood: $line" }
        }
    }
    $steps
}
