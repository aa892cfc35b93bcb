using System.Diagnostics;
using System.Globalization;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// What an import and the first call of a process cost: assemblies, compiled methods, requests. The bound has a margin of a quarter;
/// RESULTS.md of the benchmarks has the times.
/// </summary>
public sealed class FirstCallTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<string[]>> Counts = new(CountAsync);

    [Fact]
    public async Task An_import_loads_two_assemblies_of_the_module() => Assert.Equal("Checkly.Client Checkly.Cmdlets", (await Counts.Value)[0]);

    [Fact]
    public async Task A_first_call_compiles_few_methods_of_the_module() => Assert.InRange(int.Parse((await Counts.Value)[1], CultureInfo.InvariantCulture), 100, 420);

    [Fact]
    public async Task A_first_call_sends_one_request() => Assert.Equal("1", (await Counts.Value)[2]);

    private static async Task<string[]> CountAsync()
    {
        string file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(FirstCall).Assembly.Location, "-noColor", "-explicit", "only", "-method", $"{typeof(FirstCall).FullName}.{nameof(FirstCall.Count)}"]) { RedirectStandardOutput = true };
            start.Environment[FirstCall.Report] = file;
            using Process process = Process.Start(start)!;
            using var late = new CancellationTokenSource(Longest);
            using CancellationTokenRegistration kill = late.Token.Register(process.Kill);
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output);
            return await File.ReadAllLinesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
