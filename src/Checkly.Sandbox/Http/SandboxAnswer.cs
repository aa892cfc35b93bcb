using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>What an operation answers: a status code and, mostly, JSON.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, JsonNode? Body)
{
    /// <summary>The value of <c>Content-Range</c>; <see langword="null"/> when the answer is not a page of a list.</summary>
    public string? ContentRange { get; init; }

    public HttpResponseMessage ToResponse()
    {
        var response = new HttpResponseMessage(Status);
        if (Body is not null)
        {
            response.Content = new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
            if (ContentRange is not null)
            {
                response.Content.Headers.TryAddWithoutValidation("Content-Range", ContentRange);
            }
        }

        return response;
    }
}
