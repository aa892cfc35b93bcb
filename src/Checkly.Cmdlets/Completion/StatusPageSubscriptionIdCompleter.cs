using System.Collections;

namespace Checkly;

/// <summary>Completes the id of a subscription that this session has read last; of the given page if one is.</summary>
public sealed class StatusPageSubscriptionIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        string? page = IdFromAttribute.Of(given["StatusPageId"], IdHolders.RowNames(typeof(StatusPage))) as string;
        return session.Memory.StatusPages.Subscriptions
            .Where(subscription => subscription.Id is not null && (page is null || ApiId.Same(subscription.StatusPageId, page)))
            .Select(subscription => (subscription.Id!, DisplayText.OneLine($"{subscription.Address} ({subscription.Status})")));
    }
}
