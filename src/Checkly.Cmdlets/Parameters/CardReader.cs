using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>Reads the cards of a status page from the argument of -Card: cards, deserialized cards, and hashtables with a name and services.</summary>
/// <param name="command">The cmdlet that reports the errors.</param>
/// <param name="services">Resolves the services of a card.</param>
internal sealed class CardReader(ChecklySessionCommand command, ServiceResolver services)
{
    private static readonly string[] Known = ["Id", "Name", "Services", "Service"];

    /// <summary>Reads the cards. Returns <see langword="null"/> when a value is not a card; an error has been written then.</summary>
    /// <param name="given">The values of -Card.</param>
    /// <param name="keepIds">Whether cards keep their ids: yes for cards of the same page, no for cards of another page.</param>
    public StatusPageCard[]? Read(IEnumerable<object?> given, bool keepIds)
    {
        StatusPageCard?[] cards = [.. given.Select(card => One(card, keepIds))];
        return cards.Contains(null) ? null : [.. cards.OfType<StatusPageCard>()];
    }

    private StatusPageCard? One(object? given, bool keepIds)
    {
        if (ArgumentValue.IsOther<StatusPageCard>(given) || ArgumentValue.Text(given, "Name") is not { } name)
        {
            command.Refuse("A card is a hashtable or an object with a name and services, such as @{ Name = 'Shop'; Services = 'Checkout', 'Search' }.", given);
            return null;
        }

        object? shown = ArgumentValue.Field(given, "Services") ?? ArgumentValue.Field(given, "Service");
        if (ArgumentValue.Plain(given) is IDictionary map && map.Keys.Cast<object>().FirstOrDefault(key => !Known.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            // If a misspelt key were ignored, the card would lose its services.
            command.Refuse($"The card '{DisplayText.OneLine(name)}' has a '{DisplayText.OneLine(unknown.ToString())}', which no card has: it has a Name and Services.", given);
            return null;
        }

        IEnumerable<object?> many = LanguagePrimitives.GetEnumerable(shown)?.Cast<object?>() ?? (shown is null ? [] : [shown]);
        if (!services.TryResolve(many, out StatusPageService[] found))
        {
            return null;
        }

        StatusPageCard card = (ArgumentValue.Plain(given) as StatusPageCard ?? new StatusPageCard { Id = ArgumentValue.Text(given, "Id"), Name = name }).With(found);
        card.Id = keepIds ? card.Id : null;
        return card;
    }
}
