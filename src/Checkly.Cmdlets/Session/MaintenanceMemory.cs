namespace Checkly;

/// <summary>
/// The maintenances and updates that a session has seen, and the account's maintenance windows as long as what is known of
/// them is fresh; for completion.
/// </summary>
internal sealed class MaintenanceMemory
{
    private static readonly TimeSpan WindowsLast = TimeSpan.FromMinutes(1);
    private readonly object _gate = new();
    private readonly SeenList<Maintenance> _maintenances = new(maintenance => maintenance.Id);
    private readonly SeenList<MaintenanceUpdate> _updates = new(update => update.Id);
    private (DateTimeOffset Read, IReadOnlyList<MaintenanceWindow> Windows)? _windows;

    /// <summary>The maintenances seen, the one seen last first.</summary>
    public Maintenance[] Maintenances => Locked(_maintenances.ToArray);

    /// <summary>The updates seen, the one seen last first.</summary>
    public MaintenanceUpdate[] Updates => Locked(_updates.ToArray);

    /// <summary>The windows; none when what was known of them is old.</summary>
    public IReadOnlyList<MaintenanceWindow>? Windows
    {
        get => Locked(() => _windows is { } known && DateTimeOffset.UtcNow - known.Read < WindowsLast ? known.Windows : null);
        set => Locked(() => _windows = (DateTimeOffset.UtcNow, value!));
    }

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer) => Locked(() =>
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
            case MaintenanceWindow window when _windows is { } known && !known.Windows.Any(one => one.Id == window.Id && one.Name == window.Name):
                // A new one, or a new name: what is known of the list is old.
                _windows = null;
                break;
        }

        return true;
    });

    /// <summary>Forgets what was removed, and what went with it.</summary>
    public void Forget(string id) => Locked(() =>
    {
        _maintenances.Remove(maintenance => IsOf(id, maintenance.Id, maintenance.MaintenanceWindowId));
        _updates.Remove(update => IsOf(id, update.Id, update.MaintenanceWindowId) || SeenList<MaintenanceUpdate>.Same(update.MaintenanceId, id));
        _windows = null;
        return true;
    });

    private static bool IsOf(string id, string? own, long? window) =>
        SeenList<Maintenance>.Same(own, id) || (window is { } number && id == FormattableString.Invariant($"{number}"));

    private void Put(Maintenance maintenance)
    {
        _maintenances.Put(maintenance);
        Array.ForEach([.. Enumerable.Reverse(maintenance.Updates)], _updates.Put);
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
