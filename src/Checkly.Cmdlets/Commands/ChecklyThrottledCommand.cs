using System.Management.Automation;

namespace Checkly;

/// <summary>The base class of cmdlets that send one request for each item of a pipeline.</summary>
public abstract class ChecklyThrottledCommand : ChecklySessionCommand
{
    /// <summary>
    /// How many requests may be under way at the same time, 1 to 100. Requests that change the same thing, such as updates of one
    /// incident, go out one after another, and the output has the order of the input.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;
}
