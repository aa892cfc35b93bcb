using Microsoft.CodeAnalysis;

namespace Checkly.Generator;

/// <summary>The diagnostics about invalid attributes. The code is generated nevertheless, so that one fault does not cause further errors.</summary>
internal static class Faults
{
    public const string NotPartial = "CHKLY001";
    public const string UnknownType = "CHKLY002";
    public const string SameName = "CHKLY003";
    public const string NotSettable = "CHKLY004";
    public const string NotRequirable = "CHKLY005";
    public const string NoParentId = "CHKLY006";

    public static readonly DiagnosticDescriptor[] Descriptors =
    [
        Create(NotPartial, "A model must be a partial class or record in a namespace", "'{0}' must be a partial class or record that stands directly in a namespace"),
        Create(UnknownType, "The type of a field cannot be read", "'{0}.{1}' has a type that cannot be read: it must be string?, long?, double?, bool?, DateTimeOffset?, string[], a map, an array of maps, or an array of a class with [ApiModel]"),
        Create(SameName, "A field has no name of its own", "'{0}.{1}' has a field name that another property has, or an empty one"),
        Create(NotSettable, "A field cannot be read into its property", "'{0}.{1}' needs a setter"),
        Create(NotRequirable, "A field cannot be required or filled by the parent", "'{0}.{1}' must be string? or long? to be Required or FromParent, and cannot be both; one field of a model can be Required"),
        Create(NoParentId, "The items of a list need an id of their parent", "The items of '{0}.{1}' have a property that is FromParent, but '{0}' has no Required field to fill it with"),
    ];

    private static DiagnosticDescriptor Create(string id, string title, string message) =>
        new(id, title, message, "Checkly.Models", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
