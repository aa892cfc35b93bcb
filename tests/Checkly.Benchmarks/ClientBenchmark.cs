using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Checkly.Benchmarks;

/// <summary>One update through the client, beside the same bytes through a bare <see cref="HttpClient"/>: time and memory, settled.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class ClientBenchmark : IDisposable
{
    private const string Incident = "e50ad839-1b90-4955-b716-1c6edbda57cb";
    private const string Account = "d43967ee-81db-4e0b-a18c-06be5c995288";
    private static readonly byte[] Body = """{"status":"RESOLVED","description":"All is well."}"""u8.ToArray();
    private ServerProcess _server = null!;
    private ChecklyClient _client = null!;
    private HttpClient _http = null!;

    /// <summary>Starts the server and both clients.</summary>
    [GlobalSetup]
    public void Start()
    {
        _server = new ServerProcess();
        _client = new ChecklyClient(new ChecklyClientOptions { ApiKey = new ApiKey("cu_benchmark"), AccountId = Account, BaseUri = _server.Uri });
        _http = new HttpClient { BaseAddress = _server.Uri };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "cu_benchmark");
        _http.DefaultRequestHeaders.Add("x-checkly-account", Account);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Ends them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _http.Dispose();
        _client.Dispose();
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A bare HttpClient.</summary>
    /// <returns>The answer.</returns>
    [Benchmark(Baseline = true)]
    public async Task<byte[]> HttpClientAsync()
    {
        using var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage answer = await _http.PostAsync($"v1/incidents/{Incident}/updates", content).ConfigureAwait(false);
        return await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }

    /// <summary>The client of the module.</summary>
    /// <returns>The update.</returns>
    [Benchmark]
    public Task<IncidentUpdate[]> ChecklyClientAsync() =>
        _client.SendAsync(IncidentUpdateRequests.Create(Incident, "RESOLVED", "All is well."), CancellationToken.None);

    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "artifacts");
        }
    }
}
