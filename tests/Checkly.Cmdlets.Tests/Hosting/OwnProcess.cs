using System.Diagnostics;

namespace Checkly.Cmdlets.Tests;

/// <summary>Runs an explicit test in a process of its own, where no other test has loaded or compiled anything.</summary>
internal static class OwnProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs a test, which must pass.</summary>
    /// <param name="test">Its full name.</param>
    /// <param name="environment">Variables that it reads.</param>
    public static async Task RunAsync(string test, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OwnProcess).Assembly.Location, "-noColor", "-explicit", "only", "-method", test]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Longest);
        using CancellationTokenRegistration kill = late.Token.Register(process.Kill);
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
    }
}
