using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkly.Client.Tests;

/// <summary>What a server does with a request.</summary>
public delegate Task<HttpResponseMessage> ServerStep(ScriptedServer server, HttpRequestMessage request, CancellationToken cancellationToken);

/// <summary>One request as it arrived.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Target">Its path and query.</param>
/// <param name="Body">Its body; none when it has none, or was not read.</param>
public sealed record Arrival(string Method, string Target, string? Body);

/// <summary>A server in memory that follows a script, on a clock of its own that runs as fast as the client's.</summary>
public sealed class ScriptedServer(StandInClock clock) : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly Queue<ServerStep> _script = new();
    private readonly List<Arrival> _arrivals = [];
    private readonly List<JsonObject> _made = [];

    public StandInClock Clock => clock;

    /// <summary>By how much the server's clock is ahead of what most people take for the time.</summary>
    public TimeSpan Ahead { get; set; } = TimeSpan.FromMinutes(37);

    /// <summary>What happens when the script is at its end; by default nothing more is expected.</summary>
    public ServerStep? Ever { get; set; }

    /// <summary>The time on the server's clock. It began at a whole second.</summary>
    public DateTimeOffset Now => Began + Ahead + clock.Now;

    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>The requests that make something.</summary>
    public IEnumerable<Arrival> Posts => _arrivals.Where(arrival => arrival.Method == "POST");

    /// <summary>The methods of all requests, in order, such as <c>POST GET GET</c>.</summary>
    public string Methods => string.Join(' ', _arrivals.Select(arrival => arrival.Method));

    /// <summary>What was made so far.</summary>
    public IReadOnlyList<JsonObject> Made
    {
        get
        {
            lock (_lock)
            {
                return [.. _made];
            }
        }
    }

    private DateTimeOffset Began { get; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Adds to the script.</summary>
    public ScriptedServer Then(params ReadOnlySpan<ServerStep> steps)
    {
        foreach (ServerStep step in steps)
        {
            _script.Enqueue(step);
        }

        return this;
    }

    /// <summary>Makes a thing of the fields in a body, now or some time ago.</summary>
    public JsonObject Make(string id, string body, TimeSpan ago = default)
    {
        JsonObject made = JsonNode.Parse(body)!.AsObject();
        made["id"] = id;
        made["dashboardId"] = id;
        made["created_at"] = (Now - ago).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (_lock)
        {
            // Newest first, as the API lists them.
            _made.Insert(0, made);
        }

        return made;
    }

    /// <summary>Reads the body of a request, so that it has arrived.</summary>
    public async Task<string> Receive(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            int index = _arrivals.FindLastIndex(arrival => arrival.Method == request.Method.Method && arrival.Body is null);
            if (index >= 0)
            {
                _arrivals[index] = _arrivals[index] with { Body = body };
            }
        }

        return body;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As the framework's own handler does.
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        }

        ServerStep? step;
        lock (_lock)
        {
            _arrivals.Add(new Arrival(request.Method.Method, request.RequestUri!.PathAndQuery, null));
            step = _script.TryDequeue(out ServerStep? next) ? next : Ever;
        }

        return step is null
            ? throw new InvalidOperationException($"Nothing is expected any more, but there came {Methods}.")
            : step(this, request, cancellationToken);
    }
}
