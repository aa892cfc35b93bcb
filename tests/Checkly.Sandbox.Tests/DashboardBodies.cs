namespace Checkly.Sandbox.Tests;

/// <summary>Dashboards as they go over the wire.</summary>
internal static class DashboardBodies
{
    public const string Header = """{ "header": "Status" }""";

    /// <summary>Every setting the document names, none of them with its default.</summary>
    public const string Full =
        """
        {
          "customUrl": "acme",
          "customDomain": "status.example.com",
          "logo": "https://example.com/logo.png",
          "favicon": "https://example.com/favicon.ico",
          "link": "https://example.com/",
          "header": "Acme",
          "description": "How Acme is doing.",
          "width": "960PX",
          "refreshRate": 300,
          "paginate": false,
          "paginationRate": 30,
          "sortByStatus": true,
          "checksPerPage": 20,
          "useTagsAndOperator": true,
          "hideTags": true,
          "enableIncidents": true,
          "expandChecks": true,
          "tags": ["api", "web"],
          "showHeader": false,
          "showCheckRunLinks": true,
          "showGroupNames": false,
          "customCSS": "body { color: red; }",
          "isPrivate": true,
          "showP95": false,
          "showP99": false,
          "keys": [{
            "id": "e50ad839-1b90-4955-b716-1c6edbda57cb",
            "rawKey": "da_0123456789abcdef",
            "maskedKey": "...cdef",
            "created_at": "2022-09-08T19:41:28.658Z"
          }]
        }
        """;

    /// <summary>A header and one more setting, given as raw JSON.</summary>
    public static string Setting(string field, string json) => Bodies.With(Header, field, json);
}
