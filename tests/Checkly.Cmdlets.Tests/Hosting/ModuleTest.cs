using System.Management.Automation;
using Checkly.Hosting;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The module in a real engine, imported by its manifest, in a runspace of the test's own.</summary>
public abstract class ModuleTest : IDisposable
{
    protected const string Key = "cu_canary_7f3a9e0b41d2";
    protected const string AccountId = "d43967ee-81db-4e0b-a18c-06be5c995288";
    protected const string IncidentId = "e50ad839-1b90-4955-b716-1c6edbda57cb";
    protected const string UpdatesPath = $"/v1/incidents/{IncidentId}/updates";
    private readonly StringWriter _shown = new();

    protected ModuleTest()
    {
        Host = new ModuleHost(_shown, answer: Answer);
    }

    protected ModuleHost Host { get; }

    /// <summary>What the person at the prompt answers, such as <c>Yes to All</c>. When it is empty, nobody can be asked.</summary>
    protected Queue<string> PromptAnswers { get; } = new();

    /// <summary>What happens while the person thinks about the answer.</summary>
    protected Action WhenAsked { get; set; } = () => { };

    /// <summary>What the person was asked.</summary>
    protected List<string> Questions { get; } = [];

    /// <summary>What the host was given to show since the last <see cref="Run"/> began.</summary>
    protected string Shown => _shown.ToString();

    public void Dispose()
    {
        Host.Dispose();
        _shown.Dispose();
        Cleanup();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a script and takes everything that comes out of it.</summary>
    protected Outcome Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach ((string name, object? value) in variables)
        {
            Host.Runspace.SessionStateProxy.SetVariable(name, value);
        }

        _shown.GetStringBuilder().Clear();
        using PowerShell shell = Host.CreatePowerShell();
        var output = new PSDataCollection<PSObject>();
        Exception? thrown = null;
        try
        {
            // Rethrown, so that an error that ends a command is told from one that lets it go on.
            shell.AddScript($"try {{\n{script}\n}} catch {{ throw }}").Invoke(null, output, new PSInvocationSettings());
        }
        catch (RuntimeException ended)
        {
            thrown = ended;
        }

        return new Outcome([.. output], shell.Streams, thrown, _shown.ToString());
    }

    /// <summary>Runs a script that must go well.</summary>
    protected Outcome Do(string script, params (string Name, object? Value)[] variables)
    {
        Outcome outcome = Run(script, variables);
        outcome.AssertClean();
        return outcome;
    }

    /// <summary>
    /// Connects this runspace to a server without asking it anything. Each request is tried once, unless it is said otherwise.
    /// The account is one of its own, unless it is given: sessions of one account share the pauses that a server asks for.
    /// </summary>
    protected void ConnectTo(Uri server, string more = "", int tries = 1, int? totalSec = null, string? account = null) => Do(
        $"Connect-Checkly -ApiKey $key -AccountId {account ?? Guid.NewGuid().ToString()} -BaseUri {server} -SkipCheck -MaximumRetryCount {tries - 1} -MaximumTotalSec {totalSec ?? (tries > 1 ? 120 : 0)} {more}",
        ("key", Secure(Key)));

    /// <summary>The same, to a server that has forgotten what earlier tests of the class have done with it.</summary>
    protected ApiServer ConnectTo(ApiServer server)
    {
        server.Reset();
        ConnectTo(server.Uri);
        return server;
    }

    /// <summary>What Tab offers at the end of a line, without the names of files that PowerShell offers where the module has nothing.</summary>
    protected CompletionResult[] Complete(string line)
    {
        using PowerShell shell = Host.CreatePowerShell();
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Where(match => match.ResultType is not (CompletionResultType.ProviderItem or CompletionResultType.ProviderContainer))];
    }

    /// <summary>Runs a script that must go well under another culture.</summary>
    protected Outcome DoIn(string culture, string script) => Do($$"""
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = '{{culture}}'
            {{script}}
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        """);

    private string Answer(string question)
    {
        if (!PromptAnswers.TryDequeue(out string? answer))
        {
            throw new NoPromptException();
        }

        Questions.Add(question);
        WhenAsked();
        return answer;
    }

    protected static System.Security.SecureString Secure(string text) => new System.Net.NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>A point in time as the module writes it outside of tables: ISO 8601 with the offset of this machine.</summary>
    protected static string Iso(string time) =>
        DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToLocalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    protected static object? Get(PSObject item, string property) => item.Properties[property]?.Value;

    protected virtual void Cleanup()
    {
    }
}
