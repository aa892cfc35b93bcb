using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts a Windows time zone name, an IANA name, or the output of Get-TimeZone to the IANA name that the API takes.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            TimeZoneInfo zone => Iana(zone.Id),
            string { Length: > 0 } name => Iana(name.Trim()),
            var other => other,
        };

    private static string Iana(string name) => TimeZoneNames.ToIana(name) ?? throw new ArgumentTransformationMetadataException(
        $"'{name}' is not a time zone that the API knows. Give its IANA name, such as Europe/Berlin, or UTC; Windows names such as 'W. Europe Standard Time' are translated where a translation is known.");
}
