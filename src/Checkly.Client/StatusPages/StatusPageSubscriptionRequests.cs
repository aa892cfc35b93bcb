using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/{statusPageId}/subscriptions</c>.</summary>
public static class StatusPageSubscriptionRequests
{
    /// <summary>The largest number of addresses in one request.</summary>
    public const int MostAtOnce = 100;

    /// <summary>All subscriptions of a page. This list is not paged.</summary>
    /// <param name="statusPageId">The page's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/{statusPageId}/subscriptions</c>.</returns>
    public static ApiRequest<StatusPageSubscription[]> List(string statusPageId) =>
        Of(statusPageId).List();

    /// <summary>Subscribes e-mail addresses to a page.</summary>
    /// <param name="statusPageId">The page's id.</param>
    /// <param name="addresses">The addresses, 1 to 100.</param>
    /// <param name="autoVerify">
    /// Whether the addresses count as confirmed. Not sent when it is <see langword="null"/>; the API then asks each address by mail.
    /// </param>
    /// <returns>The request <c>POST /v1/status-pages/{statusPageId}/subscriptions/bulk</c>.</returns>
    public static ApiRequest<StatusPageSubscriptionResult> Create(string statusPageId, IEnumerable<string> addresses, bool? autoVerify = null) =>
        new(
            HttpMethod.Post,
            Of(statusPageId).PathOf("bulk"),
            json => StatusPageSubscriptionResult.Read(json, statusPageId) is { Skipped: not null } result ? result : throw new UnexpectedShapeException("it has no 'skipped'"),
            JsonBody.Object(json =>
            {
                json.WriteField("subscriptions", addresses.Select(address => new Dictionary<string, object?> { ["type"] = "EMAIL", ["config"] = address }));
                json.WriteOptional("autoVerify", autoVerify);
            }))
        {
            Confirmation = WhereMade(statusPageId),
        };

    /// <summary>Where created subscriptions are listed.</summary>
    internal static Confirmation WhereMade(string statusPageId) =>
        Confirmation.Together("the page's subscriptions", Of(statusPageId).Path, AllSubscribed);

    /// <summary>
    /// Makes the lost answer once all addresses of the request are subscribed. The API subscribes an address only once, however often it
    /// is sent.
    /// </summary>
    private static JsonElement? AllSubscribed(JsonElement sent, IReadOnlyList<JsonElement> there, DateTimeOffset? earliest)
    {
        string[] wanted = JsonValues.Many(new JsonFields(sent).RequiredList("subscriptions"), subscription => new JsonFields(subscription).RequiredText("config"));
        ILookup<string?, JsonElement> subscribed = there.ToLookup(subscription => new JsonFields(subscription).Text("address"), StringComparer.OrdinalIgnoreCase);
        if (!wanted.All(subscribed.Contains))
        {
            return null;
        }

        int created = wanted.Distinct(StringComparer.OrdinalIgnoreCase).Count(address => subscribed[address].Any(subscription => ListAnswer.CreatedAt(subscription) >= earliest));
        return JsonSerializer.SerializeToElement(new Dictionary<string, int> { ["created"] = created, ["skipped"] = wanted.Length - created });
    }

    /// <summary>Removes a subscription.</summary>
    /// <param name="statusPageId">The page's id.</param>
    /// <param name="id">The subscription's id.</param>
    /// <returns>The request <c>DELETE /v1/status-pages/{statusPageId}/subscriptions/{subscriptionId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string statusPageId, string id) =>
        Of(statusPageId).Delete(id);

    private static Resource<StatusPageSubscription> Of(string statusPageId) =>
        new(ApiPath.Of($"/v1/status-pages/{statusPageId}/subscriptions"), json => StatusPageSubscription.Read(json, statusPageId));
}
