using System.Diagnostics;
using System.Diagnostics.Tracing;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// What an import and the first call of a process cost, in a process of their own: assemblies, methods, requests, connections. The bounds
/// have a margin of a quarter; RESULTS.md of the benchmarks has the times.
/// </summary>
public sealed class FirstCallTests : ModuleTest
{
    private const string Report = "CHECKLY_FIRST_CALL";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_import_loads_two_assemblies_of_the_module() =>
        Assert.Equal("Checkly.Client Checkly.Cmdlets", (await MeasureAsync()).Loaded);

    [Fact]
    public async Task A_first_call_compiles_few_methods_of_the_module_and_sends_one_request()
    {
        Measured measured = await MeasureAsync();

        Assert.InRange(measured.Compiled, 100, 420);
        Assert.Equal(1, measured.Requests);
    }

    /// <summary>Runs in the other process.</summary>
    [Fact(Explicit = true)]
    public void Measure()
    {
        string file = Environment.GetEnvironmentVariable(Report) ?? throw new InvalidOperationException($"It is run by the other tests, which set {Report}.");
        using var compiled = new CompiledMethods();
        using var server = new ApiServer();
        server.Answer("POST", UpdatesPath, 201, """{"id":"0c1dd2c5-1e0d-4c4c-9b1f-0a4a6a2f5b7e","status":"RESOLVED","description":"All is well."}""");
        string loaded = string.Join(' ', AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!).Where(IsOfModule).Order());
        using (new EnvironmentFor(server.Uri))
        {
            Do($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'All is well.'");
        }

        File.WriteAllLines(file, [loaded, $"{compiled.Count}", $"{server.Requests.Count}"]);
    }

    private static bool IsOfModule(string name) => name is "Checkly.Client" or "Checkly.Cmdlets" or "Checkly.Sandbox";

    private static async Task<Measured> MeasureAsync()
    {
        string file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(FirstCallTests).Assembly.Location, "-noColor", "-explicit", "only", "-method", $"{typeof(FirstCallTests).FullName}.{nameof(Measure)}"]) { RedirectStandardOutput = true };
            start.Environment[Report] = file;
            start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
            using Process process = Process.Start(start)!;
            using var late = new CancellationTokenSource(Longest);
            string output = await process.StandardOutput.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            Assert.True(process.ExitCode == 0, output);
            string[] lines = await File.ReadAllLinesAsync(file, late.Token);
            return new Measured(lines[0], int.Parse(lines[1], null), int.Parse(lines[2], null));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record Measured(string Loaded, int Compiled, int Requests);

    /// <summary>Counts the methods of the module, and those of the framework over its types, that the runtime compiles.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const EventKeywords Jit = (EventKeywords)0x10;
        private readonly HashSet<string> _methods = [];

        public int Count
        {
            get
            {
                lock (_methods)
                {
                    return _methods.Count;
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, Jit);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true || eventData.Payload is not { } payload || eventData.PayloadNames is not { } names)
            {
                return;
            }

            string Value(string name) => $"{payload[names.IndexOf(name)]}";
            string type = Value("MethodNamespace");
            if (type.Contains("Checkly.", StringComparison.Ordinal) && !type.Contains("Checkly.Cmdlets.Tests", StringComparison.Ordinal) && !type.Contains("Checkly.Hosting", StringComparison.Ordinal))
            {
                lock (_methods)
                {
                    // A method that is compiled again, as by a later tier, counts once.
                    _methods.Add($"{type}.{Value("MethodName")} {Value("MethodSignature")}");
                }
            }
        }
    }
}
