using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Runs checks now, waits for their results, and reports the checks that fail as errors.</summary>
/// <remarks>
/// <para>Sends one POST /v2/check-sessions/trigger for all checks, then waits as Wait-ChecklyCheckSession does until each has
/// ended. The runs alert as scheduled ones do. Each session is output when it has ended; for one that failed, timed out or was
/// cancelled the error Checkly.CheckFailed follows, so that -ErrorAction Stop ends a deployment.</para>
/// <para>Several conditions select the checks that meet all of them; only activated checks run. If no check matches, or one of the
/// given checks does not run, that is an error unless -AllowNoMatch is given. Without a target nothing runs: -All runs every activated
/// check of the account.</para>
/// <para>Ctrl+C ends the wait and not the runs, and says how to wait for them again. The API has no list of check sessions: if the
/// answer to the POST is lost, the error is Checkly.OutcomeUnknown, and the checks may run.</para>
/// </remarks>
/// <example>
/// <para>Run the checks with a tag after a deployment, and fail if one of them does.</para>
/// <code>Invoke-ChecklyCheck -Tag api -ErrorAction Stop</code>
/// </example>
/// <example>
/// <para>Run those that fail once more, and show how they end.</para>
/// <code>Get-ChecklyCheck -Status failing | Invoke-ChecklyCheck -ErrorAction SilentlyContinue | Format-Table Name, CurrentStatus</code>
/// </example>
/// <example>
/// <para>Start a check and do something else before waiting for it.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// $running | Wait-ChecklyCheckSession -TimeoutSec 120</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Invoke-ChecklyCheck -Tag web, api -ExcludeTag slow -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ChecklyCheck", DefaultParameterSetName = IdSet, SupportsShouldProcess = true)]
[OutputType(typeof(CheckSession))]
public sealed class InvokeChecklyCheckCommand : CheckSessionWaitCommand
{
    private const string IdSet = "Id";
    private const string TagSet = "Tag";
    private const string AllSet = "All";
    private readonly List<string> _ids = [];
    private bool _isRefused;

    /// <summary>The ids, GUIDs, or the names of the checks; or the checks or their statuses themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.Check, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CheckId")]
    [IdOf(typeof(Check), typeof(InvokeChecklyCheckCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[] Id { get; set; } = [];

    /// <summary>Tags: runs the checks that have one of them at least.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [ValidateNotNullOrEmpty]
    [ValidateNotBlank]
    public string[] Tag { get; set; } = [];

    /// <summary>Tags: runs only checks that have all of them.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [ValidateNotNullOrEmpty]
    [ValidateNotBlank]
    public string[] AllTag { get; set; } = [];

    /// <summary>Tags: runs only checks that have none of them.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [ValidateNotNullOrEmpty]
    [ValidateNotBlank]
    public string[] ExcludeTag { get; set; } = [];

    /// <summary>Run every activated check of the account.</summary>
    [Parameter(ParameterSetName = AllSet, Mandatory = true, HelpMessage = PromptText.AllChecks)]
    public SwitchParameter All { get; set; }

    /// <summary>Fill the caches of the checks anew, such as that of their dependencies.</summary>
    [Parameter]
    public SwitchParameter RefreshCache { get; set; }

    /// <summary>Return the sessions at once, while they run. Wait-ChecklyCheckSession waits for them.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>Accept that no check matches, or that a check that was given by its id does not run, because it is deactivated or does not exist.</summary>
    [Parameter]
    public SwitchParameter AllowNoMatch { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string given in Id)
        {
            if (IdOf<Check>(given) is { } id)
            {
                _ids.Add(id);
            }
            else
            {
                _isRefused = true;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_isRefused)
        {
            // The errors are written. To run the others could pass a deployment that one of the missing checks would have stopped.
            return;
        }

        if (ParameterSetName == AllSet && !All)
        {
            Refuse("With -All:$false there is no check to run: give ids, names or tags.", null);
            return;
        }

        if (NoWait && (IsTyped(nameof(TimeoutSec)) || FailOnDegraded))
        {
            Refuse("With -NoWait nothing is waited for: give -TimeoutSec and -FailOnDegraded to Wait-ChecklyCheckSession.", null);
            return;
        }

        if (ParameterSetName == IdSet && _ids.Count == 0)
        {
            WriteNoMatch("No check was piped in");
            return;
        }

        string[] ids = [.. _ids.Distinct(StringComparer.OrdinalIgnoreCase)];
        ApiRequest<CheckSession[]?> request = CheckSessionRequests.Trigger(new CheckTarget { Ids = ids, AnyTag = Tag, AllTags = AllTag, NoTag = ExcludeTag }, RefreshCache);
        if (!MayChange(request, null, what: All ? $"{request} (every activated check of the account)" : null) || !TrySendAllowed(request, null, out CheckSession[]? sessions))
        {
            return;
        }

        if (sessions is null or { Length: 0 })
        {
            WriteNoMatch("No activated check matches");
            return;
        }

        if (NoWait)
        {
            WriteObject(sessions, enumerateCollection: true);
        }
        else
        {
            WaitFor(sessions.Select(session => (session.CheckSessionId!, session.Name)));
        }

        // What was asked for and did not run proves nothing.
        foreach (string id in AllowNoMatch ? [] : ids.Except(sessions.Select(session => session.CheckId ?? string.Empty), StringComparer.OrdinalIgnoreCase))
        {
            WriteError(ErrorRecords.Missing($"Check {id} did not run: it does not exist, or it is deactivated. -AllowNoMatch accepts that.", id, "Get-ChecklyCheck"));
        }
    }

    private void WriteNoMatch(string why)
    {
        if (AllowNoMatch)
        {
            WriteVerbose($"{why}. Nothing was run.");
        }
        else
        {
            WriteError(ErrorRecords.Missing($"{why}, so that nothing was run. -AllowNoMatch accepts that.", null, "Get-ChecklyCheck"));
        }
    }
}
