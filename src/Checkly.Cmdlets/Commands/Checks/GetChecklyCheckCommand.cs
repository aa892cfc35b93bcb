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
/// <para>Show the first five whose names begin with a word.</para>
/// <code>Get-ChecklyCheck -Name 'Web*' -First 5</code>
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
    /// The ids, GUIDs, or the names of the checks, or objects with the id of a check, such as its status; by default all checks.
    /// </summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true, HelpMessage = PromptText.Check, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CheckId")]
    [IdOf(typeof(Check), typeof(GetChecklyCheckCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the checks wanted; wildcards are permitted. The whole list is read.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            WriteNamed<Check>(
                Name,
                check => check.Name,
                "No check is called",
                wanted => WriteList(CheckRequests.List, CheckRequests.LargestPage, wanted: wanted));
        }
        else if (!RefusesRange())
        {
            WriteEach(Ids<Check>(Id), CheckRequests.Get);
        }
    }
}
