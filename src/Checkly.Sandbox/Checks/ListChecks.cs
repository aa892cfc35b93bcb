namespace Checkly.Sandbox;

internal sealed class ListChecks : ISandboxOperation
{
    private static readonly string[] Types =
    [
        "AGENTIC", "API", "BROWSER", "HEARTBEAT", "ICMP", "MULTI_STEP", "TCP", "PLAYWRIGHT", "TRACEROUTE", "URL", "DNS", "SSL", "GRPC",
    ];

    public string Method => "GET";

    public string Template => "/v1/checks";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        request.OneOf("checkType", Types);
        request.OneOf("status", "passing", "failing", "degraded");
        StoredCheck[] found =
        [
            .. state.Checks.All.Where(check =>
                request.AllowsAny("tag", check.Tags.Contains)
                && request.Allows("checkType", type => check.Type == type)
                && request.Allows("search", text => Contains(check.Name, text))
                && request.Allows("status", status => status == (check.Fails ? "failing" : "passing"))
                && request.Allows("apiCheckUrlFilterPattern", text => check.Own["request"]?["url"]?.GetValue<string>() is { } url && Contains(url, text))),
        ];
        return request.Page(found, check => check.ToJson());
    }

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
