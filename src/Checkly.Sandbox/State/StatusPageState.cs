using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The status pages, the services that they show, and the incidents of the services.</summary>
internal sealed class StatusPageState
{
    /// <summary>Begins with the page and the services of <see cref="SandboxStatusPage"/>.</summary>
    public StatusPageState(string now)
    {
        var website = new StoredService { Id = SandboxStatusPage.FirstServiceId, Name = "Website", CreatedAt = now };
        var api = new StoredService { Id = SandboxStatusPage.SecondServiceId, Name = "API", CreatedAt = now };
        Services.Add(website);
        Services.Add(api);
        Pages.Add(new StoredStatusPage
        {
            Id = SandboxStatusPage.Id,
            CreatedAt = now,
            Settings = new JsonObject { ["name"] = "Sandbox status", ["url"] = SandboxStatusPage.Url, ["defaultTheme"] = "AUTO" },
            Cards = [new StoredCard(SandboxStatusPage.CardId, "Services", [website, api], now)],
        });
    }

    public Shelf<StoredService> Services { get; } = new("service");

    public Shelf<StoredStatusPage> Pages { get; } = new("status page");

    public Shelf<StoredPageIncident> Incidents { get; } = new("incident");

    /// <summary>The incidents of the services that a page shows, newest first.</summary>
    public IEnumerable<StoredPageIncident> IncidentsOf(StoredStatusPage page) =>
        Incidents.Reverse().Where(incident => incident.Services.Any(page.Shows));

    /// <summary>Takes a service off all cards as well; what incidents say of it stays.</summary>
    public void Remove(StoredService service)
    {
        Services.Remove(service);
        foreach (StoredCard card in Pages.SelectMany(page => page.Cards))
        {
            card.Services.RemoveAll(shown => shown == service);
        }
    }
}
