using System.Management.Automation;

namespace Checkly.Hosting;

/// <summary>Somebody was asked where there is nobody.</summary>
public sealed class NoPromptException : PSInvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public NoPromptException()
        : base("This host cannot ask anybody: it has no prompt.")
    {
    }
}
