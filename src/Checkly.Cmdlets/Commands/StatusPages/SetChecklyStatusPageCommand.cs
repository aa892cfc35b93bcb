using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes status pages: their settings, and the services that they show.</summary>
/// <remarks>
/// <para>Sends PUT /v1/status-pages/{statusPageId}. The page is read first, and what you do not name is sent back as it was:
/// settings, cards and their services. Only ids bind from the pipeline, so that a page that was read some time ago does not
/// write its old values back.</para>
/// <para>-AddService and -RemoveService keep the other services where they are. -Card replaces all cards. To show a service on
/// another card, remove and add it in one go. Names of services are looked up in the account first: one that is not
/// there, or that several services have, is an error, and nothing is changed.</para>
/// <para>Afterwards it is read again. A warning tells when another change got in between: see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Show a new service on a page.</para>
/// <code>$service = New-ChecklyStatusPageService Checkout
/// Get-ChecklyStatusPage -Url sandbox | Set-ChecklyStatusPage -AddService $service</code>
/// </example>
/// <example>
/// <para>Show a service on a card of its own.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Set-ChecklyStatusPage -RemoveService API -AddService API -CardName 'For developers'</code>
/// </example>
/// <example>
/// <para>Rename a page, clear its description, and return it.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Set-ChecklyStatusPage -Name 'Acme status' -Description $null -PassThru</code>
/// </example>
/// <example>
/// <para>Give a page other cards.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Set-ChecklyStatusPage -Card @{ Name = 'Shop'; Services = 'Website' }, @{ Name = 'For developers'; Services = 'API' }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyStatusPage", SupportsShouldProcess = true, DefaultParameterSetName = ServiceSet)]
[OutputType(typeof(StatusPage))]
public sealed class SetChecklyStatusPageCommand : StatusPageSettingsCommand
{
    private const string ServiceSet = "Service";
    private const string CardSet = "Card";
    private Dictionary<string, object?>? _settings;
    private CardChange? _change;

    /// <summary>The ids, GUIDs, the names or the addresses of the status pages; or the pages themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StatusPageId")]
    [IdOf(typeof(StatusPage), typeof(SetChecklyStatusPageCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[] Id { get; set; } = [];

    /// <summary>What the page is called.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The first part of its address, such as acme: letters, digits and hyphens. The API keeps it in lower case.</summary>
    [Parameter]
    [ValidateSubdomain]
    [ApiField("url")]
    public string? Url { get; set => field = value?.ToLowerInvariant(); }

    /// <summary>Services to show as well: their names or ids, or the services themselves.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[]? AddService { get; set; }

    /// <summary>Services to remove from all cards: their names or ids, or the services themselves.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[]? RemoveService { get; set; }

    /// <summary>The card for -AddService; it is created when the page has no card of this name. Required where a page has several cards.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotBlank]
    public string? CardName { get; set; }

    /// <summary>All cards in their order, in place of those that are there: hashtables or objects with Name and Services.</summary>
    [Parameter(ParameterSetName = CardSet, Mandatory = true, HelpMessage = PromptText.Card)]
    [AllowEmptyCollection]
    public object[] Card { get; set; } = [];

    /// <summary>Return the changed page.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Once for all pages: what cannot be found is one error, not one for each.
        var resolver = new ServiceResolver(this, whole: false);
        Dictionary<string, object?> settings = BoundFields();
        if (ParameterSetName == CardSet)
        {
            StatusPageCard[]? cards = new CardReader(this, resolver).Read(Card, keepIds: true);
            _settings = cards is null ? null : new(settings) { ["cards"] = cards };
            return;
        }

        bool areAdded = resolver.TryResolve(AddService ?? [], out StatusPageService[] added);
        bool areRemoved = resolver.TryResolve(RemoveService ?? [], out StatusPageService[] removed);
        if (CardName is not null && AddService is null)
        {
            Refuse("-CardName says which card shows the services of -AddService: give them too.", CardName);
        }
        else if (areAdded && areRemoved)
        {
            _settings = settings;
            _change = added.Length + removed.Length > 0 ? new CardChange(added, removed, CardName) : null;
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_settings is null)
        {
            return;
        }

        foreach (string id in Ids<StatusPage>(Id))
        {
            if (_settings.Count == 0 && _change is null)
            {
                Refuse("There is nothing to change: give at least one setting, or -AddService, -RemoveService or -Card.", id);
            }
            else if (TryChange(StatusPageRequests.Get(id), before => Changes(before) is { } changes ? StatusPageRequests.Change(before, changes) : null, id, out _, out StatusPage after)
                && PassThru)
            {
                WriteObject(after);
            }
        }
    }

    private Dictionary<string, object?>? Changes(StatusPage before)
    {
        // What could not be read of a field is in AdditionalProperties. A change sends all cards, so it would remove that.
        if (before.AdditionalProperties.Contains("cards") || before.Cards.Any(card => card.AdditionalProperties.Contains("services")))
        {
            Refuse("A card or a service of the page cannot be read, and the change would remove it: use Invoke-ChecklyApi PUT with the whole page.", before.Id);
            return null;
        }

        if (_change is null)
        {
            return _settings!.TryGetValue("cards", out object? given) && given is StatusPageCard[] cards
                ? new(_settings) { ["cards"] = cards.Select(card => AsRead(card, before)).ToArray() }
                : _settings;
        }

        if (_change.Apply(before, out string? refusal) is { } changed)
        {
            return new(_settings!) { ["cards"] = changed };
        }

        Refuse(refusal!, before.Id);
        return null;
    }

    /// <summary>A card that was saved and read back keeps its name as the server has it.</summary>
    private static StatusPageCard AsRead(StatusPageCard card, StatusPage before) =>
        before.Cards.FirstOrDefault(known => ApiId.Same(known.Id, card.Id) && known.Name == card.Name)?.With(card.Services) ?? card;
}
