namespace Checkly;

/// <summary>What follows a try.</summary>
public enum NextStep
{
    /// <summary>Nothing: the answer is handed on, or the failure is.</summary>
    Stop,

    /// <summary>The same request is sent again.</summary>
    Again,

    /// <summary>It is looked for what the request would have made; only when that is not there, it is sent again.</summary>
    Look,
}
