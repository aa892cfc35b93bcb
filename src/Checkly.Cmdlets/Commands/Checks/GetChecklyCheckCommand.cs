using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns checks and monitors of any type.</summary>
/// <remarks>
/// <para>Sends GET /v3/checks page by page, or GET /v3/checks/{id} for each id. Several conditions select the checks that meet all of
/// them. -Tag, -Type, -Status, -UrlPattern and -Search are applied by the API; -Name is applied here, to the whole list. The fields
/// that all types have are properties; what a type adds is in AdditionalProperties, which may hold secrets such as the variables of a
/// check.</para>
/// </remarks>
/// <example>
/// <para>List all checks.</para>
/// <code>Get-ChecklyCheck</code>
/// </example>
/// <example>
/// <para>Show what fails.</para>
/// <code>Get-ChecklyCheck -Status failing</code>
/// </example>
/// <example>
/// <para>Show why: the newest result of each check that fails.</para>
/// <code>Get-ChecklyCheck -Status failing | Get-ChecklyCheckResult -Latest -HasFailures | Format-Table Name, RunLocation, ErrorMessage</code>
/// </example>
/// <example>
/// <para>Show the first five with a tag whose names begin with a word.</para>
/// <code>Get-ChecklyCheck -Tag production -Name 'Web*' -First 5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyCheck", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(Check))]
public sealed class GetChecklyCheckCommand : ChecklyListCommand
{
    private static readonly string[] Filters = [nameof(Tag), nameof(Type), nameof(Status), nameof(UrlPattern), nameof(Search)];

    /// <summary>
    /// The ids, GUIDs, or the names of the checks, or objects with the id of a check, such as its status; by default all checks.
    /// </summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true, HelpMessage = PromptText.Check, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CheckId")]
    [IdOf(typeof(Check), typeof(GetChecklyCheckCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the checks wanted; wildcards are permitted. The whole list is read.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[]? Name { get; set; }

    /// <summary>Tags: lists the checks that have one of them at least.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotBlank]
    public string[] Tag { get; set; } = [];

    /// <summary>The type of the checks wanted.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("CheckType")]
    [ValidateSet("AGENTIC", "API", "BROWSER", "DNS", "GRPC", "HEARTBEAT", "ICMP", "MULTI_STEP", "PLAYWRIGHT", "SSL", "TCP", "TRACEROUTE", "URL")]
    public string? Type { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>Which checks to list: those that pass, that fail, or that are slower than they should be.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateSet("passing", "failing", "degraded")]
    public string? Status { get; set => field = value?.ToLowerInvariant(); }

    /// <summary>A part of the address that an API check requests; lists API checks alone.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotBlank]
    public string? UrlPattern { get; set; }

    /// <summary>A part of the name, in upper or lower case, by which the API filters; -Name filters the whole list by wildcards.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotBlank]
    public string? Search { get; set; }

    /// <summary>Show the settings of a check's group in the place of its own, as they apply when it runs.</summary>
    [Parameter]
    public SwitchParameter ApplyGroupSettings { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            var filter = new CheckFilter { Tags = Tag, CheckType = Type, Status = Status, UrlPattern = UrlPattern, Search = Search, AppliesGroupSettings = ApplyGroupSettings };
            WriteNamed<Check>(
                Name,
                check => check.Name,
                Filters.Any(IsGiven) ? "No check that meets the other conditions is called" : "No check is called",
                wanted => WriteList((limit, page) => CheckRequests.List(filter, limit, page), CheckRequests.LargestPage, wanted: wanted));
        }
        else if (!RefusesRange())
        {
            WriteEach(Ids<Check>(Id), id => CheckRequests.Get(id, ApplyGroupSettings));
        }
    }
}
