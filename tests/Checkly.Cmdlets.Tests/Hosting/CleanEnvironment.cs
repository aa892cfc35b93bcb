using System.Runtime.CompilerServices;

namespace Checkly.Cmdlets.Tests;

/// <summary>The tests must not find the credentials of whoever runs them.</summary>
internal static class CleanEnvironment
{
    [ModuleInitializer]
    internal static void Clear()
    {
        foreach (string name in (string[])["CHECKLY_API_KEY", "CHECKLY_ACCOUNT_ID", "CHECKLY_API_URL"])
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", Path.Combine(AppContext.BaseDirectory, "no-config"));
    }
}
