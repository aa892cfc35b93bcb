using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes snippets.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/snippets/{id}. The API does not document what becomes of checks that use the snippet.</para>
/// </remarks>
/// <example>
/// <para>Remove a snippet, after being asked.</para>
/// <code>New-ChecklySnippet 'Log in' "await page.goto('/')" | Remove-ChecklySnippet</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$snippet = New-ChecklySnippet 'Log in' "await page.goto('/')"
/// Remove-ChecklySnippet $snippet -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklySnippet | Remove-ChecklySnippet -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklySnippet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklySnippetCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, whole numbers, or the names of the snippets; or the snippets themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Snippet, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnippetId")]
    [IdOf(typeof(Snippet), typeof(RemoveChecklySnippetCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Snippet>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Numbers<Snippet>(Id), SnippetRequests.Delete);
}
