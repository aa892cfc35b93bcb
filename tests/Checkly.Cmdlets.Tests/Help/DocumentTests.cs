using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The documents of the repository.</summary>
public sealed partial class DocumentTests
{
    private const int LongestReadMe = 250;

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere()
    {
        string[] documents =
        [
            .. Directory.GetFiles(Repository.Root, "*.md"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
        ];

        Assert.Empty(documents.SelectMany(document => Links().Matches(File.ReadAllText(document)).Select(link => link.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Exists(document, target))
            .Select(target => $"{Path.GetRelativePath(Repository.Root, document)}: {target}")));
    }

    [Fact]
    public void The_readme_is_read_in_five_minutes() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Repository.Root, "README.md")).Length, 1, LongestReadMe);

    [Fact]
    public void A_script_that_cannot_end_its_window_does_not_hide_it()
    {
        string[] texts =
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Checkly.Help", "about")),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"),
            Path.Combine(Repository.Root, "README.md"),
        ];
        string[] lines = [.. texts.SelectMany(File.ReadLines).Where(line => line.Contains("finally {", StringComparison.Ordinal) && line.Contains("-EndNow", StringComparison.Ordinal))];

        Assert.Contains(lines, line => line.StartsWith("        finally", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches("-EndNow -ErrorAction (Stop|Continue) }", line));
    }

    private static bool Exists(string document, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0 ? document : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, parts[0]));
        return Directory.Exists(path) || (File.Exists(path) && (parts.Length == 1 || File.ReadLines(path).Any(line => Anchor(line) == parts[1])));
    }

    private static string? Anchor(string line) => line.StartsWith('#') ? NotInAnchors().Replace(line.TrimStart('#').Trim(), string.Empty).Replace(' ', '-').ToLowerInvariant() : null;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\w\s-]")]
    private static partial Regex NotInAnchors();
}
