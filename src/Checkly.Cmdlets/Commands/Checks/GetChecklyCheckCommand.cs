using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns checks and monitors of any type.</summary>
/// <remarks>
/// <para>Sends GET /v1/checks page by page, or GET /v1/checks/{id} for each id. The fields that all types have are
/// properties; what a type adds is in AdditionalProperties, which may hold secrets such as the variables of a check.</para>
/// </remarks>
/// <example>
/// <para>List all checks.</para>
/// <code>Get-ChecklyCheck</code>
/// </example>
/// <example>
/// <para>Show the first five.</para>
/// <code>Get-ChecklyCheck -First 5</code>
/// </example>
/// <example>
/// <para>Show those with a tag that are failing.</para>
/// <code>Get-ChecklyCheck | Where-Object Tags -Contains 'checkout' | Get-ChecklyCheckStatus | Where-Object HasFailures</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyCheck", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(Check))]
public sealed class GetChecklyCheckCommand : ChecklyListCommand
{
    /// <summary>
    /// The ids of the checks, GUIDs, or objects with the id of a check, such as its status; by default all checks.
    /// </summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CheckId")]
    [IdOf(typeof(Check), typeof(GetChecklyCheckCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Check>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            WriteList(CheckRequests.List, CheckRequests.LargestPage);
            return;
        }

        if (RefusesRange())
        {
            return;
        }

        WriteEach(Id, CheckRequests.Get);
    }
}
