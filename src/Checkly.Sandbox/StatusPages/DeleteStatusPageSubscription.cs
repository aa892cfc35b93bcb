namespace Checkly.Sandbox;

internal sealed class DeleteStatusPageSubscription : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/status-pages/{statusPageId}/subscriptions/{subscriptionId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        Shelf<StoredSubscription> subscriptions = state.StatusPages.Pages[request.Id("statusPageId")].Subscriptions;
        subscriptions.Remove(subscriptions[request.Id("subscriptionId")]);
        return SandboxAnswer.NoContent();
    }
}
