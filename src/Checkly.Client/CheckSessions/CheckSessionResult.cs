namespace Checkly;

/// <summary>The result of a check session in one location; <see cref="CheckResultRequests.Get"/> reads its details.</summary>
[ApiModel]
public sealed partial class CheckSessionResult
{
    /// <summary>The id of the result, a GUID.</summary>
    [ApiField("checkResultId", Required = true)]
    public string? CheckResultId { get; set; }

    /// <summary>The id of the check, a GUID.</summary>
    [ApiField("checkId")]
    public string? CheckId { get; set; }

    /// <summary>The name of the check.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The type of the check, such as API.</summary>
    [ApiField("checkType")]
    public string? CheckType { get; set; }

    /// <summary>Where the check ran.</summary>
    [ApiField("runLocation")]
    public string? RunLocation { get; set; }

    /// <summary>FINAL, or ATTEMPT for a run that was retried.</summary>
    [ApiField("resultType")]
    public string? ResultType { get; set; }

    /// <summary>Whether the run failed because of a problem at Checkly.</summary>
    [ApiField("hasErrors")]
    public bool? HasErrors { get; set; }

    /// <summary>Whether the check failed.</summary>
    [ApiField("hasFailures")]
    public bool? HasFailures { get; set; }

    /// <summary>Whether the run was slower than the check's <c>degradedResponseTime</c>.</summary>
    [ApiField("isDegraded")]
    public bool? IsDegraded { get; set; }

    /// <summary>Whether the run was broken off.</summary>
    [ApiField("aborted")]
    public bool? Aborted { get; set; }

    /// <summary>Whether the run was cancelled.</summary>
    [ApiField("isCancelled")]
    public bool? IsCancelled { get; set; }

    /// <summary>The response time in milliseconds.</summary>
    [ApiField("responseTime")]
    public double? ResponseTime { get; set; }

    /// <summary>When the run began.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the run ended.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Where Checkly shows the result.</summary>
    [ApiField("checkResultLink")]
    public string? CheckResultLink { get; set; }
}
