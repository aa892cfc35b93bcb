using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the public locations that checks run from.</summary>
/// <remarks>
/// <para>Sends GET /v1/locations. A check names its locations by their Region.</para>
/// </remarks>
/// <example>
/// <para>List the locations.</para>
/// <code>Get-ChecklyLocation</code>
/// </example>
/// <example>
/// <para>Show those in Europe.</para>
/// <code>Get-ChecklyLocation | Where-Object Region -Like 'eu-*'</code>
/// </example>
/// <example>
/// <para>Show the full names of the locations of a check.</para>
/// <code>$check = Get-ChecklyCheck -First 1
/// Get-ChecklyLocation | Where-Object Region -In $check.Locations</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyLocation")]
[OutputType(typeof(Location))]
public sealed class GetChecklyLocationCommand : ChecklySessionCommand
{
    /// <summary>The regions wanted, such as eu-west-1; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdCompleter<Location>))]
    public string[]? Region { get; set; }

    /// <summary>The names of the locations wanted, such as Frankfurt; wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Location>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!TrySend(LocationRequests.List(), null, out Location[] locations))
        {
            return;
        }

        var regions = new NameFilter(Region);
        var names = new NameFilter(Name);
        // Both are evaluated, so that each filter records its matches.
        WriteObject(locations.Where(location => regions.Wants(location.Region) & names.Wants(location.Name)).ToArray(), enumerateCollection: true);
        WriteMissing(regions, "There is no region", "Get-ChecklyLocation");
        WriteMissing(names, "No location is called", "Get-ChecklyLocation");
    }
}
