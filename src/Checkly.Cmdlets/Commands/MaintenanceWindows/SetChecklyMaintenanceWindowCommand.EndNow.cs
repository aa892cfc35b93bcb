namespace Checkly.Commands;

/// <summary>Ends a window early, as at the end of a deployment.</summary>
public sealed partial class SetChecklyMaintenanceWindowCommand
{
    private bool TryEnd(long id, out MaintenanceWindow window)
    {
        if (!TrySend(MaintenanceWindowRequests.Get(id), id, out window))
        {
            return false;
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (window.RepeatUnit is not null)
        {
            return TryEndRunning(id, now);
        }

        if (window.StartsAt is not { } start || start > now)
        {
            Refuse($"Maintenance window {id} begins at {TimeText.Iso(window.StartsAt)} only: move it, or remove it with Remove-ChecklyMaintenanceWindow.", id);
            return false;
        }

        if (window.EndsAt <= now)
        {
            // A deployment that took longer than its window has not failed.
            WriteWarning($"Maintenance window {id} had ended already, at {TimeText.Iso(window.EndsAt)}. Nothing was changed.");
            return true;
        }

        return TrySend(MaintenanceWindowRequests.Change(id, new Dictionary<string, object?> { ["endsAt"] = MaintenanceTimes.EndNow(start, now) }), id, out window);
    }

    /// <summary>
    /// The end of a window that repeats is how long each of its occurrences lasts: only those that run are moved. Where one
    /// lasts longer than until the next, several run at once, and checks stay paused until the last of them has ended. The
    /// list is read to its end, since its order is not documented.
    /// </summary>
    private bool TryEndRunning(long id, DateTimeOffset now)
    {
        List<Maintenance> running = [];
        PageWalk walk = PageWalk.ByNumber(MaintenanceRequests.LargestPage);
        while (!walk.IsAtEnd)
        {
            if (!TrySend(MaintenanceRequests.List(id, walk.Limit, walk.Page), id, out Page<Maintenance> list))
            {
                return false;
            }

            IReadOnlyList<Maintenance> items = walk.Take(list.Items, item => item.Id, list.Count, list.Total, null);
            running.AddRange(items.Where(item => item.Id is not null && MaintenanceTimes.IsRunning(item.StartsAt, item.EndsAt, now)));
        }

        if (walk.Fault is not null)
        {
            WriteFault(walk);
            return false;
        }

        if (running.Count == 0)
        {
            WriteWarning($"No occurrence of maintenance window {id} is running. Nothing was changed.");
        }

        bool ended = true;
        foreach (Maintenance item in running)
        {
            // One that fails does not keep the others running.
            ended &= TrySend(MaintenanceRequests.Change(id, item.Id!, null, MaintenanceTimes.EndNow(item.StartsAt!.Value, now)), id, out _);
        }

        return ended;
    }
}
