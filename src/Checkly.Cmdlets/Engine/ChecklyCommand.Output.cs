using System.Management.Automation;

namespace Checkly;

/// <content>
/// The Write methods of <see cref="Cmdlet"/> are not virtual, so they are shadowed here. Tests: <c>DebugQuestionTests</c> for a
/// command that -Debug halts or cannot prompt for, and <c>StopTests</c> for a pipeline that is stopped during the write.
/// </content>
public abstract partial class ChecklyCommand
{
    /// <summary>Writes an object. If the pipeline is stopped at that moment, the outcome of the request is shown on the host.</summary>
    protected new void WriteObject(object? sendToPipeline) => WriteObject(sendToPipeline, enumerateCollection: false);

    /// <inheritdoc cref="WriteObject(object)"/>
    protected new void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        try
        {
            base.WriteObject(sendToPipeline, enumerateCollection);
        }
        catch (PipelineStoppedException)
        {
            // Not after Select-Object -First, which has taken the object before it ends the pipeline.
            if (Stopping || IsStopped)
            {
                _reportOutcome?.Invoke();
            }

            throw;
        }
    }

    /// <summary>Writes a warning. The command goes on if -Debug prompts and the host cannot.</summary>
    protected internal new void WriteWarning(string text) => WriteWithoutPrompt(base.WriteWarning, text, "WarningAction");

    /// <summary>Writes a verbose line. The command goes on if -Debug prompts and the host cannot.</summary>
    protected internal new void WriteVerbose(string text) => WriteWithoutPrompt(base.WriteVerbose, text, "Verbose");

    /// <summary>
    /// With -Debug, PowerShell prompts after each line. If the host cannot prompt, the line has been shown already, and the command
    /// goes on, so that the answer to a request that was carried out is not lost. An explicit preference such as
    /// -WarningAction Inquire still ends the command.
    /// </summary>
    private void WriteWithoutPrompt(Action<string> write, string text, string choice)
    {
        try
        {
            write(DisplayText.Clean(text));
        }
        catch (Exception failure) when (EngineWorkarounds.CannotPrompt(failure) && MyInvocation.BoundParameters.ContainsKey("Debug") && !MyInvocation.BoundParameters.ContainsKey(choice))
        {
        }
    }
}
