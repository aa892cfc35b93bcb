namespace Checkly;

/// <summary>How one try of a request ended, as far as it decides whether there is another one.</summary>
public enum TryOutcome
{
    /// <summary>No byte of the request can have arrived.</summary>
    NotSent,

    /// <summary>The server wants to be asked again later, and has carried out nothing.</summary>
    AskedToWait,

    /// <summary>A long poll that ended before there was anything to say.</summary>
    LongPollEnded,

    /// <summary>The request may have arrived, and nothing says what became of it.</summary>
    Unknown,

    /// <summary>Any other answer: what became of the request is known, and sending it again would change nothing.</summary>
    Answered,
}
