using System.Collections;

namespace Checkly;

/// <summary>A runtime (<c>/v1/runtimes</c>): a version of Node.js and the packages that the scripts of checks can use.</summary>
[ApiModel]
public sealed partial class Runtime
{
    /// <summary>The name, which is the id, such as <c>2026.04</c>.</summary>
    [ApiField("name", Required = true)]
    public string? Name { get; set; }

    /// <summary>ALPHA, BETA, CURRENT, DEPRECATED, REMOVED or STABLE; a string, so that new values can be read.</summary>
    [ApiField("stage")]
    public string? Stage { get; set; }

    /// <summary>The version of Node.js.</summary>
    [ApiField("nodeJsVersion")]
    public string? NodeJsVersion { get; set; }

    /// <summary>Whether multistep checks can use the runtime.</summary>
    [ApiField("multiStepSupport")]
    public bool? MultiStepSupport { get; set; }

    /// <summary>
    /// The day on which the runtime will be removed. It is a string, since the API does not use ISO 8601 here: its example is
    /// <c>12/31/2022</c>.
    /// </summary>
    [ApiField("runtimeEndOfLife")]
    public string? RuntimeEndOfLife { get; set; }

    /// <summary>What is new in the runtime.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The packages and their versions.</summary>
    [ApiField("dependencies")]
    public IDictionary Dependencies { get; set; } = JsonValues.NewMap();
}
