using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's services, or some of them.</summary>
/// <remarks>
/// <para>Without an id it lists all of them with GET /v1/status-pages/services, page by page; the API has no filter, so -Name
/// picks from the whole list. With one it sends GET /v1/status-pages/services/{serviceId}.</para>
/// </remarks>
/// <example>
/// <para>All services.</para>
/// <code>Get-ChecklyStatusPageService</code>
/// </example>
/// <example>
/// <para>Find services by a part of their names.</para>
/// <code>Get-ChecklyStatusPageService -Name '*site*'</code>
/// </example>
/// <example>
/// <para>Read the services of a page anew.</para>
/// <code>(Get-ChecklyStatusPage -Url sandbox).Cards.Services | Get-ChecklyStatusPageService</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStatusPageService", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(StatusPageService))]
public sealed class GetChecklyStatusPageServiceCommand : ChecklyListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary>The ids, GUIDs, or the names of the services; or the services themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.Service, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceId")]
    [IdOf(typeof(StatusPageService), typeof(GetChecklyStatusPageServiceCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the services wanted; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ListSet)
        {
            WriteNamed<StatusPageService>(
                Name,
                service => service.Name,
                "No service is called",
                wanted => WriteCursorList(StatusPageServiceRequests.List, StatusPageServiceRequests.LargestPage, wanted));
        }
        else if (!RefusesRange())
        {
            WriteEach(Ids<StatusPageService>(Id), StatusPageServiceRequests.Get);
        }
    }
}
