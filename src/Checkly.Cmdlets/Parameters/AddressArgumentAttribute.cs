using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts an argument to e-mail addresses: a text is one, and an object such as a <see cref="StatusPageSubscription"/> or a row of
/// a table has one as its Address or Email.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Properties = ["Address", "Email"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => ArgumentValue.Plain(inputData) switch
    {
        null => null,
        IList list => list.Cast<object?>().Select(item => ArgumentValue.First(item, Properties)).ToArray(),
        _ => ArgumentValue.First(inputData, Properties),
    };
}
