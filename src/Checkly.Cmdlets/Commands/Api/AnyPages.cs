using System.Globalization;

namespace Checkly.Commands;

/// <summary>The pages of a list of any operation: what to ask for, from the first to the last.</summary>
internal sealed class AnyPages
{
    private readonly bool _all;
    private readonly List<KeyValuePair<string, string>> _given;
    private readonly PageStyle _style;
    private readonly bool _hasLimit;
    private string? _text;
    private bool _hasBegun;

    public AnyPages(string path, List<KeyValuePair<string, string>> given, bool all)
    {
        _given = given;
        ApiOperation? operation = ApiOperations.Find("GET", path);
        _style = operation?.Style ?? PageStyle.None;
        string? limit = InPath(path, "limit") ?? Given("limit");
        _hasLimit = limit is not null;
        if (all && InPath(path, _style == PageStyle.Cursor ? "nextId" : "page") is not null)
        {
            throw new FormatException("-All asks for one page after another: put the first one into -Query, and not into the path.");
        }

        _all = all;
        int count = Number(limit) ?? operation?.LargestPage ?? 0;
        int first = Number(Given("page")) ?? 1;
        // With another limit, the pages after a given one would have other entries.
        Walk = _style == PageStyle.Page ? PageWalk.ByNumber(count, first, keepsLimit: _hasLimit || first > 1) : PageWalk.ByCursor(count);
    }

    /// <summary>The position in the list.</summary>
    public PageWalk Walk { get; }

    /// <summary>Why the list could not be read to its end, as a full sentence; <see langword="null"/> when there is no fault.</summary>
    public string? Fault { get => field ?? Walk.Fault; private set; }

    /// <summary>The query of the next request, without the parameters that are in the path.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query
    {
        get
        {
            IEnumerable<KeyValuePair<string, string>> query = _given;
            if (!_all)
            {
                return query;
            }

            query = _hasLimit || _style == PageStyle.None || Walk.Limit == 0 ? query : query.Append(new("limit", Walk.Limit.ToString(CultureInfo.InvariantCulture)));
            return _style == PageStyle.Page ? query.Where(item => item.Key != "page").Append(new("page", Walk.Page.ToString(CultureInfo.InvariantCulture)))
                : _hasBegun ? query.Where(item => item.Key != "nextId").Append(new("nextId", Walk.NextId!))
                : query;
        }
    }

    /// <summary>Takes a page, and goes on to the next one.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="entries">What to put out of it; <see langword="null"/> when it is no list.</param>
    /// <returns>Whether there is a further page.</returns>
    public bool MoveOn(AnyAnswer answer, out IReadOnlyList<object?>? entries)
    {
        entries = _all ? answer.Entries : null;
        if (entries is null)
        {
            return false;
        }

        // Entries without ids can be compared only as a whole page.
        bool isSame = _hasBegun && answer.Text == _text && entries.Count > 0;
        _text = answer.Text;
        _hasBegun = true;
        if (_style == PageStyle.None && answer.NextId is null && answer.Total > entries.Count)
        {
            Fault = FormattableString.Invariant($"The list has {answer.Total} entries, and {entries.Count} of them came: the module does not know how this list is paged. Ask for its pages one by one, with -Query and without -All.");
        }

        entries = Walk.Take(isSame ? [.. entries.Take(0)] : entries, AnyAnswer.Identify, entries.Count, answer.Total, answer.NextId, isSame, answer.Start);
        return !Walk.IsAtEnd;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string? InPath(string path, string name) => path.Split('?').Skip(1).SelectMany(query => query.Split('&'))
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => pair.Substring(name.Length + 1))
        .FirstOrDefault();

    private string? Given(string name) => _given.Where(item => item.Key == name).Select(item => item.Value).FirstOrDefault();
}
