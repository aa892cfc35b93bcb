namespace Checkly.Sandbox;

/// <summary>One operation of the API, played on the state in memory.</summary>
internal interface ISandboxOperation
{
    /// <summary>The HTTP method.</summary>
    string Method { get; }

    /// <summary>The path as the OpenAPI document writes it, with placeholders in braces.</summary>
    string Template { get; }

    /// <summary>Carries it out. Called by one thread at a time.</summary>
    /// <exception cref="SandboxRefusal">The API would refuse it.</exception>
    SandboxAnswer Handle(SandboxRequest request, SandboxState state);
}
