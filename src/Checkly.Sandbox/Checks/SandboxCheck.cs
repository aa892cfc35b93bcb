namespace Checkly.Sandbox;

/// <summary>The two checks that every sandbox has. Nothing runs them, and they cannot be changed.</summary>
public static class SandboxCheck
{
    /// <summary>The id of the API check "Checkout API", which passes.</summary>
    public const string PassingId = "5a9db0c5-7e57-4c0d-8000-000000000021";

    /// <summary>The id of the browser check "Log in on the website", which fails.</summary>
    public const string FailingId = "5a9db0c5-7e57-4c0d-8000-000000000022";
}
