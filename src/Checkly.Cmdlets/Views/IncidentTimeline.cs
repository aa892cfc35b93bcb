namespace Checkly;

/// <summary>An incident, laid out for a person during an outage: what it is, and what was said when.</summary>
public static class IncidentTimeline
{
    /// <summary>Lays a dashboard incident out, its updates oldest first, times in ISO 8601.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether the terminal takes colours.</param>
    /// <param name="asOf">The time that ages are relative to; the present time by default.</param>
    /// <returns>Lines, separated by line feeds.</returns>
    public static string Render(Incident incident, int width, bool colour, DateTimeOffset? asOf = null)
    {
        if (incident is null)
        {
            throw new ArgumentNullException(nameof(incident));
        }

        var timeline = new Timeline
        {
            Name = incident.Name,
            Status = incident.CurrentStatus,
            Facts = [incident.Impact, incident.DashboardId is { } dashboard ? $"dashboard {dashboard}" : null, incident.Id],
            Times = [("started", incident.StartedAt), ("stopped", incident.StoppedAt)],
            Entries = incident.IncidentUpdates.Select(update => new Timeline.Entry(update.CreatedAt, update.Status, update.Description)),
        };
        return timeline.Render(width, colour, asOf ?? DateTimeOffset.Now);
    }

    /// <summary>
    /// Lays a status page incident out, its updates oldest first by the date that customers see, times in ISO 8601.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether the terminal takes colours.</param>
    /// <param name="asOf">The time that ages are relative to; the present time by default.</param>
    /// <returns>Lines, separated by line feeds.</returns>
    public static string Render(StatusPageIncident incident, int width, bool colour, DateTimeOffset? asOf = null)
    {
        if (incident is null)
        {
            throw new ArgumentNullException(nameof(incident));
        }

        var timeline = new Timeline
        {
            Name = incident.Name,
            Status = incident.CurrentStatus,
            Facts = [incident.Severity, incident.Id],
            About = incident.Services.Length > 0 ? $"affects {string.Join(", ", incident.Services.Select(service => service.Name))}" : null,
            Times = [("created", incident.CreatedAt)],
            Entries = incident.IncidentUpdates.Select(update =>
                new Timeline.Entry(update.PublicIncidentUpdateDate ?? update.CreatedAt, update.Status, update.Description)),
        };
        return timeline.Render(width, colour, asOf ?? DateTimeOffset.Now);
    }
}
