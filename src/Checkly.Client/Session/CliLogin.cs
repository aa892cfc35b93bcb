using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// The login that <c>checkly login</c> of the official CLI stores on disk: <c>auth.json</c> with <c>apiKey</c>, and <c>config.json</c>
/// with <c>accountId</c> (version 9.5.0).
/// </summary>
public static class CliLogin
{
    /// <summary>The folder in which the CLI stores the login of the current user.</summary>
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
    /// <returns>The credentials, or <see langword="null"/> when the CLI has stored none.</returns>
    /// <exception cref="FormatException">A file cannot be read, or does not have the format of the CLI.</exception>
    public static ChecklyLogin? FindLogin()
    {
        string auth = KeyFile;
        string config = AccountFile;
        return ReadField(auth, "apiKey") is { Length: > 0 } key
            ? ChecklyLogin.Create(key, $"the login of the Checkly CLI in {auth}", ReadField(config, "accountId"), $"the login of the Checkly CLI in {config}")
            : null;
    }

    /// <summary>
    /// Checks whether other users of this machine can read or replace what the login consists of. Works on Linux and macOS with .NET 7 or
    /// later.
    /// </summary>
    /// <returns>A warning that names the file and the remedy, or <see langword="null"/> when there is no such risk, or it is not known.</returns>
    public static string? FindExposure()
    {
        const int Read = 0x24;
        const int Write = 0x12;
        return IsOpen(KeyFile, Read | Write) ? $"Other users of this machine can read or replace the API key in the login of the Checkly CLI. Make the file yours alone: chmod 600 '{KeyFile}'"
            : IsOpen(AccountFile, Write) ? $"Other users of this machine can change the account in the login of the Checkly CLI. Make the file yours alone: chmod 600 '{AccountFile}'"
            : IsOpen(Folder, Write) ? $"Other users of this machine can replace the login of the Checkly CLI. Make the folder yours alone: chmod 700 '{Folder}'"
            : null;
    }

    // netstandard2.0 does not have the method.
    private static bool IsOpen(string path, int bits)
    {
        try
        {
            object? mode = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? null
                : typeof(File).GetMethod("GetUnixFileMode", [typeof(string)])?.Invoke(null, [path]);
            return mode is not null && (Convert.ToInt32(mode, CultureInfo.InvariantCulture) & bits) != 0;
        }
        catch (TargetInvocationException unreadable) when (unreadable.InnerException is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string AccountFile => Path.Combine(Folder, "config.json");

    private static string KeyFile => Path.Combine(Folder, "auth.json");

    private static string? ReadField(string file, string name)
    {
        byte[] content = [];
        try
        {
            content = File.ReadAllBytes(file);
            using JsonDocument document = JsonText.Parse(JsonText.WithoutByteOrderMark(content));
            return new JsonFields(document.RootElement).Text(name);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception broken) when (broken is JsonException or UnexpectedShapeException or IOException or UnauthorizedAccessException)
        {
            // The message has neither the content nor the parser's message: both can contain a part of the key.
            throw new FormatException($"The login of the Checkly CLI in '{file}' cannot be read ({broken.GetType().Name}).");
        }
        finally
        {
            // It contains the key.
            Array.Clear(content, 0, content.Length);
        }
    }
}
