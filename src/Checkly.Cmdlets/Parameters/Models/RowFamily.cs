using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>
/// Tells by its columns of which model a row of data was made, as by ConvertTo-Json, Export-Csv or Invoke-ChecklyApi: dashboards,
/// windows and snippets have small numbers as ids, and that of one would be used as that of another. A row that a person made may have
/// any columns beside the id, so a common word among them tells nothing.
/// </summary>
/// <param name="accepted">The models that a parameter accepts.</param>
/// <param name="command">The cmdlet that has it.</param>
internal sealed class RowFamily(IReadOnlyList<Type> accepted, Type command)
{
    // A column that more models have is a common word, such as Status or Description.
    private const int MostSharing = 2;
    private const double NearlyAll = 0.8;

    private static readonly Lazy<Family[]> Families = new(() =>
    [
        .. typeof(Dashboard).Assembly.GetExportedTypes().Where(type => type.GetProperty(nameof(Dashboard.AdditionalProperties)) is not null).Select(type => new Family(type)),
    ]);

    private readonly HashSet<string> _own = new(
        Families.Value.Where(family => accepted.Any(type => type.Name == family.Model)).SelectMany(family => family.Columns)
            .Concat(accepted.Select(ResourceKinds.Find).SelectMany(kind => kind?.Columns ?? []))
            .Concat(NamesOf(command)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The model of which a row was made, when the parameter does not accept it; <see langword="null"/> when the columns do not tell.
    /// </summary>
    /// <param name="row">The row.</param>
    public string? Other(PSObject row)
    {
        if (IsOwn(row))
        {
            // Most rows end here.
            return null;
        }

        string[] foreign = [.. row.Properties.Select(property => property.Name).Where(column => !_own.Contains(column))];
        HashSet<string> columns = new(row.Properties.Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
        return Families.Value
            .Select(family => (family.Model, Telling: family.Telling(columns, foreign)))
            .Where(found => found.Telling > 0)
            .OrderByDescending(found => found.Telling)
            .FirstOrDefault().Model;
    }

    /// <summary>Whether the parameter knows all columns of a row.</summary>
    private bool IsOwn(PSObject row)
    {
        foreach (PSPropertyInfo property in row.Properties)
        {
            if (!_own.Contains(property.Name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The names and aliases of a cmdlet's parameters.</summary>
    private static string[] NamesOf(Type command) =>
    [
        .. command.GetProperties()
            .Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null)
            .SelectMany(property => property.GetCustomAttribute<AliasAttribute>()?.AliasNames.Prepend(property.Name) ?? [property.Name]),
    ];

    private static int Sharing(string column) => Families.Value.Count(family => family.Columns.Contains(column));

    private sealed class Family(Type model)
    {
        // The names of each property: its own, and those that the API has for the field.
        private readonly string[][] _fields =
        [
            .. model.GetProperties().Where(property => property.Name != nameof(Dashboard.AdditionalProperties))
                .Select(property => property.GetCustomAttribute<ApiFieldAttribute>() is { } field ? [property.Name, field.Name, field.OtherName ?? field.Name] : new[] { property.Name }),
        ];

        public string Model { get; } = model.Name;

        public HashSet<string> Columns => field ??= new(_fields.SelectMany(names => names), StringComparer.OrdinalIgnoreCase);

        /// <summary>How many columns tell that the row was made of this model; 0 when they are too few.</summary>
        public int Telling(HashSet<string> row, string[] foreign)
        {
            string[] mine = [.. foreign.Where(Columns.Contains)];
            int rare = mine.Count(column => Sharing(column) <= MostSharing);
            bool isWhole = mine.Length > 0 && _fields.Count(names => names.Any(row.Contains)) >= NearlyAll * _fields.Length;
            return rare > 1 || isWhole || mine.Any(column => Sharing(column) == 1 && IsCompound(column)) ? mine.Length : 0;
        }

        /// <summary>Whether a name is no single word, which anybody may use.</summary>
        private static bool IsCompound(string column) => Regex.IsMatch(column, "[a-z][A-Z]", RegexOptions.CultureInvariant);
    }
}
