namespace Checkly.Sandbox;

/// <summary>Finds the operation for a method and a path.</summary>
internal static class SandboxRouter
{
    // A path without placeholders goes before one with: what is called services is no status page's id.
    private static readonly ISandboxOperation[] Operations =
    [
        .. ((ISandboxOperation[])
        [
            .. AccountOperations.All,
            .. DashboardOperations.All,
            .. IncidentOperations.All,
            .. StatusPageOperations.All,
            .. StatusPageServiceOperations.All,
            .. StatusPageIncidentOperations.All,
            .. MaintenanceWindowOperations.All,
            .. MaintenanceOperations.All,
            .. CheckOperations.All,
            .. LocationOperations.All,
            .. RuntimeOperations.All,
        ]).OrderBy(operation => operation.Template.Count(character => character == '{')),
    ];

    /// <summary>The operation and the values of its placeholders; null when the sandbox has no such operation.</summary>
    public static (ISandboxOperation Operation, Dictionary<string, string> Values)? Find(string method, string path)
    {
        string[] segments = Split(path);
        foreach (ISandboxOperation operation in Operations)
        {
            if (operation.Method == method && Match(Split(operation.Template), segments) is { } values)
            {
                return (operation, values);
            }
        }

        return null;
    }

    private static string[] Split(string path) => path.Trim('/').Split('/');

    private static Dictionary<string, string>? Match(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i].StartsWith("{", StringComparison.Ordinal))
            {
                values[template[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
            }
            else if (template[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
