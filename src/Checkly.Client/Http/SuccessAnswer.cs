using System.Text.Json;

namespace Checkly;

/// <summary>Reads an answer whose status code means success.</summary>
internal static class SuccessAnswer
{
    /// <summary>Reads the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="saw">Receives the JSON of an answer that could be read.</param>
    /// <exception cref="ChecklyApiException">The answer cannot be read.</exception>
    public static T Read<T>(ApiRequest<T> request, ApiAnswer answer, Action<JsonElement> saw)
    {
        if (answer.IsCut)
        {
            throw ErrorAnswer.Unreadable(request, answer, $"its body is larger than {HttpTransport.LargestBody / 1024 / 1024} MiB");
        }

        try
        {
            return request.Read(answer, request.IsRead ? saw : json =>
            {
                WrittenAnswer.Check(request, answer, json);
                saw(json);
            });
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
