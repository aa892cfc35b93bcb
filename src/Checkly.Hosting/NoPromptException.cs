using System.Management.Automation;

namespace Checkly.Hosting;

/// <summary>Thrown when a command prompts in a host that cannot prompt.</summary>
public sealed class NoPromptException : PSInvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public NoPromptException()
        : base("This host cannot ask anybody: it has no prompt.")
    {
    }
}
