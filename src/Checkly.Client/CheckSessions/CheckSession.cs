namespace Checkly;

/// <summary>One run of one check in all its locations (<c>/v2/check-sessions</c>).</summary>
[ApiModel]
public sealed partial class CheckSession
{
    /// <summary>The session's id, a GUID.</summary>
    [ApiField("checkSessionId", Required = true)]
    public string? CheckSessionId { get; set; }

    /// <summary>The name of the check.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The id of the check, a GUID.</summary>
    [ApiField("checkId")]
    public string? CheckId { get; set; }

    /// <summary>The type of the check, such as API.</summary>
    [ApiField("checkType")]
    public string? CheckType { get; set; }

    /// <summary>
    /// STARTED, PROGRESS, PROGRESS_FAILED or PROGRESS_DEGRADED while it runs; PASSED, FAILED, DEGRADED, TIMED_OUT or CANCELLED when it has
    /// ended. A string, so that new values can be read. It is called CurrentStatus so that a piped session sets no -Status.
    /// </summary>
    [ApiField("status")]
    public string? CurrentStatus { get; set; }

    /// <summary>Where Checkly shows the session.</summary>
    [ApiField("checkSessionLink")]
    public string? CheckSessionLink { get; set; }

    /// <summary>When it began.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended; <see langword="null"/> while it runs.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>How long it has taken; the document does not say in which unit.</summary>
    [ApiField("timeElapsed")]
    public double? TimeElapsed { get; set; }

    /// <summary>The locations in which the check runs.</summary>
    [ApiField("runLocations")]
    public string[] RunLocations { get; set; } = [];

    /// <summary>What has started it, such as TRIGGER_API or SCHEDULER.</summary>
    [ApiField("runSource")]
    public string? RunSource { get; set; }

    /// <summary>The results so far, one for each location.</summary>
    [ApiField("results")]
    public CheckSessionResult[] Results { get; set; } = [];
}
