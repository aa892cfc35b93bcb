using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the name or the code of snippets, and keeps the rest.</summary>
/// <remarks>
/// <para>Sends GET, then PUT /v1/snippets/{id}: the API requires both fields, so the one that is not changed is sent back as it was
/// read. Only ids bind from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>Give a snippet another name.</para>
/// <code>$snippet = New-ChecklySnippet 'Log in' "await page.goto('/')"
/// Set-ChecklySnippet $snippet -Name 'Log in to the shop'</code>
/// </example>
/// <example>
/// <para>Change its code, and return it.</para>
/// <code>$snippet = New-ChecklySnippet 'Log in' "await page.goto('/')"
/// $snippet | Set-ChecklySnippet -Script "await page.goto('/login')" -PassThru</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklySnippet | Set-ChecklySnippet -Name 'Old' -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklySnippet", SupportsShouldProcess = true)]
[OutputType(typeof(Snippet))]
public sealed class SetChecklySnippetCommand : ChecklySessionCommand
{
    /// <summary>The ids, whole numbers, or the names of the snippets; or the snippets themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Snippet, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnippetId")]
    [IdOf(typeof(Snippet), typeof(SetChecklySnippetCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Snippet>))]
    public string[] Id { get; set; } = [];

    /// <summary>Another name.</summary>
    [Parameter]
    [ApiField("name")]
    [ValidateNotBlank]
    public string? Name { get; set; }

    /// <summary>Other code.</summary>
    [Parameter]
    [ApiField("script")]
    [ValidateNotBlank]
    public string? Script { get; set; }

    /// <summary>Return the changed snippet.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, object?> changes = BoundFields();
        foreach (long id in Numbers<Snippet>(Id))
        {
            if (changes.Count == 0)
            {
                Refuse("There is nothing to change: give -Name, -Script or both.", id);
            }
            else if (TryChange(SnippetRequests.Get(id), before => SnippetRequests.Change(before, changes), id, out _, out Snippet changed) && PassThru)
            {
                WriteObject(changed);
            }
        }
    }
}
