namespace Checkly.Sandbox;

/// <summary>
/// The three checks that every sandbox has. They run only when they are triggered, and cannot be changed. The first run of the failing
/// one that is triggered fails again; the ones after it pass, as if its cause had been mended in between.
/// </summary>
public static class SandboxCheck
{
    /// <summary>The id of the API check "Checkout API", which passes.</summary>
    public const string PassingId = "5a9db0c5-7e57-4c0d-8000-000000000021";

    /// <summary>The id of the browser check "Log in on the website", which fails.</summary>
    public const string FailingId = "5a9db0c5-7e57-4c0d-8000-000000000022";

    /// <summary>The id of the URL monitor "Website", which passes.</summary>
    public const string MonitorId = "5a9db0c5-7e57-4c0d-8000-000000000023";
}
