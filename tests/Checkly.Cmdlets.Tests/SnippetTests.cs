using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The cmdlets of a plain resource.</summary>
public sealed class SnippetTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Fact]
    public void They_make_list_change_and_remove()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $one = New-ChecklySnippet 'Log in' 'x'
            $null = [pscustomobject]@{ Name = 'Log out'; Script = 'y' } | New-ChecklySnippet
            (Get-ChecklySnippet).Name
            ($one | Set-ChecklySnippet -Script 'z' -PassThru | ForEach-Object { "$($_.Name): $($_.Script)" })
            Get-ChecklySnippet | Where-Object { $_.Name -eq 'Log in' } | Remove-ChecklySnippet -Confirm:$false
            (Get-ChecklySnippet).Name
            """);

        Assert.Equal(["Log in", "Log out", "Log in: z", "Log out"], outcome.Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("New-ChecklySnippet 'a \"b\"' c", "POST /v1/snippets {\"name\":\"a \\\"b\\\"\",\"script\":\"c\"}")]
    [InlineData("Set-ChecklySnippet 7 -Name n", "PUT /v1/snippets/7 {\"name\":\"n\",\"script\":\"as it was\"}")]
    [InlineData("Set-ChecklySnippet 7 -Script n", "PUT /v1/snippets/7 {\"name\":\"old\",\"script\":\"n\"}")]
    [InlineData("Remove-ChecklySnippet 7 -Confirm:$false", "DELETE /v1/snippets/7 ")]
    public void A_change_sends_what_was_named_and_the_rest_as_it_was(string command, string sent)
    {
        const string Snippet = """{"id":7,"name":"old","script":"as it was","created_at":"2026-01-01T00:00:00.000Z","updated_at":null}""";
        server.Reset();
        server.Answer("GET", "/v1/snippets/7", 200, Snippet).Answer("PUT", "/v1/snippets/7", 200, Snippet).Answer("DELETE", "/v1/snippets/7", 204).Answer("POST", "/v1/snippets", 201, Snippet);
        ConnectTo(server.Uri);

        Do(command);

        SentRequest change = Assert.Single(server.Requests, request => request.Method != "GET");
        Assert.Equal(sent, $"{change.Method} {change.Target} {Encoding.UTF8.GetString(change.Body)}");
    }
}
