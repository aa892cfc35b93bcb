using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;

namespace Checkly.Benchmarks;

/// <summary>
/// Compares the module with Invoke-RestMethod in pwsh, in turn and against one server on loopback, and the client with a bare HttpClient.
/// Ratios are of medians.
/// </summary>
internal sealed class SpeedRunner(int rounds)
{
    private const int Items = 2_000;
    private static readonly string Manifest = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../Checkly.psd1"));

    // Both have the credentials in the environment, send the same update, and show what came back as a prompt does.
    private const string Session = "$id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; ";
    private const string Ours = "New-ChecklyIncidentUpdate $id RESOLVED 'All is well.'";
    private const string Theirs = "Invoke-RestMethod \"${env:CHECKLY_API_URL}v1/incidents/$id/updates\" -Method Post -ContentType application/json -Headers @{ Authorization = \"Bearer $env:CHECKLY_API_KEY\"; 'x-checkly-account' = $env:CHECKLY_ACCOUNT_ID } -Body (@{ status = 'RESOLVED'; description = 'All is well.' } | ConvertTo-Json -Compress)";

    private Uri _server = null!;

    /// <returns>The exit code: 0, or 1 without a pwsh.</returns>
    public int Run()
    {
        BenchmarkRunner.Run<ClientBenchmark>();
        using var server = new ServerProcess();
        _server = server.Uri;
        string import = $"Import-Module '{Manifest}'; ";
        Dictionary<string, string> whole = new()
        {
            ["nothing"] = "exit",
            ["import"] = import,
            ["Checkly"] = $"{import}{Session}{Ours}",
            ["Invoke-RestMethod"] = $"{Session}{Theirs}",
        };
        try
        {
            Show($"a whole pwsh process, ms, median of {rounds}", whole, Median(whole, script => Milliseconds(() => Pwsh(script))));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("There is no pwsh on the PATH: only the client was measured.");
            return 1;
        }

        string empty = MakeEmptyModule();
        string Imported(string manifest) => $"$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{manifest}'; $watch.Elapsed.TotalMilliseconds";
        Dictionary<string, string> imports = new() { ["Checkly"] = Imported(Manifest), ["one empty cmdlet"] = Imported(empty) };
        Show("Import-Module, ms", imports, Median(imports, Number), "one empty cmdlet");
        Directory.Delete(Path.GetDirectoryName(empty)!, recursive: true);

        string timed = $"$rows = foreach ($i in 1..{Items}) {{ [pscustomobject]@{{ IncidentId = $id; Status = 'RESOLVED'; Description = 'All is well.' }} }}; ";
        string Timed(string loop) => $"{Session}{timed}foreach ($round in 1..3) {{ $watch = [Diagnostics.Stopwatch]::StartNew(); $null = {loop}; $watch.Elapsed.TotalMilliseconds / {Items} }}";
        Dictionary<string, string> pipelines = new()
        {
            ["Checkly"] = import + Timed("$rows | New-ChecklyIncidentUpdate"),
            ["Invoke-RestMethod"] = Timed($"foreach ($row in $rows) {{ {Theirs} }}"),
        };
        Dictionary<string, double[][]> measured = pipelines.ToDictionary(item => item.Key, _ => new double[Math.Max(1, rounds / 5)][]);
        for (int round = 0; round < Math.Max(1, rounds / 5); round++)
        {
            foreach ((string name, string script) in pipelines)
            {
                measured[name][round] = [.. Pwsh(script).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
            }
        }

        string rows = $"{Session}$rows = foreach ($i in 0..199) {{ [pscustomobject]@{{ IncidentId = '{FastServer.SlowIds}-0000-4000-8000-{{0:000000000000}}' -f ($i % 20); Status = 'RESOLVED'; Description = 'All is well.' }} }}; ";
        string Throttled(int limit) => $"{import}{rows}$null = $rows[0] | New-ChecklyIncidentUpdate; $watch = [Diagnostics.Stopwatch]::StartNew(); $null = $rows | New-ChecklyIncidentUpdate -ThrottleLimit {limit}; $watch.Elapsed.TotalMilliseconds";
        double Throttle(int limit) => Number(Throttled(limit));
        (double alone, double together) = (Throttle(1), Throttle(8));
        Console.WriteLine(FormattableString.Invariant($"\n200 updates of 20 incidents, each answered after 50 ms, ms\n  -ThrottleLimit 1 {alone,8:0}\n  -ThrottleLimit 8 {together,8:0}\n  8 / 1: {together / alone:0.00}"));
        Show($"{Items} updates down a pipeline, ms each, first time", pipelines, measured.ToDictionary(item => item.Key, item => Middle(item.Value.Select(times => times[0]))));
        Show("the same, third time", pipelines, measured.ToDictionary(item => item.Key, item => Middle(item.Value.Select(times => times[2]))));
        return 0;
    }

    /// <summary>Compiles a module that has one cmdlet, which does nothing, and a manifest that names it.</summary>
    /// <returns>The path of the manifest, in a folder of its own.</returns>
    private string MakeEmptyModule()
    {
        string folder = Directory.CreateTempSubdirectory("checkly-benchmark").FullName;
        Pwsh($"Add-Type -OutputAssembly '{folder}/Empty.dll' -TypeDefinition 'using System.Management.Automation; [Cmdlet(\"Get\", \"Empty\")] public sealed class GetEmptyCommand : PSCmdlet {{ }}'");
        string manifest = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(manifest, "@{ ModuleVersion = '1.0.0'; NestedModules = @('Empty.dll'); CmdletsToExport = @('Get-Empty'); FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }");
        return manifest;
    }

    private double Number(string script) => double.Parse(Pwsh(script), CultureInfo.InvariantCulture);

    private Dictionary<string, double> Median(Dictionary<string, string> scripts, Func<string, double> measure)
    {
        Dictionary<string, double[]> all = scripts.ToDictionary(item => item.Key, _ => new double[rounds]);
        // Once unmeasured, for the files that the system then has in memory.
        scripts.Values.ToList().ForEach(script => measure(script));
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, string script) in scripts)
            {
                all[name][round] = measure(script);
            }
        }

        return all.ToDictionary(item => item.Key, item => Middle(item.Value));
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Show(string what, Dictionary<string, string> scripts, Dictionary<string, double> medians, string peer = "Invoke-RestMethod")
    {
        Console.WriteLine($"\n{what}");
        foreach (string name in scripts.Keys)
        {
            Console.WriteLine(FormattableString.Invariant($"  {name,-18} {medians[name],8:0.###}"));
        }

        Console.WriteLine(FormattableString.Invariant($"  Checkly / {peer}: {medians["Checkly"] / medians[peer]:0.00}"));
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private string Pwsh(string script)
    {
        var start = new ProcessStartInfo("pwsh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-NoProfile", "-NonInteractive", "-Command", script])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["CHECKLY_API_KEY"] = "cu_benchmark";
        start.Environment["CHECKLY_ACCOUNT_ID"] = "d43967ee-81db-4e0b-a18c-06be5c995288";
        start.Environment["CHECKLY_API_URL"] = _server.ToString();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pwsh ended with exit code {process.ExitCode}: {errors.Result}{output}");
    }
}
