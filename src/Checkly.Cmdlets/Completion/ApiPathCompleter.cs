using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>Completes the paths of the API operations that have the typed method. The user fills in the placeholders.</summary>
public sealed class ApiPathCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string method = (fakeBoundParameters?["Method"]?.ToString() ?? "GET").ToUpperInvariant();
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return ApiOperations.All
            .Where(operation => operation.Method == method && operation.Template.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(operation => new CompletionResult(
                operation.Template.IndexOf('{') < 0 ? operation.Template : $"'{operation.Template}'",
                operation.Template,
                CompletionResultType.ParameterValue,
                operation.ToString()));
    }
}
