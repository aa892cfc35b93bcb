using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What happens to checks. The API has a list of tags whose checks pause, another whose checks do not alert, and for each a
/// flag that means every check of the account; here one list of tags goes with what is to happen, and nothing but a
/// parameter with All in its name means every check.
/// </summary>
public abstract partial class MaintenanceWindowSettingsCommand
{
    /// <summary>The tags. Each of the two cmdlets describes them in its own words.</summary>
    public abstract string[] Tag { get; set; }

    /// <summary>
    /// Pause the checks and groups that have one of the tags of -Tag: they do not run on schedule. With :$false no check
    /// pauses.
    /// </summary>
    [Parameter]
    public SwitchParameter PauseChecks { get; set; }

    /// <summary>Pause every check of the account, whatever its tags.</summary>
    [Parameter]
    [ApiField("pauseAllChecks")]
    public SwitchParameter PauseAllChecks { get; set; }

    /// <summary>
    /// Let the checks that have one of the tags of -Tag run on, but send no alerts for them. With :$false alerts are sent.
    /// </summary>
    [Parameter]
    public SwitchParameter SilenceAlerts { get; set; }

    /// <summary>Send no alerts for any check of the account, whatever its tags.</summary>
    [Parameter]
    [ApiField("silenceAllAlerts")]
    public SwitchParameter SilenceAllAlerts { get; set; }

    /// <summary>Whether the window pauses a check or silences an alert.</summary>
    internal bool TouchesChecks => PauseChecks || PauseAllChecks || SilenceAlerts || SilenceAllAlerts;

    /// <summary>Why these parameters cannot be combined; <see langword="null"/> when they can.</summary>
    internal string? ChecksRefusal()
    {
        bool tagged = IsGiven(nameof(Tag));
        return tagged && (Tag.Length == 0 || Tag.Any(string.IsNullOrWhiteSpace))
                ? "-Tag is empty, and an empty list of tags does not mean every check here. Give at least one tag; for every check give -PauseAllChecks or -SilenceAllAlerts, for none -PauseChecks:$false or -SilenceAlerts:$false."
            : PauseChecks && !tagged ? "-PauseChecks pauses the checks that have one of the tags of -Tag: give it. For every check of the account give -PauseAllChecks."
            : SilenceAlerts && !tagged ? "-SilenceAlerts silences the checks that have one of the tags of -Tag: give it. For every check of the account give -SilenceAllAlerts."
            : tagged && !PauseChecks && !SilenceAlerts ? "-Tag says for which checks, but nothing says what shall happen to them: give -PauseChecks, -SilenceAlerts or both."
            : PauseAllChecks && IsGiven(nameof(PauseChecks)) ? "-PauseAllChecks and -PauseChecks contradict each other: give one of them."
            : SilenceAllAlerts && IsGiven(nameof(SilenceAlerts)) ? "-SilenceAllAlerts and -SilenceAlerts contradict each other: give one of them."
            : null;
    }

    private void AddChecks(Dictionary<string, object?> settings)
    {
        AddChecks(settings, nameof(PauseChecks), PauseChecks, "tags", "pauseAllChecks");
        AddChecks(settings, nameof(SilenceAlerts), SilenceAlerts, "silenceAlertsTags", "silenceAllAlerts");
    }

    private void AddChecks(Dictionary<string, object?> settings, string parameter, bool isOn, string tags, string all)
    {
        if (IsGiven(parameter))
        {
            settings[tags] = isOn ? Tag : [];
            // The flag overrides the tags: it must not stay on from before.
            settings[all] = false;
        }
    }
}
