using System.Text.Json;

namespace Checkly;

/// <summary>Reads an answer whose status code means success.</summary>
internal static class SuccessAnswer
{
    /// <summary>Reads the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="accept">Receives the JSON of an answer that could be read, and throws when the JSON does not answer the request.</param>
    /// <exception cref="ChecklyApiException">The answer cannot be read.</exception>
    public static T Read<T>(ApiRequest<T> request, ApiAnswer answer, Action<JsonElement, ApiAnswer> accept)
    {
        if (answer.IsCut)
        {
            throw ErrorAnswer.Unreadable(request, answer, $"its body is larger than {HttpTransport.LargestBody / 1024 / 1024} MiB");
        }

        try
        {
            return request.Read(answer, accept);
        }
        catch (JsonException notJson)
        {
            throw ErrorAnswer.Unreadable(request, answer, "the body is not JSON", notJson);
        }
        catch (UnexpectedShapeException shape)
        {
            throw ErrorAnswer.Unreadable(request, answer, shape.Message, shape);
        }
    }
}
