using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;

namespace Checkly.Benchmarks;

/// <summary>
/// Compares the module with Invoke-RestMethod and a bare HttpClient in pwsh, and with the official CLI, in turn and against one server on
/// loopback. Ratios are of medians.
/// </summary>
internal sealed class SpeedRunner(int rounds)
{
    private const int Items = 2_000;
    private const string Module = "Checkly";
    private static readonly string Manifest = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../Checkly.psd1"));

    // All have the credentials in the environment, send the same update, and show what came back as a prompt does.
    private const string Id = "e50ad839-1b90-4955-b716-1c6edbda57cb";
    private const string Session = $"$id = '{Id}'; ";
    private const string Ours = "New-ChecklyIncidentUpdate $id RESOLVED 'All is well.'";
    private const string Theirs = "Invoke-RestMethod \"${env:CHECKLY_API_URL}v1/incidents/$id/updates\" -Method Post -ContentType application/json -Headers @{ Authorization = \"Bearer $env:CHECKLY_API_KEY\"; 'x-checkly-account' = $env:CHECKLY_ACCOUNT_ID } -Body (@{ status = 'RESOLVED'; description = 'All is well.' } | ConvertTo-Json -Compress)";
    private const string BareClient = "$http = [Net.Http.HttpClient]::new(); $http.BaseAddress = $env:CHECKLY_API_URL; foreach ($header in ('Authorization', \"Bearer $env:CHECKLY_API_KEY\"), ('x-checkly-account', $env:CHECKLY_ACCOUNT_ID), ('Accept', 'application/json')) { $http.DefaultRequestHeaders.Add($header[0], $header[1]) }; ";
    private const string Bare = "$http.PostAsync(\"v1/incidents/$id/updates\", [Net.Http.StringContent]::new('{\"status\":\"RESOLVED\",\"description\":\"All is well.\"}', [Text.Encoding]::UTF8, 'application/json')).GetAwaiter().GetResult().Content.ReadAsStringAsync().GetAwaiter().GetResult()";
    private static readonly string Import = $"Import-Module '{Manifest}'; ";
    private static readonly string[] Cli = ["incidents", "update", Id, "--message", "All is well.", "--status", "monitoring", "--force"];

    private Uri _server = null!;

    /// <returns>The exit code: 0, or 1 without a pwsh.</returns>
    public int Run()
    {
        BenchmarkRunner.Run<ClientBenchmark>();
        using var server = new ServerProcess();
        _server = server.Uri;
        try
        {
            Pwsh("exit");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("There is no pwsh on the PATH: only the client was measured.");
            return 1;
        }

        Show($"a whole pwsh process, ms, median of {rounds}", Median(new()
        {
            ["nothing"] = () => Milliseconds("exit"),
            ["import"] = () => Milliseconds(Import),
            [Module] = () => Milliseconds($"{Import}{Session}{Ours}"),
            ["Invoke-RestMethod"] = () => Milliseconds($"{Session}{Theirs}"),
            // When pwsh starts, it precompiles what the previous pwsh compiled, but only in its own assemblies.
            ["the same again"] = () => Milliseconds($"{Session}{Theirs}"),
        }));
        CompareWithCli();
        CompareImports();
        ComparePipelines();
        Show("one pipeline, ms an update, after 2,000 others", Sizes());
        Show("200 updates of 20 incidents, each answered after 50 ms, ms", new() { [Module] = Throttled(8), ["one after the other"] = Throttled(1) });
        return 0;
    }

    private void CompareWithCli()
    {
        Dictionary<string, Func<double>> processes = new()
        {
            [Module] = () => Milliseconds($"{Import}New-ChecklyStatusPageIncidentUpdate {Id} MONITORING 'All is well.'"),
            ["official CLI"] = () => Milliseconds(() => Run("checkly", Cli)),
        };
        try
        {
            Show($"a status page update by a whole process, ms, median of {rounds}", Median(processes));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("There is no checkly on the PATH: the official CLI was not measured.");
        }
    }

    private void CompareImports()
    {
        string folder = Directory.CreateTempSubdirectory("checkly-benchmark").FullName;
        Pwsh($"Add-Type -OutputAssembly '{folder}/Empty.dll' -TypeDefinition 'using System.Management.Automation; [Cmdlet(\"Get\", \"Empty\")] public sealed class GetEmptyCommand : PSCmdlet {{ }}'");
        File.WriteAllText(Path.Combine(folder, "Empty.Format.ps1xml"), "<Configuration><ViewDefinitions><View><Name>Empty</Name><ViewSelectedBy><TypeName>Empty</TypeName></ViewSelectedBy><TableControl><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>");
        string Empty(string name, string more)
        {
            string manifest = Path.Combine(folder, $"{name}.psd1");
            File.WriteAllText(manifest, $"@{{ ModuleVersion = '1.0.0'; NestedModules = @('Empty.dll'); CmdletsToExport = @('Get-Empty'); FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @(){more} }}");
            return manifest;
        }

        Func<double> Imported(string manifest) => () => Number($"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{manifest}'; $watch.Elapsed.TotalMilliseconds");
        Show("Import-Module, ms", Median(new()
        {
            [Module] = Imported(Manifest),
            ["one empty cmdlet"] = Imported(Empty("Empty", string.Empty)),
            ["and one view"] = Imported(Empty("Viewed", "; FormatsToProcess = @('Empty.Format.ps1xml')")),
        }));
        Directory.Delete(folder, recursive: true);
    }

    private void ComparePipelines()
    {
        string rows = $"{Session}$rows = foreach ($i in 1..{Items}) {{ [pscustomobject]@{{ IncidentId = $id; Status = 'RESOLVED'; Description = 'All is well.' }} }}; ";
        string Timed(string loop) => $"{rows}foreach ($round in 1..3) {{ $watch = [Diagnostics.Stopwatch]::StartNew(); $null = {loop}; $watch.Elapsed.TotalMilliseconds / {Items} }}";
        Dictionary<string, string> scripts = new()
        {
            [Module] = Import + Timed("$rows | New-ChecklyIncidentUpdate"),
            ["Invoke-RestMethod"] = Timed($"foreach ($row in $rows) {{ {Theirs} }}"),
            ["HttpClient"] = BareClient + Timed($"foreach ($row in $rows) {{ {Bare} }}"),
        };
        Dictionary<string, List<double[]>> measured = scripts.ToDictionary(item => item.Key, _ => new List<double[]>());
        for (int round = 0; round < Math.Max(1, rounds / 5); round++)
        {
            foreach ((string name, string script) in scripts)
            {
                measured[name].Add(Numbers(script));
            }
        }

        Show($"{Items} updates down a pipeline or in a loop, ms each, first time", measured.ToDictionary(item => item.Key, item => Middle(item.Value.Select(times => times[0]))));
        Show("the same, third time", measured.ToDictionary(item => item.Key, item => Middle(item.Value.Select(times => times[2]))));
    }

    private Dictionary<string, double> Sizes()
    {
        int[] sizes = [10, 100, 1_000, 10_000];
        double[] each = Numbers($"{Import}{Session}$row = [pscustomobject]@{{ IncidentId = $id; Status = 'RESOLVED'; Description = 'All is well.' }}; $null = @($row) * {Items} | New-ChecklyIncidentUpdate; foreach ($count in {string.Join(", ", sizes)}) {{ $times = foreach ($round in 1..[Math]::Max(3, 1000 / $count)) {{ $rows = @($row) * $count; $watch = [Diagnostics.Stopwatch]::StartNew(); $null = $rows | New-ChecklyIncidentUpdate; $watch.Elapsed.TotalMilliseconds / $count }}; @($times | Sort-Object)[@($times).Count / 2] }}");
        return sizes.Zip(each).ToDictionary(pair => pair.First.ToString("N0", CultureInfo.InvariantCulture), pair => pair.Second);
    }

    private double Throttled(int limit) => Number($"{Import}$rows = foreach ($i in 0..199) {{ [pscustomobject]@{{ IncidentId = '{FastServer.SlowIds}-0000-4000-8000-{{0:000000000000}}' -f ($i % 20); Status = 'RESOLVED'; Description = 'All is well.' }} }}; $null = $rows[0] | New-ChecklyIncidentUpdate; $watch = [Diagnostics.Stopwatch]::StartNew(); $null = $rows | New-ChecklyIncidentUpdate -ThrottleLimit {limit}; $watch.Elapsed.TotalMilliseconds");

    private Dictionary<string, double> Median(Dictionary<string, Func<double>> cases)
    {
        Dictionary<string, double[]> all = cases.ToDictionary(item => item.Key, _ => new double[rounds]);
        // Once unmeasured, for the files that the system then has in memory.
        cases.Values.ToList().ForEach(measure => measure());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, Func<double> measure) in cases)
            {
                all[name][round] = measure();
            }
        }

        return all.ToDictionary(item => item.Key, item => Middle(item.Value));
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Writes each figure and, where the module is among them, its ratio to each of the others.</summary>
    private static void Show(string what, Dictionary<string, double> figures)
    {
        Console.WriteLine($"\n{what}");
        foreach ((string name, double figure) in figures)
        {
            string ratio = name != Module && figures.TryGetValue(Module, out double ours) ? FormattableString.Invariant($"{ours / figure,10:0.00}") : string.Empty;
            Console.WriteLine(FormattableString.Invariant($"  {name,-20} {figure,8:0.###}{ratio}"));
        }
    }

    private double Milliseconds(string script) => Milliseconds(() => Pwsh(script));

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private double Number(string script) => Numbers(script).Single();

    private double[] Numbers(string script) => [.. Pwsh(script).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    private string Pwsh(string script) => Run("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]);

    private string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["CHECKLY_API_KEY"] = "cu_benchmark";
        start.Environment["CHECKLY_ACCOUNT_ID"] = "d43967ee-81db-4e0b-a18c-06be5c995288";
        start.Environment["CHECKLY_API_URL"] = _server.ToString();
        // The CLI takes CHECKLY_API_URL only with it.
        start.Environment["CHECKLY_ENV"] = "local";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}: {errors.Result}{output}");
    }
}
