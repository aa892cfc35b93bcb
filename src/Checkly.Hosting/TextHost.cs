using System.Globalization;
using System.Management.Automation.Host;

namespace Checkly.Hosting;

/// <summary>A PowerShell host that writes to a text writer. It cannot prompt unless the caller provides answers.</summary>
internal sealed class TextHost : PSHost
{
    /// <summary>Creates the host.</summary>
    /// <param name="output">The writer for everything that is shown.</param>
    /// <param name="width">The width of the terminal in columns.</param>
    /// <param name="colour">Whether the output may contain terminal escape sequences.</param>
    /// <param name="answer">Answers a question with the label of a choice, such as <c>Yes</c>; without it, a question is an error.</param>
    public TextHost(TextWriter output, int width, bool colour, Func<string, string>? answer)
    {
        UI = new TextHostUserInterface(output, width, colour, answer);
    }

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.GetCultureInfo("en-US");

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "Checkly.TextHost";

    /// <inheritdoc/>
    public override PSHostUserInterface UI { get; }

    /// <inheritdoc/>
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NoPromptException();

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NoPromptException();

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
    }
}
