using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the runtimes that browser and API checks run in.</summary>
/// <remarks>
/// <para>Sends GET /v1/runtimes, or GET /v1/runtimes/{id} for each name.</para>
/// </remarks>
/// <example>
/// <para>List the runtimes.</para>
/// <code>Get-ChecklyRuntime</code>
/// </example>
/// <example>
/// <para>Show what one of them brings.</para>
/// <code>(Get-ChecklyRuntime)[0].Name | Get-ChecklyRuntime</code>
/// </example>
/// <example>
/// <para>Find the ones that will be switched off.</para>
/// <code>Get-ChecklyRuntime | Where-Object { $_.RuntimeEndOfLife }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyRuntime")]
[OutputType(typeof(Runtime))]
public sealed class GetChecklyRuntimeCommand : ChecklyThrottledCommand
{
    /// <summary>The names of the runtimes, such as 2024.09; wildcards are permitted. By default all.</summary>
    [SupportsWildcards]
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Runtime")]
    [IdOf(typeof(Runtime), typeof(GetChecklyRuntimeCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(IdCompleter<Runtime>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Name is null || Name.Any(WildcardPattern.ContainsWildcardCharacters))
        {
            WriteNamed<Runtime>(Name, runtime => runtime.Name, "No runtime is called", wanted => WriteAll(RuntimeRequests.List(), wanted));
            return;
        }

        WriteEach(Name, RuntimeRequests.Get);
    }
}
