namespace Checkly;

/// <summary>Adds services to the cards of a status page, and removes services from them.</summary>
/// <param name="Added">The services to show.</param>
/// <param name="Removed">The services to remove from all cards.</param>
/// <param name="CardName">The card that shows the added services. It is created when the page has no card of this name.</param>
internal sealed record CardChange(StatusPageService[] Added, StatusPageService[] Removed, string? CardName)
{
    /// <summary>The cards of a page after the change.</summary>
    /// <param name="page">The page as it was read.</param>
    /// <param name="refusal">Why the cards cannot be changed, as a full sentence; <see langword="null"/> on success.</param>
    public StatusPageCard[]? Apply(StatusPage page, out string? refusal)
    {
        refusal = null;
        StatusPageCard[] cards = [.. page.Cards.Select(card => card.With(card.Services.Where(shown => !Removed.Any(service => Same(service, shown)))))];
        if (Added.Length == 0)
        {
            return cards;
        }

        StatusPageCard[] fitting = CardName is null ? cards : [.. cards.Where(card => string.Equals(card.Name?.Trim(), CardName.Trim(), StringComparison.OrdinalIgnoreCase))];
        if (fitting.Length > 1)
        {
            string names = string.Join(", ", fitting.Select(card => $"'{DisplayText.OneLine(card.Name)}'"));
            refusal = CardName is null
                ? $"The page has several cards ({names}): say with -CardName which one shows the services."
                : $"The page has several cards with this name ({names}): give all cards with -Card.";
            return null;
        }

        StatusPageCard target = fitting.Length == 1 ? fitting[0] : CardName is null ? StatusPageCard.NamedAfter(page) : new StatusPageCard { Name = CardName };
        StatusPageCard after = target.With(target.Services.Concat(Added.Where(service => !target.Services.Any(shown => Same(shown, service)))));
        return fitting.Length == 1 ? [.. cards.Select(card => card == target ? after : card)] : [.. cards, after];
    }

    private static bool Same(StatusPageService one, StatusPageService other) => ApiId.Same(one.Id, other.Id);
}
