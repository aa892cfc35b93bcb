namespace Checkly.Sandbox.Tests;

/// <summary>Incidents of status pages as they go over the wire.</summary>
internal static class PageIncidentBodies
{
    public const string Website = $$"""{ "id": "{{SandboxStatusPage.FirstServiceId}}", "name": "Website", "accountId": "{{SandboxAccount.Id}}" }""";

    public const string Api = $$"""{ "id": "{{SandboxStatusPage.SecondServiceId}}", "name": "API", "accountId": "{{SandboxAccount.Id}}" }""";

    public const string Incident =
        $$"""
        {
          "name": "Checkout fails",
          "severity": "MAJOR",
          "services": [{{Website}}],
          "incidentUpdates": [{ "description": "We are looking into it.", "status": "IDENTIFIED" }]
        }
        """;

    public const string Change = $$"""{ "name": "Checkout is slow", "severity": "MINOR", "services": [{{Website}}, {{Api}}] }""";

    public const string Update = """{ "description": "A fix is out.", "status": "MONITORING" }""";

    /// <summary>Every field that an update can have.</summary>
    public const string FullUpdate =
        """
        {
          "id": "e50ad839-1b90-4955-b716-1c6edbda57cb",
          "description": "It works again.",
          "status": "RESOLVED",
          "publicIncidentUpdateDate": "2022-09-08T18:00:00.000Z",
          "created_at": "2022-09-08T18:00:00.000Z",
          "notifySubscribers": true
        }
        """;
}
