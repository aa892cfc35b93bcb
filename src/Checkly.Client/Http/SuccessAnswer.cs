using System.Text.Json;

namespace Checkly;

/// <summary>Turns an answer that is a success into what the request promises.</summary>
internal static class SuccessAnswer
{
    /// <param name="request">The request.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="saw">Gets the JSON of an answer that could be read.</param>
    /// <exception cref="ChecklyApiException">The answer is not what the operation answers.</exception>
    public static T Read<T>(ApiRequest<T> request, ApiAnswer answer, Action<JsonElement> saw)
    {
        if (answer.IsCut)
        {
            throw ErrorAnswer.Unreadable(request, answer, $"its body is larger than {HttpTransport.LargestBody / 1024 / 1024} MiB");
        }

        try
        {
            return request.Read(answer, saw);
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
