using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>The one shape of every refusal: {statusCode, error, message}.</summary>
internal static class Refused
{
    public static void BadRequest(SandboxAnswer answer) => As(answer, HttpStatusCode.BadRequest, "Bad Request");

    public static void NotFound(SandboxAnswer answer) => As(answer, HttpStatusCode.NotFound, "Not Found");

    public static void NotImplemented(SandboxAnswer answer)
    {
        As(answer, HttpStatusCode.NotImplemented, "Not Implemented");
        Assert.Equal("the sandbox does not have this operation", answer.Text("message"));
    }

    public static void Forbidden(SandboxAnswer answer) => As(answer, HttpStatusCode.Forbidden, "Forbidden");

    public static void Conflict(SandboxAnswer answer) => As(answer, HttpStatusCode.Conflict, "Conflict");

    public static void Unauthorized(SandboxAnswer answer)
    {
        As(answer, HttpStatusCode.Unauthorized, "Unauthorized");
        Assert.Equal("Bad Token", answer.Text("message"));
    }

    private static void As(SandboxAnswer answer, HttpStatusCode status, string error)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        JsonObject body = answer.Object;
        Assert.Equal((int)status, body["statusCode"]!.GetValue<int>());
        Assert.Equal(error, body["error"]!.GetValue<string>());
        Assert.NotEqual("", body["message"]!.GetValue<string>());
    }
}
