namespace Checkly.Sandbox;

/// <summary>What the API takes for incidents and their updates.</summary>
internal static class IncidentRules
{
    /// <summary>The weight of an incident.</summary>
    public static string Impact(this FieldCheck fields) => fields.OneOf("impact", "MAINTENANCE", "MAJOR", "MINOR");

    /// <summary>A new update from the two fields that make one.</summary>
    public static StoredUpdate NewUpdate(this FieldCheck fields, SandboxState state) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Status = fields.OneOf("status", "INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED", "MAINTENANCE"),
        Description = fields.Text("description"),
        CreatedAt = state.Now,
    };
}
