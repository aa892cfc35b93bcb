using System.Collections;
using System.Text.Json;

namespace Checkly;

/// <summary>A runtime (<c>/v1/runtimes</c>): the Node.js and the packages with which the scripts of checks run.</summary>
public sealed class Runtime
{
    /// <summary>The runtime's name, which is its id, such as <c>2026.04</c>.</summary>
    public string? Name { get; set; }

    /// <summary>ALPHA, BETA, CURRENT, DEPRECATED, REMOVED or STABLE; text, so that a new one still reads.</summary>
    public string? Stage { get; set; }

    /// <summary>The version of Node.js.</summary>
    public string? NodeJsVersion { get; set; }

    /// <summary>Whether multistep checks can use it.</summary>
    public bool? MultiStepSupport { get; set; }

    /// <summary>
    /// The day on which it will be removed, as the API writes it: text, since the example is <c>12/31/2022</c>.
    /// </summary>
    public string? RuntimeEndOfLife { get; set; }

    /// <summary>What is new in it.</summary>
    public string? Description { get; set; }

    /// <summary>The packages and their versions.</summary>
    public IDictionary Dependencies { get; set; } = JsonValues.NewMap();

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The name, which is its id.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name ?? string.Empty;

    internal static Runtime Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new Runtime
        {
            Name = fields.RequiredText("name"),
            Stage = fields.Text("stage"),
            NodeJsVersion = fields.Text("nodeJsVersion"),
            MultiStepSupport = fields.Flag("multiStepSupport"),
            RuntimeEndOfLife = fields.Text("runtimeEndOfLife"),
            Description = fields.Text("description"),
            Dependencies = fields.Map("dependencies"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
