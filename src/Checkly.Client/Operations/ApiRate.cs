using System.Globalization;

namespace Checkly;

/// <summary>How many requests the API takes within a time; it answers 429 to more.</summary>
/// <param name="Operation">The operation; <see langword="null"/> for all requests of an account together.</param>
/// <param name="Most">The largest number of requests.</param>
/// <param name="Within">The time.</param>
public sealed record ApiRate(ApiOperation? Operation, int Most, TimeSpan Within)
{
    private static readonly Lazy<ApiRate[]> Lines = new(() =>
        [new ApiRate(null, 600, TimeSpan.FromSeconds(60)), .. ApiOperations.ReadLines("Checkly.rates.txt").Select(Parse)]);

    /// <summary>The rate of the account, 600 requests in 60 s, and the narrower ones of single operations.</summary>
    public static IReadOnlyList<ApiRate> All => Lines.Value;

    /// <summary>Whether a request counts.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path without a query.</param>
    internal bool Counts(string method, string path) => Operation is null || (Operation.Method == method && Operation.Matches(path));

    /// <summary>Parses a line such as <c>rate 5 10 GET /v1/alert-notifications</c>.</summary>
    private static ApiRate Parse(string line)
    {
        string[] words = line.Split(' ');
        return new ApiRate(
            new ApiOperation(words[3], words[4], PageStyle.None, 0),
            int.Parse(words[1], CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(int.Parse(words[2], CultureInfo.InvariantCulture)));
    }
}
