using System.Diagnostics.Tracing;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The first call of a process. <see cref="FirstCallTests"/> runs it in a process of its own, and reads what it has counted.</summary>
public sealed class FirstCall : ModuleTest
{
    /// <summary>The environment variable with the path of the file for the counts.</summary>
    public const string Report = "CHECKLY_FIRST_CALL";

    [Fact(Explicit = true)]
    public void Count()
    {
        string file = Environment.GetEnvironmentVariable(Report) ?? throw new InvalidOperationException($"FirstCallTests runs this, and sets {Report}.");
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
