namespace Checkly.Commands;

/// <summary>Ending early, as the last thing that a deployment does.</summary>
public sealed partial class SetChecklyMaintenanceWindowCommand
{
    private bool TryEnd(MaintenanceWindow window, long id, out MaintenanceWindow after)
    {
        after = window;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (window.RepeatUnit is not null)
        {
            return TryEndRunning(id, now);
        }

        if (window.StartsAt is not { } start || start > now)
        {
            Refuse($"Maintenance window {id} begins at {window.StartsAt:u} only: move it, or remove it with Remove-ChecklyMaintenanceWindow.", id);
            return false;
        }

        if (window.EndsAt <= now)
        {
            // A deployment that took longer than its window is none that failed.
            WriteWarning($"Maintenance window {id} had ended already, at {window.EndsAt:u}. Nothing was changed.");
            return true;
        }

        return TrySend(MaintenanceWindowRequests.Change(id, new Dictionary<string, object?> { ["endsAt"] = MaintenanceTimes.EndNow(start, now) }), id, out after);
    }

    /// <summary>The end of a window that repeats is how long each of its occurrences lasts: only the one that runs is moved.</summary>
    private bool TryEndRunning(long id, DateTimeOffset now)
    {
        for (long page = 1; TrySend(MaintenanceRequests.List(id, MaintenanceRequests.LargestPage, page), id, out Page<Maintenance> list); page++)
        {
            if (list.Items.FirstOrDefault(item => MaintenanceTimes.IsRunning(item.StartsAt, item.EndsAt, now)) is { Id: { } running } found)
            {
                return TrySend(MaintenanceRequests.Change(id, running, null, MaintenanceTimes.EndNow(found.StartsAt!.Value, now)), id, out _);
            }

            if (list.Items.Count < MaintenanceRequests.LargestPage)
            {
                WriteWarning($"No occurrence of maintenance window {id} is running. Nothing was changed.");
                return true;
            }
        }

        return false;
    }
}
