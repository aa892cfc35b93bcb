using System.Text.Json;

namespace Checkly;

/// <summary>An account, as <c>GET /v1/accounts</c> and <c>GET /v1/accounts/me</c> answer it.</summary>
public sealed class Account
{
    /// <summary>The account's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>The account's name.</summary>
    public string? Name { get; set; }

    /// <summary>The plan's type, such as <c>team</c>.</summary>
    public string? Plan { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    internal static Account Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new Account
        {
            Id = fields.RequiredText("id"),
            Name = fields.Text("name"),
            Plan = fields.Text("plan"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
