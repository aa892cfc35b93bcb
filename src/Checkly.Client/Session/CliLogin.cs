using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// The login that <c>checkly login</c> of the official CLI (seen with 9.5.0) leaves on disk: <c>auth.json</c> with
/// <c>apiKey</c> and <c>config.json</c> with <c>accountId</c>.
/// </summary>
public static class CliLogin
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The folder where the CLI keeps its login on this system, for this user.</summary>
    public static string Folder
    {
        get
        {
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            {
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "@checkly", "cli", "Config");
            }

            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
            {
                return Path.Combine(home, "Library", "Preferences", "@checkly", "cli");
            }

            string? configured = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
            return Path.Combine(string.IsNullOrEmpty(configured) ? Path.Combine(home, ".config") : configured, "@checkly", "cli");
        }
    }

    /// <summary>Reads the login.</summary>
    /// <returns>The credentials, or <see langword="null"/> when the CLI has left none.</returns>
    /// <exception cref="FormatException">There is a file that cannot be read as the CLI writes it.</exception>
    public static ChecklyLogin? FindLogin()
    {
        string auth = KeyFile;
        string config = Path.Combine(Folder, "config.json");
        return ReadField(auth, "apiKey") is { Length: > 0 } key
            ? ChecklyLogin.Create(key, $"the login of the Checkly CLI in {auth}", ReadField(config, "accountId"), $"the login of the Checkly CLI in {config}")
            : null;
    }

    /// <summary>
    /// Says that other users of this machine can read the key in the login file. Known on Linux and macOS with .NET 7 or later.
    /// </summary>
    /// <returns>A warning that names the file and the remedy, or <see langword="null"/> when there is nothing to say.</returns>
    public static string? FindExposure()
    {
        const int GroupOrOthersRead = 0x24;
        try
        {
            // Not in the contract of this build.
            object? mode = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? null
                : typeof(File).GetMethod("GetUnixFileMode", [typeof(string)])?.Invoke(null, [KeyFile]);
            return mode is null || (Convert.ToInt32(mode, CultureInfo.InvariantCulture) & GroupOrOthersRead) == 0
                ? null
                : $"Other users of this machine can read the API key in the login of the Checkly CLI. Make the file yours alone: chmod 600 '{KeyFile}'";
        }
        catch (TargetInvocationException unreadable) when (unreadable.InnerException is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string KeyFile => Path.Combine(Folder, "auth.json");

    private static string? ReadField(string file, string name)
    {
        byte[] content = [];
        try
        {
            content = File.ReadAllBytes(file);
            ReadOnlyMemory<byte> json = content;
            // As editors of Windows write it; the parser does not take it.
            using JsonDocument document = JsonDocument.Parse(json.Span.StartsWith(ByteOrderMark) ? json.Slice(ByteOrderMark.Length) : json);
            return new JsonFields(document.RootElement).Text(name);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception broken) when (broken is JsonException or UnexpectedShapeException or IOException or UnauthorizedAccessException)
        {
            // Neither the content nor the parser's message: both can hold a part of the key.
            throw new FormatException($"The login of the Checkly CLI in '{file}' cannot be read ({broken.GetType().Name}).");
        }
        finally
        {
            // The key is in it.
            Array.Clear(content, 0, content.Length);
        }
    }
}
