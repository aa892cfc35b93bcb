using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The settings that New-ChecklyStatusPage and Set-ChecklyStatusPage share. Settings without a parameter stay unchanged.
/// </summary>
public abstract class StatusPageSettingsCommand : ChecklySessionCommand
{
    /// <summary>The text below the name, at most 500 characters; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAtMost(500)]
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>A domain of your own, such as status.example.com; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ApiField("customDomain")]
    public string? CustomDomain { get; set; }

    /// <summary>The address of an image for the logo.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of an image for the logo on a dark background.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("logoDark")]
    public string? LogoDark { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("redirectTo")]
    public string? RedirectTo { get; set; }

    /// <summary>The address of an image for the icon in the browser's tab.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>Light, dark, or as the visitor's browser wants it; in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("AUTO", "LIGHT", "DARK")]
    [ApiField("defaultTheme")]
    public string? DefaultTheme { get; set => field = value?.ToUpperInvariant(); }
}
