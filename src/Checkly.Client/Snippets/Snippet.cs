namespace Checkly;

/// <summary>A snippet (<c>/v1/snippets</c>): code that checks of an account share.</summary>
[ApiModel(ApiChange.Whole)]
[ApiBody]
public sealed partial class Snippet
{
    /// <summary>The snippet's id, a whole number.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public long? Id { get; set; }

    /// <summary>The name.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The code, JavaScript or TypeScript. API checks run it before or after a request; scripts include it.</summary>
    [ApiField("script")]
    public string? Script { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }
}
