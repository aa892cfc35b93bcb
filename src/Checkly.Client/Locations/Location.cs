using System.Text.Json;

namespace Checkly;

/// <summary>A public location (<c>/v1/locations</c>) from which checks run.</summary>
public sealed class Location
{
    /// <summary>The location's id, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>What it is called, such as <c>Ireland</c>.</summary>
    public string? Name { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The region, which is its id.</summary>
    /// <returns>The region.</returns>
    public override string ToString() => Region ?? string.Empty;

    internal static Location Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new Location
        {
            Region = fields.RequiredText("region"),
            Name = fields.Text("name"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
