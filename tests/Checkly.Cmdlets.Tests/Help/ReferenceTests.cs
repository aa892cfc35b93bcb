using System.Xml.Linq;
using Checkly.Help;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The Markdown pages of the cmdlets say what the help says. <c>CHECKLY_WRITE_DOCS=1 dotnet test</c> writes them anew.</summary>
public sealed class ReferenceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "reference");

    [Fact]
    public void The_reference_is_the_help()
    {
        IReadOnlyDictionary<string, string> pages = ReferenceWriter.Pages(XDocument.Load(Path.Combine(Repository.Root, "module", "bin", "en-US", "Checkly.Cmdlets.dll-Help.xml")));
        if (Environment.GetEnvironmentVariable("CHECKLY_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach ((string name, string text) in pages)
            {
                File.WriteAllText(Path.Combine(Folder, name), text);
            }
        }

        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Value, File.ReadAllText(Path.Combine(Folder, page.Key)).ReplaceLineEndings("\n")));
    }
}
