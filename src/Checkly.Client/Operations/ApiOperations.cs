using System.Globalization;
using System.Reflection;

namespace Checkly;

/// <summary>
/// The operations in the API's OpenAPI document of 2026-08-18. They serve completion, and say how lists are paged; operations that are
/// missing here can be used as well.
/// </summary>
public static class ApiOperations
{
    private static readonly Lazy<ApiOperation[]> Lines = new(() => [.. ReadLines("Checkly.operations.txt").Select(Parse)]);

    /// <summary>All operations, in the order of the document.</summary>
    public static IReadOnlyList<ApiOperation> All => Lines.Value;

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with or without a query.</param>
    /// <returns>The operation; <see langword="null"/> when it is not known.</returns>
    public static ApiOperation? Find(string method, string path)
    {
        string plain = ApiPath.WithoutQuery(path ?? throw new ArgumentNullException(nameof(path)));
        return All.Where(operation => operation.Method == method && operation.Matches(plain)).OrderByDescending(operation => operation.Specificity).FirstOrDefault();
    }

    /// <summary>Reads the lines of an embedded resource.</summary>
    internal static string[] ReadLines(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name));
        return reader.ReadToEnd().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Parses a line such as <c>GET /v1/checks page=100 deprecated</c>.</summary>
    private static ApiOperation Parse(string line)
    {
        string[] words = line.Split(' ');
        string[]? paging = words.Skip(2).Select(word => word.Split('=')).FirstOrDefault(pair => pair.Length == 2);
        return paging is null
            ? new ApiOperation(words[0], words[1], PageStyle.None, 0)
            : new ApiOperation(words[0], words[1], (PageStyle)Enum.Parse(typeof(PageStyle), paging[0], ignoreCase: true), int.Parse(paging[1], CultureInfo.InvariantCulture));
    }
}
