using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Every command meets every kind of answer, each with the key in it, and never shows it.</summary>
public sealed class EchoTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Error = $$"""{"statusCode":400,"error":"{{Key}}","message":"No {{Key}}","attributes":{"{{Key}}":["{{Key}}"]} }""";

    // An escape sequence within it must not hide it from who takes it out.
    private const string Page = $"<html><title>{Key}</title>\u001b[31mcu_canary\u200b_7f3a9e0b41d2 {Key}</html>";

    private static readonly (int Status, string Body)[] Answers =
    [
        (400, Error), (401, Error), (402, Error), (403, Error), (404, Error), (409, Error), (418, Page), (429, Error),
        (500, Error), (501, Page), (502, Page), (503, Error), (504, Page),
        (302, Page), (200, Page), (200, $"[\"{Key}\"]"), (200, $"{{\"{Key}\":"), (201, Key),
    ];

    public static TheoryData<string> Commands => DocumentedRequestTests.Commands;

    [Theory]
    [MemberData(nameof(Commands))]
    public void Whatever_is_answered_the_key_is_not_shown_by(string command)
    {
        // Tried again once: what is said about that is looked at too.
        ConnectTo(server.Uri, "-Verbose -Debug", tries: 2, totalSec: 0);
        string line = command.Replace("Connect-Checkly -ApiKey key", "Connect-Checkly -MaximumRetryCount 1 -MaximumTotalSec 0 -ApiKey $key", StringComparison.Ordinal);
        foreach ((int status, string body) in Answers)
        {
            server.Reset();
            (string, string)[] headers = [("Location", $"http://127.0.0.1:1/{Key}"), ("Retry-After", "0"), ("X-Echo", Key)];
            foreach (string method in (string[])["GET", "POST", "PUT", "PATCH", "DELETE"])
            {
                server.Answer(method, "/*", status, body, body.StartsWith('<') ? "text/html" : "application/json", headers: headers);
            }

            Outcome outcome = Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; $ConfirmPreference = 'None'; {line}", ("key", Secure(Key)), ("uri", server.Uri));

            Assert.NotEmpty(server.Requests);
            AssertNoKey(outcome.Everything());
            Assert.All(outcome.Output, item => AssertNoKey(PSSerializer.Serialize(item, depth: 4)));
        }

        // Nor where all goes well.
        server.Reset();
        DocumentedAnswers.Give(server);
        Outcome success = Run($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; $ConfirmPreference = 'None'; {line}; Get-ChecklySession; Disconnect-Checkly", ("key", Secure(Key)), ("uri", server.Uri));
        AssertNoKey(success.Everything());
        Assert.All(success.Output, item => AssertNoKey(PSSerializer.Serialize(item, depth: 4)));

        Outcome errors = Run("$Error | Out-Default; $Error.Exception | ForEach-Object ToString");
        Assert.NotEmpty(errors.Output);
        AssertNoKey(errors.Everything());
    }

    protected override void Cleanup() => server.Reset();

    private static void AssertNoKey(string text) => Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
}
