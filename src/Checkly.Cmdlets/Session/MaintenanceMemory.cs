namespace Checkly;

/// <summary>
/// The maintenances and updates that a session has seen, and the account's maintenance windows as long as what is known of
/// them is fresh; for completion.
/// </summary>
internal sealed class MaintenanceMemory
{
    private readonly Seen<Maintenance> _maintenances = new(maintenance => maintenance.Id);
    private readonly Seen<MaintenanceUpdate> _updates = new(update => update.Id);

    /// <summary>The maintenances seen, the one seen last first.</summary>
    public Maintenance[] Maintenances => _maintenances.Items;

    /// <summary>The updates seen, the one seen last first.</summary>
    public MaintenanceUpdate[] Updates => _updates.Items;

    /// <summary>The windows of the account.</summary>
    public FreshList<MaintenanceWindow> Windows { get; } = new();

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        switch (answer)
        {
            case Page<Maintenance> page:
                // The first of a list comes first here too.
                Array.ForEach([.. page.Items.Reverse()], Put);
                break;
            case Maintenance maintenance:
                Put(maintenance);
                break;
            case MaintenanceUpdate update:
                _updates.Put(update);
                break;
            case MaintenanceWindow window:
                Windows.Expect(one => one.Id == window.Id && one.Name == window.Name);
                break;
        }
    }

    /// <summary>Forgets what was removed, and what went with it.</summary>
    public void Forget(string id)
    {
        _maintenances.Forget(maintenance => IsOf(id, maintenance.Id, maintenance.MaintenanceWindowId));
        _updates.Forget(update => IsOf(id, update.Id, update.MaintenanceWindowId) || ApiId.Same(update.MaintenanceId, id));
        Windows.Forget();
    }

    private static bool IsOf(string id, string? own, long? window) =>
        ApiId.Same(own, id) || (window is { } number && id == FormattableString.Invariant($"{number}"));

    private void Put(Maintenance maintenance)
    {
        _maintenances.Put(maintenance);
        Array.ForEach([.. Enumerable.Reverse(maintenance.Updates)], _updates.Put);
    }
}
