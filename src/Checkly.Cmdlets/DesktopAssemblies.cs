using System.Reflection;

namespace Checkly;

/// <summary>
/// Windows PowerShell 5.1 does not include System.Text.Json. This class resolves it and its dependencies from the folder
/// <c>desktop</c> beside this assembly, for this module only. PowerShell 7 includes its own.
/// </summary>
internal static class DesktopAssemblies
{
    private static readonly string Home = Path.GetDirectoryName(typeof(DesktopAssemblies).Assembly.Location)!;
    private static readonly string Folder = Path.Combine(Home, "desktop");

    // .NET Framework keeps its basic types in mscorlib; .NET does not.
    private static readonly bool IsNeeded = typeof(object).Assembly.GetName().Name == "mscorlib";
    private static int _imports;

    /// <summary>Starts to resolve with the first import of the process, in Windows PowerShell only.</summary>
    public static void StartResolving()
    {
        if (IsNeeded && Interlocked.Increment(ref _imports) == 1)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    /// <summary>Stops when the last runspace has removed the module.</summary>
    public static void StopResolving()
    {
        if (IsNeeded && Interlocked.Decrement(ref _imports) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request) =>
        Find(request.Name, request.RequestingAssembly) is { } file ? Assembly.LoadFrom(file) : null;

    /// <summary>The file to load; <see langword="null"/> when another module asks, or when the folder does not contain it.</summary>
    private static string? Find(string assemblyName, Assembly? requester)
    {
        string file = Path.Combine(Folder, new AssemblyName(assemblyName).Name + ".dll");
        return IsOurs(requester) && File.Exists(file) ? file : null;
    }

    private static bool IsOurs(Assembly? requester) =>
        requester is { IsDynamic: false, Location.Length: > 0 }
        && Path.GetDirectoryName(requester.Location) is { } folder
        && (string.Equals(folder, Home, StringComparison.OrdinalIgnoreCase) || string.Equals(folder, Folder, StringComparison.OrdinalIgnoreCase));
}
