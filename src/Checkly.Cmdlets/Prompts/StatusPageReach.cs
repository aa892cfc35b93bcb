namespace Checkly;

/// <summary>Says how far an announcement reaches. The account's status pages are read once, when it is first asked.</summary>
/// <param name="command">The cmdlet that reads them.</param>
internal sealed class StatusPageReach(ChecklySessionCommand command)
{
    private const int MostNamed = 5;
    private List<StatusPage>? _pages;

    /// <summary>On how many status pages it appears, and whether subscribers get a mail.</summary>
    /// <param name="shows">Whether a page shows it.</param>
    /// <param name="notifies">Whether subscribers are to get a mail.</param>
    /// <returns>Such as <c>appears on 1 status page: Acme; nobody gets a mail</c>.</returns>
    public string Of(Func<StatusPage, bool> shows, bool notifies)
    {
        string mail = notifies ? "subscribers get a mail" : "nobody gets a mail";
        _pages ??= new ListPages<StatusPage>(StatusPageRequests.List, StatusPageRequests.LargestPage).ReadAll(command);
        if (_pages is null)
        {
            return $"it is not known on how many status pages it appears; {mail}";
        }

        string[] showing = [.. _pages.Where(shows).Select(page => DisplayText.OneLine(page.Name))];
        string names = string.Join(", ", showing.Take(MostNamed)) + (showing.Length > MostNamed ? ", ..." : string.Empty);
        return showing.Length switch
        {
            0 => "appears on no status page; nobody gets a mail",
            1 => $"appears on 1 status page: {names}; {mail}",
            _ => $"appears on {showing.Length} status pages: {names}; {mail}",
        };
    }
}
