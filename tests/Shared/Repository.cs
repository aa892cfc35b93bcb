namespace Checkly.Tests;

/// <summary>The checkout that a test was built from.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "PowerShell.sln")) ? folder.FullName : Find(folder.Parent!);
}
