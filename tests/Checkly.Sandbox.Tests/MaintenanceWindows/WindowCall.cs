using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Sends requests about maintenance windows and their occurrences.</summary>
internal sealed class WindowCall(Func<DateTimeOffset>? clock = null) : DocumentedCall(clock)
{
    public const string Windows = "/v1/maintenance-windows";

    /// <summary>Makes a window, and answers its path.</summary>
    public async Task<string> CreateAsync(string body = WindowBodies.Window)
    {
        SandboxAnswer answer = await PostAsync(Windows, body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return Path(answer);
    }

    /// <summary>The first fifty occurrences of a window.</summary>
    public async Task<JsonObject[]> OccurrencesAsync(string window)
    {
        SandboxAnswer answer = await GetAsync($"{window}/maintenances?limit=50");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Array.Objects();
    }

    /// <summary>The path of the first occurrence of a new window.</summary>
    public async Task<string> FirstAsync()
    {
        string window = await CreateAsync();
        return $"{window}/maintenances/{(await OccurrencesAsync(window))[0]["id"]}";
    }

    public async Task<string[]> StartsAsync(string window) =>
        [.. (await OccurrencesAsync(window)).Select(occurrence => occurrence["startsAt"]!.GetValue<string>())];

    public static string Path(SandboxAnswer window) => $"{Windows}/{window.Object["id"]}";

    /// <summary>Makes a window, and answers its id.</summary>
    public static async Task<string> CreateAsync(SandboxCall sandbox) =>
        (await sandbox.PostAsync(Windows, WindowBodies.Window)).Object["id"]!.ToString();

    /// <summary>Makes a window, and answers the rest of a path that leads to an occurrence.</summary>
    public static async Task<string> OccurrenceAsync(SandboxCall sandbox)
    {
        string id = await CreateAsync(sandbox);
        return $"{id}/maintenances/{(await sandbox.GetAsync($"{Windows}/{id}/maintenances")).Array[0]!["id"]}";
    }

    /// <summary>Makes an update of an occurrence, and answers the rest of a path that leads to it.</summary>
    public static async Task<string> UpdateAsync(SandboxCall sandbox)
    {
        string occurrence = await OccurrenceAsync(sandbox);
        return $"{occurrence}/updates/{(await sandbox.PostAsync($"{Windows}/{occurrence}/updates", WindowBodies.Update)).Text("id")}";
    }
}
