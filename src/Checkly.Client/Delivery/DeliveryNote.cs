namespace Checkly;

/// <summary>What a <see cref="DeliveryNote"/> is about.</summary>
public enum DeliveryNoteKind
{
    /// <summary>The client waits before it goes on.</summary>
    Waiting,

    /// <summary>The client did or found something.</summary>
    Progress,

    /// <summary>The request succeeded, but somebody should check its result.</summary>
    Warning,
}

/// <summary>
/// A report of the client about a request that did not succeed at once. It is safe to show: one line, without the API key and
/// without control characters.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">A full sentence.</param>
/// <param name="Wait">The length of the wait; zero where there is none.</param>
public sealed record DeliveryNote(DeliveryNoteKind Kind, string Message, TimeSpan Wait = default)
{
    /// <summary>Wraps a receiver so that whatever a server has said reaches it on one line and without the API key.</summary>
    internal static IProgress<DeliveryNote>? Sanitize(IProgress<DeliveryNote>? receiver, ChecklyClientOptions options) => receiver is null ? null : new Sanitizer(receiver, options);

    private sealed class Sanitizer(IProgress<DeliveryNote> receiver, ChecklyClientOptions options) : IProgress<DeliveryNote>
    {
        public void Report(DeliveryNote value) => receiver.Report(value with { Message = options.Redact(DisplayText.OneLine(value.Message)) });
    }
}
