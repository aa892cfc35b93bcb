namespace Checkly;

/// <summary>Records when a request was sent, and whether it may have reached the server, so that a failure can say so.</summary>
internal sealed class SendTrace
{
    private volatile bool _isOut;

    /// <summary>When the latest attempt began, after all waits before it.</summary>
    public SendTime Began { get; set; }

    /// <summary>Whether any part of the request may have reached the server, and no complete answer has come.</summary>
    public bool IsOut
    {
        get => _isOut;
        set => _isOut = value;
    }
}
