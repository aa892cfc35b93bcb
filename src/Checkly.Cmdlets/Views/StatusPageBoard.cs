using System.Text;

namespace Checkly;

/// <summary>A status page as its visitors see it: cards, and the services on them with their states where these are known.</summary>
public static class StatusPageBoard
{
    private const int LeastText = 20;
    private const string Reset = "\u001b[0m";

    /// <summary>Lays the page out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether the terminal takes colours.</param>
    /// <returns>Lines, separated by line feeds.</returns>
    public static string Render(StatusPage page, int width, bool colour)
    {
        if (page is null)
        {
            throw new ArgumentNullException(nameof(page));
        }

        var lines = new StringBuilder();
        Line(lines, 0, DisplayText.OneLine(page.Name), width);
        string[] facts = [DisplayText.OneLine(page.Url), DisplayText.OneLine(page.CustomDomain), DisplayText.OneLine(page.Id)];
        Line(lines, 0, string.Join("  ", facts.Where(fact => fact.Length > 0)), width);
        Line(lines, 0, DisplayText.OneLine(page.Description), width);

        // The cards and services of a page from a mock may be null.
        int states = (page.Cards ?? []).SelectMany(card => card.Services ?? []).Select(service => State(service).Length).DefaultIfEmpty().Max();
        foreach (StatusPageCard card in page.Cards ?? [])
        {
            lines.Append('\n');
            Line(lines, 2, DisplayText.OneLine(card.Name), width);
            foreach (StatusPageService service in card.Services ?? [])
            {
                string state = State(service);
                lines.Append(' ', 4).Append(Coloured(state, colour)).Append(' ', states == 0 ? 0 : states - state.Length + 2);
                Line(lines, states == 0 ? 4 : states + 6, DisplayText.OneLine(service.Name), width, isBegun: true);
            }
        }

        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>The cards in few words.</summary>
    /// <param name="page">The page.</param>
    /// <returns>One line, such as <c>Shop: Checkout (MAJOR), Search; Data: API</c>.</returns>
    public static string Summary(StatusPage page) => page is null ? string.Empty : string.Join("; ", (page.Cards ?? []).Select(card =>
        $"{DisplayText.OneLine(card.Name)}: {string.Join(", ", (card.Services ?? []).Select(service => DisplayText.OneLine(service.Name) + (State(service) is { Length: > 0 } state ? $" ({state})" : string.Empty)))}"));

    /// <summary>The number of services on a page and, where their states were read, the worst of these.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Such as <c>3</c> or <c>3 MAJOR</c>.</returns>
    public static string Services(StatusPage page)
    {
        StatusPageService[] services = [.. (page?.Cards ?? []).SelectMany(card => card.Services ?? [])];
        return ServiceStates.Worst(services.Select(State).Where(state => state.Length > 0)) is { } worst
            ? FormattableString.Invariant($"{services.Length} {worst}")
            : FormattableString.Invariant($"{services.Length}");
    }

    private static string State(StatusPageService service) => DisplayText.OneLine(service.State);

    private static void Line(StringBuilder lines, int margin, string text, int width, bool isBegun = false)
    {
        if (text.Length > 0 || isBegun)
        {
            string indent = new(' ', margin);
            lines.Append(isBegun ? string.Empty : indent)
                .Append(string.Join("\n" + indent, TextCells.Wrap(text, Math.Max(LeastText, width - margin - 1)))).Append('\n');
        }
    }

    private static string Coloured(string state, bool colour)
    {
        string code = state.ToUpperInvariant() switch
        {
            ServiceStates.Operational => "\u001b[32m",
            "MINOR" or "MEDIUM" => "\u001b[33m",
            "MAJOR" or "CRITICAL" => "\u001b[31m",
            _ => string.Empty,
        };
        return colour && code.Length > 0 ? code + state + Reset : state;
    }
}
