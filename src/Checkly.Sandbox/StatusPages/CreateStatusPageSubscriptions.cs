using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class CreateStatusPageSubscriptions : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/status-pages/{statusPageId}/subscriptions/bulk";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredStatusPage page = state.StatusPages.Pages[request.Id("statusPageId")];
        FieldCheck fields = request.Fields("subscriptions", "autoVerify");
        string status = fields.Flag("autoVerify") ? "VERIFIED" : "PENDING";
        string[] wanted = [.. fields.Items("subscriptions", least: 1, most: 100, "type", "config").Select(Address)];

        int before = page.Subscriptions.Count;
        foreach (string address in wanted)
        {
            if (!page.Subscriptions.Any(known => string.Equals(known.Address, address, StringComparison.OrdinalIgnoreCase)))
            {
                page.Subscriptions.Add(new StoredSubscription(Guid.NewGuid().ToString(), address, status, state.Now));
            }
        }

        int created = page.Subscriptions.Count - before;
        return SandboxAnswer.Created(new JsonObject
        {
            ["created"] = created,
            ["skipped"] = wanted.Length - created,
            ["status"] = status,
        });
    }

    // What the text "config" holds is documented to depend on the type; for mail it is the address.
    private static string Address(FieldCheck subscription)
    {
        subscription.OneOf("type", "EMAIL");
        return subscription.Email("config");
    }
}
