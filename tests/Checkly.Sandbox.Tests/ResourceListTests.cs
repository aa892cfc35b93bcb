using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>What holds for the list of every resource: its pages, by number or by cursor.</summary>
public sealed class ResourceListTests
{
    public static TheoryData<string> Names => [.. TestedResource.All.Keys];

    public static MatrixTheoryData<string, int> NamesAndLimits => new(TestedResource.All.Keys, [1, 4, 7, 23, 24, 25, 26, 100]);

    public static TheoryData<string, string> NamesAndBadQueries
    {
        get
        {
            string[] limits = ["limit=0", "limit=-1", "limit=101", "limit=2147483648", "limit=99999999999999999999999", "limit=1.5", "limit=ten", "limit=10x", "limit=", "limit=null"];
            string[] pages = ["page=0", "page=-1", "page=two", "page=2x", "page=", "page=NaN", "limit=10&page=0"];
            string[] cursors = ["nextId=", "nextId=2", "nextId=null", "nextId=AAAA", "nextId=5a9db0c5-7e57-4c0d-8000-000000000011"];
            var rows = new TheoryData<string, string>();
            foreach ((string name, TestedResource resource) in TestedResource.All)
            {
                foreach (string query in limits.Concat(resource.HasCursor ? cursors : pages))
                {
                    rows.Add(name, query);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLimits))]
    public async Task All_pages_together_have_everything_once_and_in_order(string name, int limit)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        string[] first = [.. (await resource.ListAsync(sandbox)).Select(item => (string)item[resource.Name]!)];
        for (int number = first.Length; number < 25; number++)
        {
            await sandbox.Sandbox.PostAsync(resource.Path, resource.Numbered(number));
        }

        string[] names = [.. (await resource.ListAsync(sandbox, limit)).Select(item => (string)item[resource.Name]!)];

        string[] expected = [.. first, .. Enumerable.Range(first.Length, 25 - first.Length).Select(number => $"Number {number}")];
        Assert.Equal(resource.IsNewestFirst ? expected.AsEnumerable().Reverse() : expected, names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_ten_by_number_or_twenty_by_cursor_unless_another_limit_is_sent(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        for (int number = 1; number <= 25; number++)
        {
            await sandbox.Sandbox.PostAsync(resource.Path, resource.Numbered(number));
        }

        SandboxAnswer page = await sandbox.GetAsync(resource.Path);

        Assert.Equal(resource.HasCursor ? 20 : 10, (resource.HasCursor ? page.Object["entries"] : page.Array).Objects().Length);
    }

    [Theory]
    [MemberData(nameof(NamesAndBadQueries))]
    public async Task A_limit_a_page_or_a_cursor_that_cannot_be_is_refused(string name, string query)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"{resource.Path}?{query}"));
    }

    /// <summary>Whether the API takes these is not documented; the sandbox has an answer to each.</summary>
    [Theory]
    [InlineData("page=1.5")]
    [InlineData("page=1e400")]
    [InlineData("limit=100&page=92233720368547759")]
    [InlineData("page=99999999999999999999999")]
    [InlineData("limit=10&limit=20")]
    [InlineData("limit=%")]
    [InlineData("limit")]
    [InlineData("&&=&")]
    public async Task An_odd_query_is_answered(string query)
    {
        foreach (TestedResource resource in TestedResource.All.Values)
        {
            using DocumentedCall sandbox = new();

            SandboxAnswer answer = await sandbox.GetAsync($"{resource.Path}?{query}");

            if (answer.Status != HttpStatusCode.OK)
            {
                Refused.BadRequest(answer);
            }
        }
    }

    [Theory]
    [InlineData("?page=2")]
    [InlineData("?page=1000")]
    [InlineData("?limit=1&page=4")]
    [InlineData("?limit=100&page=2147483647")]
    [InlineData("?limit=100&page=9007199254740991")]
    public async Task A_page_beyond_the_end_is_empty_and_has_the_total(string query)
    {
        foreach (TestedResource resource in TestedResource.All.Values.Where(resource => !resource.HasCursor))
        {
            using DocumentedCall sandbox = new();
            await sandbox.PostAsync(resource.Path, resource.Numbered(1));
            int count = (await resource.ListAsync(sandbox)).Length;

            SandboxAnswer page = await sandbox.GetAsync(resource.Path + query);

            Assert.Empty(page.Array);
            Assert.Equal($"*/{count}", page.ContentRange);
        }
    }
}
