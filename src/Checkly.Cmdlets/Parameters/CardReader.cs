using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>Makes cards of what a person gave: cards, what was one before it was saved, and hashtables with a name and services.</summary>
/// <param name="command">The cmdlet that tells what is wrong.</param>
/// <param name="services">Finds the services.</param>
internal sealed class CardReader(ChecklySessionCommand command, ServiceResolver services)
{
    private static readonly string[] Known = ["Id", "Name", "Services", "Service"];

    /// <summary>The cards; none when one of them cannot be one, which was told.</summary>
    /// <param name="given">What the user gave.</param>
    /// <param name="keepIds">Whether a card that has an id keeps it: of the page's own cards, not of those of another page.</param>
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
            // A misspelt key would take everything off the page.
            command.Refuse($"The card '{DisplayText.OneLine(name)}' has a '{DisplayText.OneLine(unknown.ToString())}', which no card has: it has a Name and Services.", given);
            return null;
        }

        IEnumerable<object?> many = LanguagePrimitives.GetEnumerable(shown)?.Cast<object?>() ?? (shown is null ? [] : [shown]);
        return services.TryResolve(many, out StatusPageService[] found)
            ? new StatusPageCard { Id = keepIds ? ArgumentValue.Text(given, "Id") : null, Name = name, Services = found }
            : null;
    }
}
