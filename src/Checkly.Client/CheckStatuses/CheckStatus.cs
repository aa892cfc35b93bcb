using System.Text.Json;

namespace Checkly;

/// <summary>How a check is doing (<c>/v1/check-statuses</c>), as its newest results say.</summary>
public sealed class CheckStatus
{
    /// <summary>The id of the check. The OpenAPI document promises the name alone.</summary>
    public string? CheckId { get; set; }

    /// <summary>What the check is called.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is failing.</summary>
    public bool? HasFailures { get; set; }

    /// <summary>Whether it is failing for a reason that lies with Checkly.</summary>
    public bool? HasErrors { get; set; }

    /// <summary>Whether it is slower than it may be (its <c>degradedResponseTime</c>).</summary>
    public bool? IsDegraded { get; set; }

    /// <summary>Where it ran last, such as <c>eu-west-1</c>.</summary>
    public string? LastRunLocation { get; set; }

    /// <summary>The id of its last run.</summary>
    public string? LastCheckRunId { get; set; }

    /// <summary>Days until the certificate of what it checks expires.</summary>
    public long? SslDaysRemaining { get; set; }

    /// <summary>When it was first known (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it last changed (<c>updated_at</c>).</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said, such as <c>longestRun</c> and <c>shortestRun</c>.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id of the check, so that a status can stand wherever that can.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => CheckId ?? string.Empty;

    internal static CheckStatus Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        string? checkId = fields.Text("checkId");
        string? name = fields.Text("name");
        if (checkId is null && name is null)
        {
            throw new UnexpectedShapeException("it has neither 'checkId' nor 'name'");
        }

        return new CheckStatus
        {
            CheckId = checkId,
            Name = name,
            HasFailures = fields.Flag("hasFailures"),
            HasErrors = fields.Flag("hasErrors"),
            IsDegraded = fields.Flag("isDegraded"),
            LastRunLocation = fields.Text("lastRunLocation"),
            LastCheckRunId = fields.Text("lastCheckRunId"),
            SslDaysRemaining = fields.Integer("sslDaysRemaining"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
