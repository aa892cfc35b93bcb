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
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (TrySend(LocationRequests.List(), null, out Location[] locations))
        {
            WriteObject(locations, enumerateCollection: true);
        }
    }
}
