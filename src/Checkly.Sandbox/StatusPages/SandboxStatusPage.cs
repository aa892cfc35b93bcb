namespace Checkly.Sandbox;

/// <summary>The status page that every sandbox begins with, and the two services on its one card.</summary>
public static class SandboxStatusPage
{
    /// <summary>The status page's id.</summary>
    public const string Id = "5a9db0c5-7e57-4c0d-8000-000000000010";

    /// <summary>Where it would be found: the first part of its address.</summary>
    public const string Url = "sandbox";

    /// <summary>The id of the service "Website".</summary>
    public const string FirstServiceId = "5a9db0c5-7e57-4c0d-8000-000000000011";

    /// <summary>The id of the service "API".</summary>
    public const string SecondServiceId = "5a9db0c5-7e57-4c0d-8000-000000000012";

    /// <summary>The id of the card that shows both services.</summary>
    public const string CardId = "5a9db0c5-7e57-4c0d-8000-000000000013";
}
