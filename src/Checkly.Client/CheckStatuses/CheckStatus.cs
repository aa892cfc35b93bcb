namespace Checkly;

/// <summary>The status of a check (<c>/v1/check-statuses</c>), which follows from its newest results.</summary>
[ApiModel]
public sealed partial class CheckStatus
{
    /// <summary>The id of the check. The OpenAPI document requires only <see cref="Name"/>.</summary>
    [ApiField("checkId")]
    public string? CheckId { get; set; }

    /// <summary>The name of the check.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>Whether the check fails.</summary>
    [ApiField("hasFailures")]
    public bool? HasFailures { get; set; }

    /// <summary>Whether the check fails because of a problem at Checkly.</summary>
    [ApiField("hasErrors")]
    public bool? HasErrors { get; set; }

    /// <summary>Whether the check is slower than its <c>degradedResponseTime</c>.</summary>
    [ApiField("isDegraded")]
    public bool? IsDegraded { get; set; }

    /// <summary>The longest response time ever recorded, in milliseconds.</summary>
    [ApiField("longestRun")]
    public double? LongestRun { get; set; }

    /// <summary>The shortest response time ever recorded, in milliseconds.</summary>
    [ApiField("shortestRun")]
    public double? ShortestRun { get; set; }

    /// <summary>The location of the last run, such as <c>eu-west-1</c>.</summary>
    [ApiField("lastRunLocation")]
    public string? LastRunLocation { get; set; }

    /// <summary>The id of the last run.</summary>
    [ApiField("lastCheckRunId")]
    public string? LastCheckRunId { get; set; }

    /// <summary>The days until the TLS certificate of the checked site expires.</summary>
    [ApiField("sslDaysRemaining")]
    public long? SslDaysRemaining { get; set; }

    /// <summary>When the status was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the status was last changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Returns the id of the check, so that a status can be used in place of it.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => CheckId ?? string.Empty;

    partial void AfterRead()
    {
        if (CheckId is null && Name is null)
        {
            throw new UnexpectedShapeException("it has neither 'checkId' nor 'name'");
        }
    }
}
