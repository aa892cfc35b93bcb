using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>Completes the paths of the API operations that have the typed method, and methods. The user fills in the placeholders.</summary>
public sealed class ApiPathCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        // Completion binds by position alone, so that a method before the path counts as the path, and the path as the body.
        string? before = fakeBoundParameters?["Path"]?.ToString();
        bool isAfterMethod = before is not null && ApiPathArgumentAttribute.IsMethod(before);
        if (parameterName == "Body" && !isAfterMethod)
        {
            return [];
        }

        string method = (isAfterMethod && parameterName == "Body" ? before! : fakeBoundParameters?["Method"]?.ToString() ?? "GET").ToUpperInvariant();
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        IEnumerable<CompletionResult> methods = parameterName == "Path" && fakeBoundParameters?.Contains("Method") != true
            ? ApiPathArgumentAttribute.Methods.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(name => new CompletionResult(name))
            : [];
        return ApiOperations.All
            .Where(operation => operation.Method == method && operation.Template.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(operation => new CompletionResult(
                operation.Template.IndexOf('{') < 0 ? operation.Template : $"'{operation.Template}'",
                operation.Template,
                CompletionResultType.ParameterValue,
                operation.ToString()))
            .Concat(methods);
    }
}
