namespace Checkly;

/// <summary>How a check is doing (<c>/v1/check-statuses</c>), as its newest results say.</summary>
[ApiModel]
public sealed partial class CheckStatus
{
    /// <summary>The id of the check. The OpenAPI document promises the name alone.</summary>
    [ApiField("checkId")]
    public string? CheckId { get; set; }

    /// <summary>What the check is called.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>Whether it is failing.</summary>
    [ApiField("hasFailures")]
    public bool? HasFailures { get; set; }

    /// <summary>Whether it is failing for a reason that lies with Checkly.</summary>
    [ApiField("hasErrors")]
    public bool? HasErrors { get; set; }

    /// <summary>Whether it is slower than it may be (its <c>degradedResponseTime</c>).</summary>
    [ApiField("isDegraded")]
    public bool? IsDegraded { get; set; }

    /// <summary>Where it ran last, such as <c>eu-west-1</c>.</summary>
    [ApiField("lastRunLocation")]
    public string? LastRunLocation { get; set; }

    /// <summary>The id of its last run.</summary>
    [ApiField("lastCheckRunId")]
    public string? LastCheckRunId { get; set; }

    /// <summary>Days until the certificate of what it checks expires.</summary>
    [ApiField("sslDaysRemaining")]
    public long? SslDaysRemaining { get; set; }

    /// <summary>When it was first known.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said, such as <c>longestRun</c> and <c>shortestRun</c>.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id of the check, so that a status can stand wherever that can.</summary>
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
