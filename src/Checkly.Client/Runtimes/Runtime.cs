using System.Collections;

namespace Checkly;

/// <summary>A runtime (<c>/v1/runtimes</c>): the Node.js and the packages with which the scripts of checks run.</summary>
[ApiModel]
public sealed partial class Runtime
{
    /// <summary>The runtime's name, which is its id, such as <c>2026.04</c>.</summary>
    [ApiField("name", Required = true)]
    public string? Name { get; set; }

    /// <summary>ALPHA, BETA, CURRENT, DEPRECATED, REMOVED or STABLE; text, so that a new one still reads.</summary>
    [ApiField("stage")]
    public string? Stage { get; set; }

    /// <summary>The version of Node.js.</summary>
    [ApiField("nodeJsVersion")]
    public string? NodeJsVersion { get; set; }

    /// <summary>Whether multistep checks can use it.</summary>
    [ApiField("multiStepSupport")]
    public bool? MultiStepSupport { get; set; }

    /// <summary>
    /// The day on which it will be removed, as the API writes it: text, since the example is <c>12/31/2022</c>.
    /// </summary>
    [ApiField("runtimeEndOfLife")]
    public string? RuntimeEndOfLife { get; set; }

    /// <summary>What is new in it.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The packages and their versions.</summary>
    [ApiField("dependencies")]
    public IDictionary Dependencies { get; set; } = JsonValues.NewMap();
}
