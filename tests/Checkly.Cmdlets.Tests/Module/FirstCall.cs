using System.Diagnostics.Tracing;
using System.Management.Automation;
using Checkly.Hosting;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The first call of a process. <see cref="FirstCallTests"/> runs it in a process of its own, and reads what it has counted.</summary>
public sealed class FirstCall
{
    /// <summary>The environment variable with the folder of a copy of the module, where the counts are written too.</summary>
    public const string Folder = "CHECKLY_FIRST_CALL";

    /// <summary>The name of the file with the counts.</summary>
    public const string Report = "counts.txt";

    [Fact(Explicit = true)]
    public void Count()
    {
        string folder = Environment.GetEnvironmentVariable(Folder) ?? throw new InvalidOperationException($"FirstCallTests runs this, and sets {Folder}.");
        using var compiled = new CompiledMethods();
        using var server = new ApiServer();
        server.Answer("POST", "/v1/incidents/e50ad839-1b90-4955-b716-1c6edbda57cb/updates", 201, """{"id":"0c1dd2c5-1e0d-4c4c-9b1f-0a4a6a2f5b7e","status":"RESOLVED","description":"All is well."}""");
        using var read = OperatingSystem.IsLinux() ? new FilesRead(folder) : null;
        using var host = new ModuleHost(TextWriter.Null, manifest: Path.Combine(folder, Path.GetFileName(ModuleHost.ManifestPath)));
        string files = read is null ? string.Empty : string.Join(' ', read.SoFar());
        using (new EnvironmentFor(server.Uri))
        using (PowerShell call = host.CreatePowerShell())
        {
            Assert.Single(call.AddScript("New-ChecklyIncidentUpdate e50ad839-1b90-4955-b716-1c6edbda57cb RESOLVED 'All is well.' -ErrorAction Stop").Invoke());
        }

        File.WriteAllLines(Path.Combine(folder, Report), [files, $"{compiled.Count}", $"{server.Requests.Count}"]);
    }

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

    /// <summary>The files in a folder that are read, as Linux tells of them.</summary>
    private sealed class FilesRead : IDisposable
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
        private readonly string _mark;
        private readonly FileSystemWatcher _watcher;
        private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
        private readonly ManualResetEventSlim _hasMark = new();

        public FilesRead(string folder)
        {
            _mark = Path.Combine(folder, "mark.txt");
            File.WriteAllText(_mark, "read last");
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.LastAccess };
            _watcher.Changed += (_, change) => Add(change.FullPath);
            _watcher.EnableRaisingEvents = true;
        }

        /// <summary>The names of the files that were read until now.</summary>
        public SortedSet<string> SoFar()
        {
            // The system tells of files in the order in which they were read.
            File.ReadAllText(_mark);
            Assert.True(_hasMark.Wait(Longest));
            return _names;
        }

        public void Dispose()
        {
            _watcher.Dispose();
            _hasMark.Dispose();
        }

        private void Add(string path)
        {
            if (path == _mark)
            {
                _hasMark.Set();
            }
            else if (File.Exists(path))
            {
                _names.Add(Path.GetFileName(path));
            }
        }
    }
}
