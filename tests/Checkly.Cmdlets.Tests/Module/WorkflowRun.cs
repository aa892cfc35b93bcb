using System.Diagnostics;
using System.IO.Compression;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// The script of a step, run as GitHub runs it, in a folder of its own. What would reach outside is a stand-in there that writes
/// down how it was called.
/// </summary>
internal sealed class WorkflowRun : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("checkly-workflow").FullName;

    public WorkflowRun(params string[] files)
    {
        Directory.CreateDirectory(InFolder("artifacts"));
        Directory.CreateDirectory(InFolder("bin"));
        foreach (string file in files)
        {
            File.Copy(Path.Combine(Repository.Root, file), InFolder(file));
        }
    }

    /// <summary>What was called, a line for each call.</summary>
    public string[] Calls => File.Exists(InFolder("calls")) ? File.ReadAllLines(InFolder("calls")) : [];

    public string InFolder(params string[] path) => Path.Combine([_folder, .. path]);

    /// <summary>A command that writes down its name and what follows it, and ends with an exit code.</summary>
    public string StandIn(string name, string writes = "$*", int exitCode = 0)
    {
        string file = InFolder("bin", name);
        File.WriteAllText(file, $"#!/bin/sh\necho \"{name} {writes}\" >> '{InFolder("calls")}'\nexit {exitCode}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>A package that has a manifest and nothing else.</summary>
    public void Pack(string version)
    {
        using ZipArchive package = ZipFile.Open(InFolder("artifacts", $"Checkly.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(Path.Combine(Repository.Root, "Checkly.psd1"), "Checkly.psd1");
    }

    /// <summary>Whether the script went well, and what it said.</summary>
    public async Task<(bool Succeeded, string Said)> DoAsync(WorkflowStep step, params (string Name, string Value)[] variables)
    {
        string file = InFolder(step.Shell == "bash" ? "step.sh" : "step.ps1");
        await File.WriteAllTextAsync(file, step.Shell == "bash" ? step.Run : $"$ErrorActionPreference = 'stop'\n{step.Run}\nif (Test-Path -LiteralPath variable:/LASTEXITCODE) {{ exit $LASTEXITCODE }}\n");
        return await StartAsync(step.Shell, step.Shell == "bash" ? ["-e", file] : ["-NoProfile", "-NonInteractive", "-Command", $". '{file}'"], variables);
    }

    public async Task<(bool Succeeded, string Said)> StartAsync(string command, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["PATH"] = InFolder("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Longest);
        using CancellationTokenRegistration kill = late.Token.Register(() => process.Kill(entireProcessTree: true));
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, output + await errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
