using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the results of checks, the newest first.</summary>
/// <remarks>
/// <para>Sends GET /v2/check-results/{checkId} page by page for each check, or GET /v1/check-results/{checkId}/{checkResultId} for each
/// result. A run has a result for each location in which it ran. ErrorMessage says in one line what went wrong, and FailedAssertions has
/// the assertions that failed, whatever the type of the check; its details, under the API's names, are in the property of its type, such
/// as ApiCheckResult. They may hold secrets, such as the headers of a request.</para>
/// <para>-First and -Skip count for each check. The API takes 60 of these requests a minute: the module waits where more would be
/// sent, and shows progress.</para>
/// </remarks>
/// <example>
/// <para>Show why checks fail: the newest result of each.</para>
/// <code>Get-ChecklyCheck -Status failing | Get-ChecklyCheckResult -Latest -HasFailures | Format-Table Name, RunLocation, ErrorMessage</code>
/// </example>
/// <example>
/// <para>Show why a run failed, in each of its locations.</para>
/// <code>$session = Invoke-ChecklyCheck 'Log in on the website' -ErrorAction SilentlyContinue
/// $session | Get-ChecklyCheckResult | Format-Table RunLocation, ErrorMessage</code>
/// </example>
/// <example>
/// <para>List the failures of one check in the last day.</para>
/// <code>Get-ChecklyCheckResult 'Log in on the website' -HasFailures -From (Get-Date).AddDays(-1)</code>
/// </example>
/// <example>
/// <para>Read a result again with all its details, such as the log of its run.</para>
/// <code>$result = Get-ChecklyCheckResult 'Checkout API' -Latest
/// ($result | Get-ChecklyCheckResult).ApiCheckResult.response</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyCheckResult", SupportsPaging = true)]
[OutputType(typeof(CheckResult))]
public sealed class GetChecklyCheckResultCommand : ChecklyListCommand
{
    /// <summary>The ids, GUIDs, or the names of the checks; or the checks, their statuses, their results or check sessions themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Check, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(Check), typeof(GetChecklyCheckResultCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[] CheckId { get; set; } = [];

    /// <summary>The ids of the results wanted, GUIDs, or the results themselves; without it all of the check.</summary>
    [Parameter(Position = 1)]
    [Alias("CheckResultId")]
    [IdOf(typeof(CheckResult), typeof(GetChecklyCheckResultCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<CheckResult>))]
    public string[]? Id { get; set; }

    /// <summary>Return only the newest result of each check that meets the other conditions.</summary>
    [Parameter]
    public SwitchParameter Latest { get; set; }

    /// <summary>Return only failures; with -HasFailures:$false only the others.</summary>
    [Parameter]
    public SwitchParameter HasFailures { get; set; }

    /// <summary>The location of the runs, by its region, such as eu-central-1.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ArgumentCompleter(typeof(IdCompleter<Location>))]
    public string? Location { get; set; }

    /// <summary>FINAL for the last attempt of each run, ATTEMPT for those that were retried, or ALL.</summary>
    [Parameter]
    [ValidateSet("FINAL", "ATTEMPT", "ALL")]
    public string? ResultType { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>The earliest time. A time without an offset is in this machine's time zone. The API takes whole seconds.</summary>
    [Parameter]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset? From { get; set; }

    /// <summary>The end of the time, not included; as -From.</summary>
    [Parameter]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset? To { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyCheckResultCommand), typeof(Check), typeof(CheckStatus), typeof(CheckResult), typeof(CheckSession), typeof(CheckSessionResult), typeof(ReportEntry))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[]? ids = Id ?? PipedIds();
        if ((ids is not null && (RefusesRange() || RefusesFilter())) || (Latest && RefusesRange("-Latest")))
        {
            return;
        }

        var filter = new CheckResultFilter
        {
            HasFailures = Given(nameof(HasFailures), HasFailures),
            Location = Location,
            ResultType = ResultType,
            From = From,
            To = To,
        };
        foreach (string check in Ids<Check>(CheckId))
        {
            if (ids is not null)
            {
                WriteEach(ids, id => CheckResultRequests.Get(check, id));
            }
            else if (Latest)
            {
                SendEach(CheckResultRequests.List(check, filter, 1), check, page => WriteObject(page.Items.Take(1), enumerateCollection: true));
            }
            else
            {
                WriteCursorList<CheckResult>((limit, nextId) => CheckResultRequests.List(check, filter, limit, nextId), CheckResultRequests.LargestPage);
            }
        }
    }

    /// <summary>Refuses together with ids what selects results of the list.</summary>
    private bool RefusesFilter()
    {
        bool isFiltered = Latest || ResultType is not null || Location is not null || From is not null || To is not null || IsGiven(nameof(HasFailures));
        if (isFiltered)
        {
            Refuse("A result that is given by its id, or piped in, is read as it is: leave out what selects results.", null);
        }

        return isFiltered;
    }

    /// <summary>
    /// The ids of the results that were piped in, themselves or in their session; <see langword="null"/> where a check was piped in, or
    /// another object with its id.
    /// </summary>
    private string[]? PipedIds()
    {
        if (InputObject?.Properties["CheckId"] is null)
        {
            return null;
        }

        // A session that was piped in while it ran may have results now.
        return InputObject.Properties["CheckSessionId"]?.Value?.ToString() is { } session
            ? TrySend(CheckSessionRequests.Get(session), session, out CheckSession now) ? [.. now.Results.Select(result => result.CheckResultId!)] : []
            : (InputObject.Properties["CheckResultId"] ?? InputObject.Properties["Id"])?.Value?.ToString() is { } id ? [id] : null;
    }
}
