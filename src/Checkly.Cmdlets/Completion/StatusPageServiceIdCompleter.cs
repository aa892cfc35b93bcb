using System.Collections;

namespace Checkly;

/// <summary>Completes the id of a service from the account's, which are asked for once in a while and for 2 s at most.</summary>
public sealed class StatusPageServiceIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        session.Memory.StatusPages.Services.Items(session, () => StatusPageServiceRequests.List(StatusPageServiceRequests.LargestPage))
            .Select(service => (service.Id!, DisplayText.OneLine(service.Name)));
}
