using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Creates a snippet, code that checks of the account share.</summary>
/// <remarks>
/// <para>Sends POST /v1/snippets. When the answer is lost, the list is read until the snippet is found in it; see
/// about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Create a snippet.</para>
/// <code>New-ChecklySnippet 'Log in' "await page.goto('/')"</code>
/// </example>
/// <example>
/// <para>Create one from rows of data.</para>
/// <code>[pscustomobject]@{ Name = 'Log in'; Script = "await page.goto('/')" } | New-ChecklySnippet</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>New-ChecklySnippet 'Log in' "await page.goto('/')" -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklySnippet", SupportsShouldProcess = true)]
[OutputType(typeof(Snippet))]
public sealed class NewChecklySnippetCommand : ChecklySessionCommand
{
    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Name { get; set; } = string.Empty;

    /// <summary>The code, JavaScript or TypeScript.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Script, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Script { get; set; } = string.Empty;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklySnippetCommand))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TrySend(SnippetRequests.Create(new Snippet { Name = Name, Script = Script }), Name, out Snippet snippet))
        {
            WriteObject(snippet);
        }
    }
}
