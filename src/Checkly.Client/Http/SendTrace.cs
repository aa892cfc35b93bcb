namespace Checkly;

/// <summary>Records when a request was sent, and whether it may have reached the server, so that a failure can say so.</summary>
/// <param name="now">Returns the present time.</param>
internal sealed class SendTrace(Func<SendTime> now)
{
    private volatile bool _isOut;

    /// <summary>The time at which the first byte of the latest attempt may have gone out, after all waits and the connection's setup.</summary>
    public SendTime Began { get; private set; }

    /// <summary>Whether any part of the request may have reached the server, and no complete answer has come.</summary>
    public bool IsOut
    {
        get => _isOut;
        set
        {
            // The framework may write the body again.
            if (value && !_isOut)
            {
                Began = now();
            }

            _isOut = value;
        }
    }
}
