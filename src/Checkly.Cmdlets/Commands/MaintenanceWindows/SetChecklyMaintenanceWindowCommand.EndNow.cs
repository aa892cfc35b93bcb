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
    /// The end of a window that repeats says how long each of its occurrences lasts, so this ends only the occurrences that are
    /// running. Several may overlap, and checks stay paused until the last of them has ended. The whole list is read, since its
    /// order is not documented; if only a part of it can be read, the occurrences in that part are ended.
    /// </summary>
    private bool TryEndRunning(long id, DateTimeOffset now)
    {
        List<Maintenance> running = [];
        PageWalk walk = PageWalk.ByNumber(MaintenanceRequests.LargestPage);
        while (!walk.IsAtEnd)
        {
            if (!TrySend(MaintenanceRequests.List(id, walk.Limit, walk.Page), id, out Page<Maintenance> list))
            {
                break;
            }

            IReadOnlyList<Maintenance> items = walk.Take(list.Items, item => item.Id, list.Count, list.Total, null);
            running.AddRange(items.Where(item => item.Id is not null && MaintenanceTimes.IsRunning(item.StartsAt, item.EndsAt, now)));
        }

        bool ended = walk.IsAtEnd && walk.Fault is null;
        if (ended && running.Count == 0)
        {
            WriteWarning($"No occurrence of maintenance window {id} is running. Nothing was changed.");
        }

        foreach (Maintenance item in running)
        {
            // A failure does not keep the other occurrences running.
            ended &= TrySend(MaintenanceRequests.Change(id, item.Id!, null, MaintenanceTimes.EndNow(item.StartsAt!.Value, now)), id, out _);
        }

        // Last, since -ErrorAction Stop ends the command here.
        WriteFault(walk.Fault, MaintenanceRequests.List(id, walk.Limit, 1));
        return ended;
    }
}
