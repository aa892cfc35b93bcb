using System.Reflection;

namespace Checkly;

/// <summary>
/// Windows PowerShell 5.1 brings no System.Text.Json: there it is served, with all that it needs, from the folder
/// <c>desktop</c> beside this assembly, to this module and to nobody else. PowerShell 7 brings its own.
/// </summary>
internal static class DesktopAssemblies
{
    private static readonly string Home = Path.GetDirectoryName(typeof(DesktopAssemblies).Assembly.Location)!;
    private static readonly string Folder = Path.Combine(Home, "desktop");

    // .NET Framework keeps its basic types in mscorlib; .NET does not.
    private static bool IsNeeded => typeof(object).Assembly.GetName().Name == "mscorlib";

    /// <summary>Begins to serve, once, where it is needed.</summary>
    public static void Serve()
    {
        Cease();
        if (IsNeeded)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    /// <summary>Ceases to serve.</summary>
    public static void Cease() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        if (!IsOurs(request.RequestingAssembly))
        {
            return null;
        }

        string file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }

    private static bool IsOurs(Assembly? requester) =>
        requester is { IsDynamic: false, Location.Length: > 0 } && Path.GetDirectoryName(requester.Location) is { } folder
        && (string.Equals(folder, Home, StringComparison.OrdinalIgnoreCase) || string.Equals(folder, Folder, StringComparison.OrdinalIgnoreCase));
}
