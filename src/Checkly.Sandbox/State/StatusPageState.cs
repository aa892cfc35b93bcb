using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The status pages and the services that they show.</summary>
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
