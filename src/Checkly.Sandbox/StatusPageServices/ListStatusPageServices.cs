namespace Checkly.Sandbox;

internal sealed class ListStatusPageServices : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/services";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        // What a list that is not paginated looks like is not documented; here it is one page with everything.
        return request.Flag("paginated", otherwise: true)
            ? request.Cursor(state.StatusPages.Services, service => service.ToJson())
            : Paging.Answer([.. state.StatusPages.Services.Select(service => service.ToJson())], nextId: null);
    }
}
