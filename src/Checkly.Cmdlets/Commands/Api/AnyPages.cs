using System.Globalization;

namespace Checkly.Commands;

/// <summary>The pages of a list of any operation: what to ask for, from the first to the last.</summary>
internal sealed class AnyPages
{
    private readonly bool _all;
    private readonly List<KeyValuePair<string, string>> _given;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PageStyle _style;
    private readonly int _limit;
    private int _page = 1;
    private string? _nextId;

    public AnyPages(string path, List<KeyValuePair<string, string>> given, bool all)
    {
        _all = all;
        _given = given;
        ApiOperation? operation = ApiOperations.Find("GET", path);
        _style = operation?.Style ?? PageStyle.None;
        string? limit = InPath(path, "limit") ?? Given("limit");
        _limit = limit is null ? operation?.LargestPage ?? 0 : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted) ? wanted : 0;
        _page = int.TryParse(InPath(path, "page") ?? Given("page") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int first) ? first : 1;
        HasLimit = limit is not null;
        // A page that stands in the path itself cannot be moved on.
        HasPage = InPath(path, "page") is not null;
    }

    /// <summary>The query of the next request, as far as it does not stand in the path.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query
    {
        get
        {
            IEnumerable<KeyValuePair<string, string>> query = _given;
            if (!_all || (_style == PageStyle.None && _nextId is null))
            {
                return query;
            }

            query = HasLimit || _limit == 0 ? query : query.Append(new("limit", _limit.ToString(CultureInfo.InvariantCulture)));
            return _style switch
            {
                _ when _nextId is not null => query.Where(item => item.Key != "nextId").Append(new("nextId", _nextId)),
                PageStyle.Page when !HasPage => query.Where(item => item.Key != "page").Append(new("page", _page.ToString(CultureInfo.InvariantCulture))),
                _ => query,
            };
        }
    }

    private bool HasLimit { get; }

    private bool HasPage { get; }

    /// <summary>Goes on to the next page.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveOn(AnyAnswer answer)
    {
        if (!_all || answer.Entries is not { } entries)
        {
            return false;
        }

        _page++;
        _nextId = answer.NextId;
        return _style == PageStyle.Page
            ? !HasPage && entries.Count > 0 && entries.Count >= _limit
            // Also where the path is not known; but a cursor that comes again would go on for ever.
            : _nextId is not null && _seen.Add(_nextId);
    }

    private static string? InPath(string path, string name) => path.Split('?').Skip(1).SelectMany(query => query.Split('&'))
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => pair.Substring(name.Length + 1))
        .FirstOrDefault();

    private string? Given(string name) => _given.Where(item => item.Key == name).Select(item => item.Value).FirstOrDefault();
}
