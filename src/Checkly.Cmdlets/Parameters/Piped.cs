using System.Management.Automation;

namespace Checkly;

/// <summary>What came through the pipeline.</summary>
internal static class Piped
{
    /// <summary>Whether it is such an object of the module, or was one before it was saved.</summary>
    public static bool Is<T>(this PSObject? item) =>
        item is not null && (item.BaseObject is T || item.TypeNames.Contains("Deserialized." + typeof(T).FullName));

    /// <summary>Whether it is such an object that the API knows: one that is only drafted has no id.</summary>
    public static bool IsKnown<T>(this PSObject? item) => item.Is<T>() && item!.Properties["Id"]?.Value is not null;
}
