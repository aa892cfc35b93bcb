namespace Checkly;

/// <summary>Completes the first part of the address of a status page.</summary>
public sealed class StatusPageUrlCompleter : IdCompleter<StatusPage>
{
    private protected override string? Inserted(object item) => ((StatusPage)item).Url;
}
