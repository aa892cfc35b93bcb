namespace Checkly;

/// <summary>The operations of <c>/v1/maintenance-windows</c>.</summary>
public static class MaintenanceWindowRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<MaintenanceWindow> Windows = new("/v1/maintenance-windows", MaintenanceWindow.Read);

    /// <summary>The fields of <c>statusPageVisibility</c>, in the order of the OpenAPI document.</summary>
    private static readonly string[] Visibility =
    [
        "enabled", "severity", "affectAllServices", "notifyOnStart", "notifyOnEnd", "suppressAutoIncidents", "reminderMinutesBefore",
        "autoStart", "autoEnd", "showAffectedServices", "statusPageIds", "serviceIds",
    ];

    /// <summary>Where a created window is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.InPages("the account's maintenance windows", Windows.Path, LargestPage);

    /// <inheritdoc cref="Resource{T}.List(int, long)"/>
    public static ApiRequest<Page<MaintenanceWindow>> List(int limit, long page) => Windows.List(limit, page);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<MaintenanceWindow> Get(long id) => Windows.Get(id);

    /// <summary>Creates a maintenance window.</summary>
    /// <param name="settings">
    /// The settings under the API's names. <c>name</c>, <c>startsAt</c> and <c>endsAt</c> are required. The API also requires
    /// <c>repeatUnit</c>; when it is missing, <see langword="null"/> is sent, which means that the window does not recur.
    /// <c>repeatEndsAt</c> is a calendar date such as <c>2026-12-31</c>; <c>statusPageVisibility</c> is a map.
    /// </param>
    /// <returns>The request <c>POST /v1/maintenance-windows</c>.</returns>
    public static ApiRequest<MaintenanceWindow> Create(IReadOnlyDictionary<string, object?> settings)
    {
        byte[] body = JsonBody.Object(json =>
        {
            json.WriteMerged(MaintenanceWindow.Settings, settings, default);
            if (!settings.ContainsKey("repeatUnit"))
            {
                json.WriteNull("repeatUnit");
            }
        });
        return Windows.Create(body, WhereMade);
    }

    /// <summary>Changes a maintenance window. Only the changes are sent; the API keeps the other settings.</summary>
    /// <param name="id">The window's id.</param>
    /// <param name="changes">
    /// The settings to change, under the API's names. To remove the window from all status pages, send an empty <c>statusPageIds</c> and
    /// an empty <c>serviceIds</c> in <c>statusPageVisibility</c>.
    /// </param>
    /// <returns>The request <c>PUT /v1/maintenance-windows/{id}</c>.</returns>
    public static ApiRequest<MaintenanceWindow> Change(long id, IReadOnlyDictionary<string, object?> changes) =>
        Windows.Put(id, JsonBody.Object(json => json.WriteMerged(MaintenanceWindow.Settings, changes, default)));

    /// <summary>
    /// Merges changes into the <c>statusPageVisibility</c> of a window. The document says that a change is partial, but gives each of these
    /// fields a default. The fields that are not changed are therefore sent back as they were read, so that they keep their values.
    /// </summary>
    /// <param name="current">The window as <see cref="Get"/> read it.</param>
    /// <param name="changes">The fields of <c>statusPageVisibility</c> to change.</param>
    /// <returns>The whole of <c>statusPageVisibility</c>, for <see cref="Change"/>.</returns>
    public static IReadOnlyDictionary<string, object?> ChangedVisibility(MaintenanceWindow current, IReadOnlyDictionary<string, object?> changes)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return Visibility
            .Where(name => changes.ContainsKey(name) || current.StatusPageVisibility.Contains(name))
            .ToDictionary(name => name, name => changes.TryGetValue(name, out object? changed) ? changed : current.StatusPageVisibility[name]);
    }

    /// <inheritdoc cref="Resource{T}.Delete"/>
    public static ApiRequest<NoContent> Delete(long id) => Windows.Delete(id);
}
