using System.Globalization;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// What an import and the first call of a process cost: files, compiled methods, requests. The bound has a margin of a quarter;
/// RESULTS.md of the benchmarks has the times.
/// </summary>
public sealed class FirstCallTests
{
    private static readonly Lazy<Task<string[]>> Counts = new(CountAsync);

    [Fact]
    public async Task An_import_reads_four_files_of_the_module()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which files are read.");
        Assert.Equal("Checkly.Client.dll Checkly.Cmdlets.dll Checkly.Format.ps1xml Checkly.psd1", (await Counts.Value)[0]);
    }

    [Fact]
    public async Task A_first_call_compiles_few_methods_of_the_module() => Assert.InRange(int.Parse((await Counts.Value)[1], CultureInfo.InvariantCulture), 100, 420);

    [Fact]
    public async Task A_first_call_sends_one_request() => Assert.Equal("1", (await Counts.Value)[2]);

    private static async Task<string[]> CountAsync()
    {
        string folder = Directory.CreateTempSubdirectory("checkly-first-call").FullName;
        try
        {
            CopyModule(folder);
            await OwnProcess.RunAsync($"{typeof(FirstCall).FullName}.{nameof(FirstCall.Count)}", (FirstCall.Folder, folder));
            return await File.ReadAllLinesAsync(Path.Combine(folder, FirstCall.Report));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A copy, since other tests read the files of the module at the same time.</summary>
    private static void CopyModule(string folder)
    {
        string home = Path.GetDirectoryName(ModuleHost.ManifestPath)!;
        string bin = Directory.CreateDirectory(Path.Combine(folder, "module", "bin")).FullName;
        File.Copy(ModuleHost.ManifestPath, Path.Combine(folder, Path.GetFileName(ModuleHost.ManifestPath)));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(home, "module", "bin")))
        {
            File.Copy(file, Path.Combine(bin, Path.GetFileName(file)));
        }
    }
}
