using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>Completes the subdomain or the domain of a dashboard, whichever the parameter wants.</summary>
public sealed class DashboardAddressCompleter : IdCompleter<Dashboard>
{
    private bool _wantsDomain;

    /// <inheritdoc/>
    public override IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        _wantsDomain = parameterName == nameof(Dashboard.CustomDomain);
        return base.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters);
    }

    private protected override string? Inserted(object item) => _wantsDomain ? ((Dashboard)item).CustomDomain : ((Dashboard)item).CustomUrl;
}
