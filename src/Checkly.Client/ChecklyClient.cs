using System.Text.Json;

namespace Checkly;

/// <summary>
/// The Checkly public API. Requests are made by the classes of an area (<see cref="AccountRequests"/>,
/// <see cref="IncidentRequests"/>, <see cref="IncidentUpdateRequests"/>) and sent here, whatever they are. Safe to use
/// from several threads at once.
/// </summary>
/// <example><code>
/// using var client = new ChecklyClient(new ChecklyClientOptions { ApiKey = new ApiKey(key), AccountId = account });
/// IncidentUpdate[] posted = await client.SendAsync(IncidentUpdateRequests.Create(incident, "RESOLVED", "All is well."));
/// </code></example>
public sealed class ChecklyClient : IDisposable
{
    private readonly HttpTransport _transport;

    /// <summary>Creates a client. Nothing is sent.</summary>
    /// <param name="options">Address, credentials and limits.</param>
    /// <exception cref="ArgumentException">The address is one that a key must not be sent to; see <see cref="BaseAddress.Refusal"/>.</exception>
    public ChecklyClient(ChecklyClientOptions options)
    {
        Options = options ?? throw new ArgumentNullException(nameof(options));
        if (BaseAddress.Refusal(options.BaseUri) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(options));
        }

        _transport = new HttpTransport(options);
    }

    /// <summary>What the client was created with.</summary>
    public ChecklyClientOptions Options { get; }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <typeparam name="T">What the answer becomes.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ChecklyApiException">The call failed; its kind says how.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken = default)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        ApiAnswer answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Read(request, answer) : throw ErrorAnswer.From(request, answer);
    }

    /// <summary>Closes the connections. Calls under way are ended.</summary>
    public void Dispose() => _transport.Dispose();

    private static T Read<T>(ApiRequest<T> request, ApiAnswer answer)
    {
        if (answer.IsCut)
        {
            throw ErrorAnswer.Unreadable(request, answer, $"its body is larger than {HttpTransport.LargestBody / 1024 / 1024} MiB");
        }

        try
        {
            return request.Read(answer);
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
