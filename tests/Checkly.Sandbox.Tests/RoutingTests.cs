namespace Checkly.Sandbox.Tests;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/v1")]
    [InlineData("POST", "/incidents")]
    [InlineData("POST", "/v2/incidents")]
    [InlineData("GET", "/v1/nothing/here")]
    [InlineData("GET", "/dashboards")]
    [InlineData("GET", "/v2/dashboards")]
    [InlineData("GET", "/v1/dashboards/5a9db0c5/incidents")]
    [InlineData("POST", "/v1/incidents/{incident}/notes")]
    [InlineData("PUT", "/v1/incidents/{incident}/updates/{update}/more")]
    [InlineData("GET", "/v1/alert-channels")]
    public async Task A_path_that_the_sandbox_does_not_have_is_not_implemented(string method, string template)
    {
        Refused.NotImplemented(await SendAsync(method, template));
    }

    [Theory]
    [InlineData("GET", "/v1/incidents")]
    [InlineData("PUT", "/v1/incidents")]
    [InlineData("DELETE", "/v1/incidents")]
    [InlineData("POST", "/v1/incidents/{incident}")]
    [InlineData("PATCH", "/v1/incidents/{incident}")]
    [InlineData("GET", "/v1/incidents/{incident}/updates")]
    [InlineData("PUT", "/v1/incidents/{incident}/updates")]
    [InlineData("GET", "/v1/incidents/{incident}/updates/{update}")]
    [InlineData("POST", "/v1/incidents/{incident}/updates/{update}")]
    [InlineData("PATCH", "/v1/incidents/{incident}/updates/{update}")]
    [InlineData("PUT", "/v1/dashboards")]
    [InlineData("DELETE", "/v1/dashboards")]
    [InlineData("POST", "/v1/dashboards/5a9db0c5")]
    [InlineData("PATCH", "/v1/dashboards/5a9db0c5")]
    [InlineData("PATCH", "/v1/status-pages")]
    [InlineData("POST", StatusPageCall.FirstPage)]
    [InlineData("PUT", StatusPageCall.Subscriptions)]
    [InlineData("GET", StatusPageCall.Subscriptions + "/bulk")]
    [InlineData("POST", "/v1/accounts")]
    [InlineData("DELETE", "/v1/accounts/me")]
    public async Task A_method_that_a_path_does_not_take_is_not_implemented(string method, string template)
    {
        Refused.NotImplemented(await SendAsync(method, template));
    }

    private static async Task<SandboxAnswer> SendAsync(string method, string template)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        string? body = method is "GET" or "DELETE" ? null : Bodies.Update();
        return await sandbox.SendAsync(method, Operations.Path(template, incident, update), body);
    }
}
