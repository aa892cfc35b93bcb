namespace Checkly.Sandbox;

internal sealed class CreateStatusPageService : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/status-pages/services";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        var service = new StoredService
        {
            Id = Guid.NewGuid().ToString(),
            Name = request.Fields("name").Text("name"),
            CreatedAt = state.Now,
        };
        state.StatusPages.Services.Add(service);

        // Documented with 200, unlike the creation of a status page.
        return SandboxAnswer.Ok(service.ToJson());
    }
}
