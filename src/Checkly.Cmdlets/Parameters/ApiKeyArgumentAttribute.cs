using System.Management.Automation;
using System.Net;

namespace Checkly;

/// <summary>
/// Turns a key that is given as a plain text into a SecureString before anything else sees it. The parameter takes any
/// object, since a mock of the command has no such attribute and must take both.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiKeyArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => new NetworkCredential(string.Empty, text).SecurePassword,
            var other => other,
        };
}
