using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Creates a status page.</summary>
/// <remarks>
/// <para>Sends POST /v1/status-pages. A status page shows services on cards. Services that are given or piped in are put on
/// one card; -Card gives the whole shape. Names of services are looked up in the account first: one that is not there, or that
/// several services have, is an error, and no page is made.</para>
/// <para>It is made once: when the answer is lost, the account's status pages are read until it is found among them; see
/// about_Checkly_Delivery. A page is not a dashboard: incidents of dashboards do not appear on it.</para>
/// </remarks>
/// <example>
/// <para>A page with two services on one card.</para>
/// <code>New-ChecklyStatusPage 'Acme status' acme -Service Website, API</code>
/// </example>
/// <example>
/// <para>A page with new services on several cards.</para>
/// <code>$null = New-ChecklyStatusPageService Checkout, Search
/// New-ChecklyStatusPage 'Acme status' acme -Card @{ Name = 'Shop'; Services = 'Checkout', 'Search' }, @{ Name = 'For developers'; Services = 'API' }</code>
/// </example>
/// <example>
/// <para>A page with all services of the account.</para>
/// <code>Get-ChecklyStatusPageService | New-ChecklyStatusPage -Name 'Acme status' -Url acme -CardName 'All services'</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>New-ChecklyStatusPage 'Acme status' acme -Service API -DefaultTheme DARK -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyStatusPage", SupportsShouldProcess = true, DefaultParameterSetName = ServiceSet)]
[OutputType(typeof(StatusPage))]
public sealed class NewChecklyStatusPageCommand : StatusPageSettingsCommand
{
    private const string ServiceSet = "Service";
    private const string CardSet = "Card";
    private readonly List<object?> _services = [];

    /// <summary>What the page is called.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0)]
    [ValidateNotBlank]
    [ApiField("name")]
    public string Name { get; set; } = string.Empty;

    /// <summary>The first part of its address, such as acme: letters, digits and hyphens. The API keeps it in lower case.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Url, Position = 1)]
    [ValidateSubdomain]
    [ApiField("url")]
    public string Url { get; set => field = value.ToLowerInvariant(); } = string.Empty;

    /// <summary>The services to show on one card: their names or ids, or the services themselves.</summary>
    [Parameter(ParameterSetName = ServiceSet, Position = 2, ValueFromPipeline = true)]
    [Piped(typeof(NewChecklyStatusPageCommand), typeof(StatusPageService), Gathers = true)]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[]? Service { get; set; }

    /// <summary>The heading of that card; by default the name of the page.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotBlank]
    public string? CardName { get; set; }

    /// <summary>All cards in their order: hashtables or objects with Name and Services, the names or ids of services or they themselves.</summary>
    [Parameter(ParameterSetName = CardSet, Mandatory = true, HelpMessage = PromptText.Card)]
    public object[] Card { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _services.AddRange(Service ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && _services.Count == 0)
        {
            Refuse("No service was piped in: the page would show nothing.", Name);
        }
        else if (Cards() is { } cards && TrySend(StatusPageRequests.Create(new Dictionary<string, object?>(BoundFields()) { ["cards"] = cards }), Name, out StatusPage page))
        {
            WriteObject(page);
        }
    }

    private StatusPageCard[]? Cards()
    {
        var resolver = new ServiceResolver(this, whole: false);
        if (ParameterSetName == CardSet)
        {
            return new CardReader(this, resolver).Read(Card, keepIds: false);
        }

        return !resolver.TryResolve(_services, out StatusPageService[] services) ? null
            : services.Length == 0 && CardName is null ? []
            : [new StatusPageCard { Name = CardName ?? Name, Services = services }];
    }
}
