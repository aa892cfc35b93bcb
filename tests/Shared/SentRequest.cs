using WireMock;

namespace Checkly.Tests;

/// <summary>A request as it came over the wire.</summary>
public sealed class SentRequest
{
    private readonly IRequestMessage _message;

    public SentRequest(IRequestMessage message) => _message = message;

    public string Method => _message.Method;

    /// <summary>Path and query.</summary>
    public string Target => new Uri(_message.Url).PathAndQuery;

    public byte[] Body => _message.BodyAsBytes ?? [];

    public IReadOnlyCollection<string> HeaderNames => [.. _message.Headers!.Keys];

    /// <summary>The only value of a header; none when it was not sent.</summary>
    public string? Header(string name) => _message.Headers!.TryGetValue(name, out var values) ? Assert.Single(values) : null;
}
