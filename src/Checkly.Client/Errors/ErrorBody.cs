using System.Text.Json;

namespace Checkly;

/// <summary>The content of an error answer, safe to be shown. A body in another format reads as an empty one.</summary>
internal sealed class ErrorBody
{
    /// <summary>Whether the body has the API's own format (<c>{"statusCode","error",...}</c>), so that it does not come from a gateway.</summary>
    public bool IsOfApi { get; private init; }

    public string? Error { get; private init; }

    public string? Message { get; private init; }

    public IReadOnlyDictionary<string, object?> Attributes { get; private init; } = new Dictionary<string, object?>();

    public static ErrorBody Read(ApiAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(answer.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new ErrorBody();
            }

            var fields = new JsonFields(document.RootElement, answer.Safe);
            string? error = fields.Text("error");
            return new ErrorBody
            {
                IsOfApi = error is not null && fields.Integer("statusCode") == (int)answer.StatusCode,
                Error = error,
                Message = fields.Text("message"),
                Attributes = fields.Map("attributes"),
            };
        }
        catch (JsonException)
        {
            return new ErrorBody();
        }
    }
}
