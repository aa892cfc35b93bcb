using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's snippets, or some of them.</summary>
/// <remarks>
/// <para>Without an id it lists all of them with GET /v1/snippets, page by page. With one it sends GET /v1/snippets/{id}.</para>
/// </remarks>
/// <example>
/// <para>All snippets.</para>
/// <code>Get-ChecklySnippet</code>
/// </example>
/// <example>
/// <para>Those that have to do with logging in.</para>
/// <code>$null = New-ChecklySnippet 'Log in' "await page.goto('/')"
/// Get-ChecklySnippet -Name '*log in*'</code>
/// </example>
/// <example>
/// <para>Show the code of one.</para>
/// <code>$snippet = New-ChecklySnippet 'Log in' "await page.goto('/')"
/// (Get-ChecklySnippet $snippet).Script</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklySnippet", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(Snippet))]
public sealed class GetChecklySnippetCommand : ChecklyListCommand
{
    /// <summary>The ids, whole numbers, or the names of the snippets; or the snippets themselves.</summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true, HelpMessage = PromptText.Snippet, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnippetId")]
    [IdOf(typeof(Snippet), typeof(GetChecklySnippetCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Snippet>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the snippets wanted; wildcards are permitted. The API has no such filter, so the whole list is read.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Snippet>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            WriteNamed<Snippet>(
                Name,
                snippet => snippet.Name,
                "No snippet is called",
                wanted => WriteList(SnippetRequests.List, SnippetRequests.LargestPage, wanted: wanted));
        }
        else if (!RefusesRange())
        {
            WriteEach(Numbers<Snippet>(Id), SnippetRequests.Get);
        }
    }
}
