namespace Checkly;

/// <summary>How far a request has got, for whoever has to say what became of it.</summary>
internal sealed class SendTrace
{
    private volatile bool _isOut;

    /// <summary>Whether any of it can have arrived, and it is not answered yet.</summary>
    public bool IsOut
    {
        get => _isOut;
        set => _isOut = value;
    }
}
