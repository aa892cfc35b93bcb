using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace Checkly;

/// <summary>
/// Tells by its columns of which model a row of data was made, as by ConvertTo-Json, Export-Csv or Invoke-ChecklyApi: dashboards,
/// windows and snippets have small numbers as ids, and that of one would be used as that of another.
/// </summary>
internal static class RowFamily
{
    private static readonly Lazy<(string Model, HashSet<string> Columns)[]> Models = new(() =>
    [
        .. typeof(Dashboard).Assembly.GetExportedTypes()
            .Where(type => type.GetProperty(nameof(Dashboard.AdditionalProperties)) is not null)
            .Select(type => (type.Name, Columns(type)))
            .OrderBy(model => model.Item2.Count),
    ]);

    private static readonly ConcurrentDictionary<Type, string[]> Parameters = new();

    /// <summary>
    /// The model whose fields all columns of a row are; <see langword="null"/> when they are also fields of an accepted model or parameters
    /// of the cmdlet, or when no model has them all.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="accepted">The models that the parameter accepts.</param>
    /// <param name="command">The cmdlet.</param>
    public static string? Other(PSObject row, IReadOnlyList<Type> accepted, Type command)
    {
        string[] columns = [.. row.Properties.Select(property => property.Name)];
        HashSet<string> own = [.. Models.Value.Where(model => accepted.Any(type => type.Name == model.Model)).SelectMany(model => model.Columns)];
        string[] parameters = Parameters.GetOrAdd(command, NamesOf);
        string[] ids = [.. accepted.Select(ResourceKinds.Find).SelectMany(kind => kind?.Columns ?? [])];
        return columns.All(column => own.Contains(column) || ids.Concat(parameters).Contains(column, StringComparer.OrdinalIgnoreCase)) ? null
            : Models.Value.FirstOrDefault(model => columns.All(model.Columns.Contains)).Model;
    }

    /// <summary>The names and aliases of a cmdlet's parameters.</summary>
    private static string[] NamesOf(Type command) =>
    [
        .. command.GetProperties()
            .Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null)
            .SelectMany(property => property.GetCustomAttribute<AliasAttribute>()?.AliasNames.Prepend(property.Name) ?? [property.Name]),
    ];

    /// <summary>The names of a model's properties, and the API's names of its fields.</summary>
    private static HashSet<string> Columns(Type model) => new(
        model.GetProperties().SelectMany(property => property.GetCustomAttribute<ApiFieldAttribute>() is { } field ? [property.Name, field.Name, field.OtherName ?? field.Name] : new[] { property.Name }),
        StringComparer.OrdinalIgnoreCase);
}
