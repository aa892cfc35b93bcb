namespace Checkly;

/// <summary>A public location (<c>/v1/locations</c>) from which checks run.</summary>
[ApiModel]
public sealed partial class Location
{
    /// <summary>The location's id, such as <c>eu-west-1</c>.</summary>
    [ApiField("region", Required = true)]
    public string? Region { get; set; }

    /// <summary>The name of the location, such as <c>Ireland</c>.</summary>
    [ApiField("name")]
    public string? Name { get; set; }
}
