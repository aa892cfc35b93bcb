using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A refusal in the API's error shape: <c>{"statusCode","error","message"}</c>.</summary>
internal sealed class SandboxRefusal : Exception
{
    private readonly HttpStatusCode _status;
    private readonly string _error;

    private SandboxRefusal(HttpStatusCode status, string error, string message)
        : base(message)
    {
        _status = status;
        _error = error;
    }

    public SandboxAnswer Answer => new(_status, new JsonObject
    {
        ["statusCode"] = (int)_status,
        ["error"] = _error,
        ["message"] = Message,
    });

    public static SandboxRefusal BadRequest(string message) => new(HttpStatusCode.BadRequest, "Bad Request", message);

    public static SandboxRefusal Unauthorized() => new(HttpStatusCode.Unauthorized, "Unauthorized", "Bad Token");

    public static SandboxRefusal Forbidden() => new(HttpStatusCode.Forbidden, "Forbidden", "Forbidden");

    public static SandboxRefusal TooManyRequests() => new((HttpStatusCode)429, "Too Many Requests", "Rate limit exceeded");

    /// <summary>
    /// The answer to an operation that the sandbox does not have. A 404 would make the caller look for a wrong id.
    /// </summary>
    public static SandboxRefusal NotImplemented() => new(HttpStatusCode.NotImplemented, "Not Implemented", "the sandbox does not have this operation");

    public static SandboxRefusal ServerError() => new(HttpStatusCode.InternalServerError, "Internal Server Error", "An internal server error occurred");

    public static SandboxRefusal Unavailable() => new(HttpStatusCode.ServiceUnavailable, "Service Unavailable", "Service Unavailable");

    /// <summary>The answer when another object already has a value that must be unique.</summary>
    public static SandboxRefusal Taken(string field, string wanted) =>
        new(HttpStatusCode.Conflict, "Conflict", $"{field} \"{wanted}\" is already taken");

    public static SandboxRefusal NotFound(string message = "Not Found") => new(HttpStatusCode.NotFound, "Not Found", message);
}
