namespace Checkly;

/// <summary>Passes notes on, fit to be shown whatever the server has said: on one line, and without the API key.</summary>
internal sealed class SafeNotes(IProgress<DeliveryNote> notes, ApiKey? key) : IProgress<DeliveryNote>
{
    public void Report(DeliveryNote value)
    {
        string line = DisplayText.OneLine(value.Message);
        notes.Report(value with { Message = key?.Redact(line) ?? line });
    }
}
