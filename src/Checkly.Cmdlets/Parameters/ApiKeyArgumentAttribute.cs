using System.Management.Automation;
using System.Net;

namespace Checkly;

/// <summary>
/// Converts a plain-text key to a SecureString before any other code sees it. The parameter has the type object, because a mock
/// of the command does not have this attribute and must accept both types.
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
