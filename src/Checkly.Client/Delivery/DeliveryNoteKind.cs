namespace Checkly;

/// <summary>What a <see cref="DeliveryNote"/> is about.</summary>
public enum DeliveryNoteKind
{
    /// <summary>It waits before it goes on.</summary>
    Waiting,

    /// <summary>Something was done or found that may interest whoever watches.</summary>
    Progress,

    /// <summary>Something went wrong that somebody should put right, though the request went through.</summary>
    Warning,
}
