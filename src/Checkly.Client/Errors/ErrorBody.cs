using System.Text.Json;

namespace Checkly;

/// <summary>What the body of an error says, made fit to be shown. Anything else than the API's shape reads as nothing.</summary>
internal sealed class ErrorBody
{
    public string? Error { get; private init; }

    public string? Message { get; private init; }

    public IReadOnlyDictionary<string, object?> Attributes { get; private init; } = new Dictionary<string, object?>();

    public static ErrorBody Read(ApiAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new ErrorBody();
            }

            var fields = new JsonFields(document.RootElement, answer.Safe);
            return new ErrorBody
            {
                Error = fields.Text("error"),
                Message = fields.Text("message"),
                Attributes = fields.Map("attributes"),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or UnexpectedShapeException)
        {
            return new ErrorBody();
        }
    }
}
