namespace Checkly.Client.Tests;

/// <summary>Which page of a list comes next, and when a list is at its end.</summary>
public sealed class PageWalkTests
{
    [Theory]
    // The list, what the server puts on a page, whether it says how long the list is; then the pages that are asked for.
    [InlineData(0, 100, false, "100:1")]
    [InlineData(3, 100, false, "100:1 3:2")]
    [InlineData(3, 100, true, "100:1")]
    [InlineData(100, 100, false, "100:1 100:2")]
    [InlineData(100, 100, true, "100:1")]
    [InlineData(250, 100, false, "100:1 100:2 100:3 100:4")]
    [InlineData(250, 100, true, "100:1 100:2 100:3")]
    [InlineData(50, 20, false, "100:1 20:2 20:3 20:4")]
    [InlineData(50, 20, true, "100:1 20:2 20:3")]
    public void A_list_by_number_is_read_to_its_end(int length, int cap, bool saysTotal, string asked)
    {
        PageWalk walk = PageWalk.ByNumber(100);
        List<string> pages = [];
        List<int> read = [];
        while (!walk.IsAtEnd)
        {
            pages.Add(FormattableString.Invariant($"{walk.Limit}:{walk.Page}"));
            int on = Math.Min(walk.Limit, cap);
            int[] page = [.. Enumerable.Range(0, length).Skip((int)(walk.Page - 1) * on).Take(on)];
            read.AddRange(walk.Take(page, entry => $"id{entry}", page.Length, saysTotal ? length : null, null));
        }

        Assert.Equal(asked, string.Join(' ', pages));
        Assert.Equal(Enumerable.Range(0, length), read);
        Assert.Null(walk.Fault);
    }

    [Fact]
    public void A_server_that_ignores_the_page_is_found_out()
    {
        PageWalk walk = PageWalk.ByNumber(2);

        Assert.Equal(["a", "b"], Take(walk, "a", "b"));
        Assert.Empty(Take(walk, "a", "b"));

        Assert.True(walk.IsAtEnd);
        Assert.Equal("The server sends page after page of the list without anything new, so the list could not be read to its end.", walk.Fault);
    }

    /// <summary>While a list is read, what is new moves the rest to the next page.</summary>
    [Fact]
    public void An_entry_that_moves_to_the_next_page_comes_once()
    {
        PageWalk walk = PageWalk.ByNumber(2);

        Assert.Equal(["a", "b"], Take(walk, "a", "b"));
        Assert.Equal(["c"], Take(walk, "b", "c"));
        Assert.Null(walk.Fault);
    }

    [Fact]
    public void Entries_that_look_alike_all_come()
    {
        PageWalk walk = PageWalk.ByNumber(3);

        Assert.Equal(["a", "A", "a"], Take(walk, "a", "A", "a"));
        Assert.Equal(["B"], Take(walk, "a", "B"));
        Assert.Null(walk.Fault);
    }

    /// <summary>A <c>Content-Range</c> such as <c>0-19/10</c>.</summary>
    [Fact]
    public void A_total_that_the_list_exceeds_does_not_end_it()
    {
        PageWalk walk = PageWalk.ByNumber(2);

        walk.Take(["a", "b"], entry => entry, 2, 1, null);
        Assert.False(walk.IsAtEnd);
        walk.Take(["c"], entry => entry, 1, 3, null);
        Assert.Equal((true, null), (walk.IsAtEnd, walk.Fault));
    }

    [Fact]
    public void Pages_that_cannot_be_read_do_not_end_a_list()
    {
        PageWalk walk = PageWalk.ByNumber(2);

        walk.Take<string>([], entry => entry, 2, null, null);
        Assert.False(walk.IsAtEnd);
        Take(walk, "a", "b");
        walk.Take<string>([], entry => entry, 0, null, null);

        Assert.Equal((true, null), (walk.IsAtEnd, walk.Fault));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_of_which_nothing_can_be_read_is_a_fault(bool byCursor)
    {
        PageWalk walk = byCursor ? PageWalk.ByCursor(2) : PageWalk.ByNumber(2);
        walk.Take<string>([], entry => entry, 2, 3, "n1");
        walk.Take<string>([], entry => entry, 1, 3, null);

        Assert.Equal((true, "No entry of the list could be read."), (walk.IsAtEnd, walk.Fault));
    }

    [Fact]
    public void Pages_that_cannot_be_read_come_to_an_end()
    {
        PageWalk walk = PageWalk.ByNumber(2);
        int pages = 0;
        for (; !walk.IsAtEnd && pages < 100; pages++)
        {
            walk.Take<string>([], entry => entry, 2, null, null);
        }

        Assert.Equal(20, pages);
    }

    [Fact]
    public void Entries_without_an_id_all_come()
    {
        PageWalk walk = PageWalk.ByNumber(2);

        Assert.Equal(2, walk.Take(["", ""], _ => null, 2, null, null).Count);
        Assert.Equal(2, walk.Take(["", ""], _ => string.Empty, 2, null, null).Count);
        Assert.Null(walk.Fault);
    }

    [Fact]
    public void Fewer_entries_than_the_server_has_promised_are_a_fault()
    {
        PageWalk walk = PageWalk.ByNumber(100);
        walk.Take(["a"], entry => entry, 1, 50, null);

        Assert.False(walk.IsAtEnd);
        walk.Take<string>([], entry => entry, 0, 50, null);

        Assert.True(walk.IsAtEnd);
        Assert.Equal("The server says that the list has 50 entries, but its pages end after 1.", walk.Fault);
    }

    [Fact]
    public void A_page_behind_the_end_is_no_fault()
    {
        PageWalk walk = PageWalk.ByNumber(10, 7);
        walk.Take<string>([], entry => entry, 0, 50, null);

        Assert.Equal((true, null), (walk.IsAtEnd, walk.Fault));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(1, false)]
    public void A_short_page_that_is_not_the_first_one_leads_astray(long firstPage, bool isOffCourse)
    {
        PageWalk walk = PageWalk.ByNumber(50, firstPage);
        walk.Take(["a", "b"], entry => entry, 2, null, null);

        Assert.Equal(isOffCourse, walk.IsOffCourse);
    }

    [Fact]
    public void Entries_that_cannot_be_read_count_too()
    {
        PageWalk walk = PageWalk.ByNumber(2);
        walk.Take(["a"], entry => entry, 2, null, null);

        Assert.Equal((2, 2L), (walk.Limit, walk.Page));
    }

    [Theory]
    [InlineData("n1", "n1")]
    [InlineData("n1", "n2", "n1")]
    public void A_cursor_that_comes_again_is_a_fault(params string[] cursors)
    {
        PageWalk walk = PageWalk.ByCursor(10);
        for (int i = 0; i < cursors.Length; i++)
        {
            walk.Take([$"{i}"], entry => entry, 1, null, cursors[i]);
        }

        Assert.True(walk.IsAtEnd);
        Assert.StartsWith("The server sends page after page", walk.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_pages_with_ever_new_cursors_are_a_fault()
    {
        PageWalk walk = PageWalk.ByCursor(10);
        int pages = 0;
        for (; !walk.IsAtEnd && pages < 100; pages++)
        {
            walk.Take<string>([], entry => entry, 0, null, $"n{pages}");
        }

        Assert.Equal(20, pages);
        Assert.StartsWith("The server sends page after page", walk.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_by_cursor_ends_without_one_and_an_empty_page_does_not_end_it()
    {
        PageWalk walk = PageWalk.ByCursor(10);
        walk.Take<string>([], entry => entry, 0, null, "n1");

        Assert.Equal((false, "n1"), (walk.IsAtEnd, walk.NextId));
        walk.Take(["a"], entry => entry, 1, null, null);
        Assert.Equal((true, null), (walk.IsAtEnd, walk.Fault));
    }

    private static IReadOnlyList<string> Take(PageWalk walk, params string[] entries) => walk.Take(entries, entry => entry, entries.Length, null, null);
}
