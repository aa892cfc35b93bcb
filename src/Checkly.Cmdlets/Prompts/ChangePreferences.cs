using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Evaluates -WhatIf, -Confirm and their preference variables, once for a command, as the engine does. The engine uses the same values,
/// but ShouldProcess returns only yes or no.
/// </summary>
/// <param name="command">The command that makes the change.</param>
internal sealed class ChangePreferences(PSCmdlet command)
{
    private bool? _isWhatIf;
    private ConfirmImpact? _askFrom;

    /// <summary>Whether -WhatIf is on: then nothing is sent.</summary>
    public bool IsWhatIf => _isWhatIf ??= Switch("WhatIf") ?? LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <summary>The impact from which on a change is asked about; <see cref="ConfirmImpact.None"/> for never.</summary>
    public ConfirmImpact AskFrom => _askFrom ??= Switch("Confirm") switch
    {
        true => ConfirmImpact.Low,
        false => ConfirmImpact.None,
        _ => command.GetVariableValue("ConfirmPreference") switch
        {
            ConfirmImpact from => from,
            var text => LanguagePrimitives.TryConvertTo(text, out ConfirmImpact from) ? from : ConfirmImpact.High,
        },
    };

    /// <summary>Whether a person is asked before a change of this impact.</summary>
    public bool Asks(ConfirmImpact impact) => !IsWhatIf && AskFrom is not ConfirmImpact.None and var from && from <= impact;

    /// <summary>
    /// Whether the engine shows a change without a prompt: with -WhatIf, and with the parameter -Verbose, but not with
    /// $VerbosePreference.
    /// </summary>
    public bool ShowsChanges => IsWhatIf || Switch("Verbose") is true;

    private bool? Switch(string parameter) =>
        command.MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
