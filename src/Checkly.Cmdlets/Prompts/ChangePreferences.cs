using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What the caller wants to see before a change: -WhatIf, -Confirm and the preference variables behind them. The engine
/// decides by the same values and does not tell: ShouldProcess only answers yes or no.
/// </summary>
/// <param name="command">The command that makes the change.</param>
internal sealed class ChangePreferences(PSCmdlet command)
{
    /// <summary>Whether -WhatIf is on: then nothing is sent.</summary>
    public bool IsWhatIf => Switch("WhatIf") ?? LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <summary>The impact from which on a change is asked about; <see cref="ConfirmImpact.None"/> for never.</summary>
    public ConfirmImpact AskFrom => Switch("Confirm") switch
    {
        true => ConfirmImpact.Low,
        false => ConfirmImpact.None,
        _ => LanguagePrimitives.TryConvertTo(command.GetVariableValue("ConfirmPreference"), out ConfirmImpact from) ? from : ConfirmImpact.High,
    };

    /// <summary>Whether a person is asked before a change of this impact.</summary>
    public bool Asks(ConfirmImpact impact) => !IsWhatIf && AskFrom is not ConfirmImpact.None and var from && from <= impact;

    /// <summary>
    /// Whether the engine writes a change out although nobody is asked: for -WhatIf, and for the parameter -Verbose, but not for
    /// $VerbosePreference.
    /// </summary>
    public bool ShowsChanges => IsWhatIf || Switch("Verbose") is true;

    private bool? Switch(string parameter) =>
        command.MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) ? LanguagePrimitives.IsTrue(value) : null;
}
