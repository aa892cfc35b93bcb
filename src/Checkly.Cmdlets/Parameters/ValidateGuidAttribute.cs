using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses an id that the API could not know, before anything is sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateGuidAttribute : ValidateEnumeratedArgumentsAttribute
{
    private static readonly string[] Statuses = ["INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED", "MAINTENANCE"];

    /// <summary>The command that finds such a thing by its name, which goes behind it; <see langword="null"/> where there is none.</summary>
    public string? Finder { get; set; }

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (!ApiId.IsGuid(element?.ToString()))
        {
            // "$incident | New-ChecklyIncidentUpdate RESOLVD 'Fixed.'": the first place is that of the incident.
            string hint = element is string { Length: > 2 } text && Statuses.Any(status => status.StartsWith(text.Substring(0, 3), StringComparison.OrdinalIgnoreCase))
                ? " When you pipe the incident in, name -Status and -Description."
                : Finder is not null ? $" To find it by its name, run {Finder} '{DisplayText.OneLine(element?.ToString())}'."
                : string.Empty;
            throw new ValidationMetadataException($"'{element}' is not an id. An id is a GUID such as e50ad839-1b90-4955-b716-1c6edbda57cb.{hint}");
        }
    }
}
