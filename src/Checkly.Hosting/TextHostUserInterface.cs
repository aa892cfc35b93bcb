using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace Checkly.Hosting;

/// <summary>The user interface of <see cref="TextHost"/>.</summary>
internal sealed class TextHostUserInterface : PSHostUserInterface
{
    private readonly TextWriter _output;
    private readonly Func<string, string>? _answer;

    public TextHostUserInterface(TextWriter output, int width, bool colour, Func<string, string>? answer)
    {
        _output = output;
        _answer = answer;
        SupportsVirtualTerminal = colour;
        RawUI = new TextHostRawUserInterface(width);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal { get; }

    public override void Write(string value) => _output.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _output.Write(Plain(value));

    public override void WriteLine(string value) => _output.WriteLine(Plain(value));

    public override void WriteErrorLine(string value) => _output.WriteLine(Plain(value));

    public override void WriteDebugLine(string message) => _output.WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => _output.WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message) => _output.WriteLine($"WARNING: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw new NoPromptException();

    public override SecureString ReadLineAsSecureString() => throw new NoPromptException();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NoPromptException();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        string answer = _answer?.Invoke(message) ?? throw new NoPromptException();
        return choices.Select(choice => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)).ToList().IndexOf(answer);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NoPromptException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new NoPromptException();

    // The engine decorates what it formats, and leaves it to the host to remove the decoration.
    private string Plain(string value) =>
        SupportsVirtualTerminal ? value : new StringDecorated(value).ToString(OutputRendering.PlainText);
}
