using System.Management.Automation;
using System.Net;

namespace Checkly;

/// <summary>Lets a key be given as a plain text where a SecureString is taken.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiKeyArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text
            ? new NetworkCredential(string.Empty, text).SecurePassword
            : inputData;
}
