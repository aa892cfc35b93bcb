namespace Checkly;

/// <summary>
/// Which objects of the module hold whose id, and under what name. Parameters that take an id learn here what they accept:
/// an <see cref="IncidentUpdate"/> holds the id of its <see cref="Incident"/>, and no other object does.
/// </summary>
internal static class IdHolders
{
    private static readonly Dictionary<Type, (string[] RowNames, (Type Model, string Property)[] Models)> Table = new()
    {
        [typeof(Incident)] = (["IncidentId", "Id"], [(typeof(Incident), "Id"), (typeof(IncidentUpdate), "IncidentId")]),
        [typeof(IncidentUpdate)] = (["Id"], [(typeof(IncidentUpdate), "Id")]),
        [typeof(StatusPageIncident)] = (["IncidentId", "Id"], [(typeof(StatusPageIncident), "Id"), (typeof(StatusPageIncidentUpdate), "IncidentId")]),
        [typeof(StatusPageIncidentUpdate)] = (["Id"], [(typeof(StatusPageIncidentUpdate), "Id")]),
        [typeof(Dashboard)] = (["DashboardId"], [(typeof(Dashboard), "DashboardId")]),
        [typeof(StatusPage)] = (["StatusPageId", "Id"], [(typeof(StatusPage), "Id"), (typeof(StatusPageSubscription), "StatusPageId"), (typeof(StatusPageSubscriptionResult), "StatusPageId")]),
        [typeof(StatusPageService)] = (["ServiceId", "Id"], [(typeof(StatusPageService), "Id")]),
        [typeof(StatusPageSubscription)] = (["Id"], [(typeof(StatusPageSubscription), "Id")]),
        [typeof(MaintenanceWindow)] = (["MaintenanceWindowId", "Id"], [(typeof(MaintenanceWindow), "Id"), (typeof(Maintenance), "MaintenanceWindowId"), (typeof(MaintenanceUpdate), "MaintenanceWindowId")]),
        [typeof(Maintenance)] = (["MaintenanceId", "Id"], [(typeof(Maintenance), "Id"), (typeof(MaintenanceUpdate), "MaintenanceId")]),
        [typeof(MaintenanceUpdate)] = (["Id"], [(typeof(MaintenanceUpdate), "Id")]),
        [typeof(Check)] = (["CheckId", "Id"], [(typeof(Check), "Id"), (typeof(CheckStatus), "CheckId")]),
        [typeof(Account)] = (["Id", "AccountId"], [(typeof(Account), "Id"), (typeof(ChecklySession), "AccountId")]),
        [typeof(Runtime)] = (["Name"], [(typeof(Runtime), "Name")]),
    };

    /// <summary>The columns in which a row of data may have the id, the most telling first.</summary>
    public static string[] RowNames(Type wanted) => Table[wanted].RowNames;

    /// <summary>The types of the module that hold the id, the wanted one first.</summary>
    public static Type[] Models(Type wanted) => [.. Table[wanted].Models.Select(holder => holder.Model)];

    /// <summary>The property under which a type of the module holds the id.</summary>
    public static string Property(Type wanted, string model) => Table[wanted].Models.First(holder => holder.Model.Name == model).Property;

    /// <summary>
    /// The name under which a row has the wanted id, where it also has an id of its own: then it was made from a part of what
    /// is wanted, as a maintenance is of its window. <see langword="null"/> for every other row.
    /// </summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="has">Whether the row has a column.</param>
    public static string? NameInPart(Type wanted, Func<string, bool> has) => Table[wanted].Models
        .Where(holder => holder.Model != wanted && has(holder.Property) && Table.TryGetValue(holder.Model, out var own) && own.RowNames.Any(has))
        .Select(holder => holder.Property)
        .FirstOrDefault();
}
