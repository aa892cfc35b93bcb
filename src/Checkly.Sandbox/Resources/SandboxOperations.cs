namespace Checkly.Sandbox;

/// <summary>The handlers of the operations that the sandbox has.</summary>
/// <param name="clock">The server's clock.</param>
internal sealed class SandboxOperations(Func<DateTimeOffset> clock)
{
    private readonly Dictionary<string, Func<SandboxCall, SandboxAnswer>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The time of the server's clock in the format of the API.</summary>
    public string Now => Timestamp.Format(clock());

    /// <summary>Sets the handler of an operation.</summary>
    /// <param name="operation">Its name, such as <c>GET /v1/incidents/{id}</c>.</param>
    /// <param name="handler">Carries out the operation. Only one thread at a time calls it.</param>
    public void On(string operation, Func<SandboxCall, SandboxAnswer> handler) => _handlers[ApiFacts.Of(operation).Name] = handler;

    /// <summary>Whether the sandbox has an operation.</summary>
    public bool Has(ApiOperation operation) => _handlers.ContainsKey(operation.Name);

    /// <summary>Carries out a request for an operation that the sandbox has.</summary>
    /// <exception cref="SandboxRefusal">The API would refuse it.</exception>
    public SandboxAnswer Answer(SandboxCall call) => _handlers[call.Operation.Name](call);
}
