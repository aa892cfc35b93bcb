namespace Checkly.Tests;

/// <summary>A request as it came over the wire.</summary>
public sealed record FaultRequest(string Method, string Target, byte[] Body)
{
    /// <summary>The incident that it is about.</summary>
    public string Incident => Target.Split('/', '?')[3];
}
