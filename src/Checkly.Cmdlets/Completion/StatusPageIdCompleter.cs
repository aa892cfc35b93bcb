using System.Collections;

namespace Checkly;

/// <summary>Completes the id of a status page from the account's, which are asked for once in a while and for 2 s at most.</summary>
public sealed class StatusPageIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        session.Memory.StatusPages.Pages.Items(session, () => StatusPageRequests.List(StatusPageRequests.LargestPage))
            .Select(page => (page.Id!, DisplayText.OneLine($"{page.Name} ({page.CustomDomain ?? page.Url})")));
}
