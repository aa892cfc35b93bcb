using System.Globalization;
using System.Management.Automation.Host;

namespace Checkly.Hosting;

/// <summary>A PowerShell host that writes to a text, and asks nobody unless it is told how to.</summary>
public sealed class TextHost : PSHost
{
    /// <summary>Creates the host.</summary>
    /// <param name="output">Where everything that is shown goes.</param>
    /// <param name="width">Columns of the terminal that the views are laid out for.</param>
    /// <param name="colour">Whether it may contain the escape sequences of a terminal.</param>
    /// <param name="answer">Answers a question with the label of a choice, such as <c>Yes</c>; without it nobody can be asked.</param>
    public TextHost(TextWriter output, int width, bool colour, Func<string, string>? answer = null)
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
