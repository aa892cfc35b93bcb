using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What Invoke-ChecklyApi makes of an answer that is no JSON, and where it puts an answer: a file, variables.</summary>
public sealed class AnyAnswerTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("text/plain", "1.2.3.4\n5.6.7.8\n")]
    [InlineData("image/svg+xml", "<svg/>")]
    public void What_is_no_json_is_a_text(string type, string body)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/static-ips.txt", 200, body, type);

        Assert.Equal(body, Do("Invoke-ChecklyApi -Path /v1/static-ips.txt").Only().BaseObject);
    }

    [Fact]
    public void What_is_no_text_is_bytes()
    {
        byte[] image = [0x89, (byte)'P', (byte)'N', (byte)'G', 0xFF, 0, 0xC3];
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/badges/x", 200, image, "image/png");

        Assert.Equal(image, Assert.IsType<byte[]>(Do("Invoke-ChecklyApi /v1/badges/x").Only().BaseObject));
        Assert.Equal("application/json, */*; q=0.5", Assert.Single(server.Requests).Header("Accept"));
    }

    [Theory]
    [InlineData("image/png", "\u0089PNG\u00FF\u0000\u00C3")]
    [InlineData("application/json", "\u00EF\u00BB\u00BF{ \"id\" : 5.0 }\r\n")]
    [InlineData("text/csv", "a,b\r\n\u00E4\r\n")]
    public void OutFile_saves_the_answer_byte_by_byte(string type, string latin1)
    {
        byte[] body = System.Text.Encoding.Latin1.GetBytes(latin1);
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/badges/x", 200, body, type);
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "saved");
            File.WriteAllText(file, "an older one, which is longer than the new one");

            Assert.Empty(Do("$null = $ExecutionContext.SessionState.Path.SetLocation($folder); Invoke-ChecklyApi /v1/badges/x -OutFile saved", ("folder", folder)).Output);

            Assert.Equal(body, File.ReadAllBytes(file));
            Assert.Equal([file], Directory.GetFiles(folder));

            // A link is followed, and stays one.
            string link = Path.Combine(folder, "link");
            File.WriteAllText(file, string.Empty);
            File.CreateSymbolicLink(link, file);
            Do("Invoke-ChecklyApi /v1/badges/x -OutFile $link", ("link", link));
            Assert.Equal(body, File.ReadAllBytes(file));
            Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("-OutFile /nowhere/at/all", "There is no folder for '/nowhere/at/all'.")]
    [InlineData("-OutFile Env:x", "'Env:x' is no path of the file system.")]
    [InlineData("-OutFile x -All", "-OutFile saves one answer")]
    public void A_file_that_cannot_be_written_is_refused_before_anything_is_sent(string arguments, string why)
    {
        ConnectTo(server.Uri);

        Assert.Contains(why, Run($"Invoke-ChecklyApi /v1/checks {arguments}").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_is_an_error_of_its_own()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/checks/x", 200, "{}");
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Outcome outcome = Run("Invoke-ChecklyApi /v1/checks/x -OutFile $folder", ("folder", folder));

            Assert.StartsWith("Checkly.NotSaved,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Single(server.Requests);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_status_code_and_the_headers_go_into_variables()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/snippets", 201, """{"id":1}""", headers: [("X-Note", "a"), ("X-Key", $"b {Key}")]);

        Outcome outcome = Do("$null = Invoke-ChecklyApi POST /v1/snippets @{ name = 'x' } -StatusCodeVariable code -ResponseHeadersVariable headers; $code; $headers['x-note']; $headers['X-Key']");

        Assert.Equal([201, "a", "b [API key]"], outcome.Output.Select(item => item.BaseObject));
    }

    protected override void Cleanup() => server.Reset();
}
