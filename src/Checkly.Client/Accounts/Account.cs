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

    /// <summary>The type of the plan, such as <c>team</c>.</summary>
    [ApiField("plan")]
    public string? Plan { get; set; }
}
