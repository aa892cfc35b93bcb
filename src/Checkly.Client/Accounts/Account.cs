using System.Collections;

namespace Checkly;

/// <summary>An account (<c>/v1/accounts</c>).</summary>
[ApiModel]
public sealed partial class Account
{
    /// <summary>The account's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The account's name.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The runtime of checks that name no other, such as <c>2022.10</c>.</summary>
    [ApiField("runtimeId")]
    public string? RuntimeId { get; set; }

    /// <summary>The type of the plan, such as <c>team</c>.</summary>
    [ApiField("plan")]
    public string? Plan { get; set; }

    /// <summary>The name of the plan as people see it, such as <c>Team</c>.</summary>
    [ApiField("planDisplayName")]
    public string? PlanDisplayName { get; set; }

    /// <summary>The add-ons, under the API's names: <c>communicate</c> and <c>resolve</c>, each a map.</summary>
    [ApiField("addons")]
    public IDictionary Addons { get; set; } = JsonValues.NewMap();

    /// <summary>The settings, under the API's names.</summary>
    [ApiField("settings")]
    public IDictionary Settings { get; set; } = JsonValues.NewMap();

    /// <summary>The alert settings, under the API's names.</summary>
    [ApiField("alertSettings")]
    public IDictionary AlertSettings { get; set; } = JsonValues.NewMap();

    /// <summary>The feature flags of the account, such as <c>EXTENDED_RESPONSE_TIME_LIMITS</c>.</summary>
    [ApiField("features")]
    public string[] Features { get; set; } = [];
}
