using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class CreateStatusPage : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/status-pages";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        (JsonObject settings, List<StoredCard> cards) = StatusPageRules.Read(request, state);
        var page = new StoredStatusPage { Id = Guid.NewGuid().ToString(), CreatedAt = state.Now, Settings = settings, Cards = cards };
        state.StatusPages.Pages.Add(page);
        return SandboxAnswer.Created(page.ToJson());
    }
}
