namespace Checkly.Client.Tests;

/// <summary>The fewest pages that serve.</summary>
public sealed class PagePlanTests
{
    [Theory]
    [InlineData(0, 10, 10, 1, 0)]
    [InlineData(0, 100, 100, 1, 0)]
    [InlineData(50, 50, 50, 2, 0)]
    [InlineData(50, 10, 10, 6, 0)]
    [InlineData(3, 1, 1, 4, 0)]
    [InlineData(7, 3, 5, 2, 2)]
    [InlineData(95, 10, 15, 7, 5)]
    [InlineData(0, 0, 1, 1, 0)]
    public void A_range_that_fits_one_page_takes_one(int skip, int first, int limit, long page, int skipOnPage)
    {
        PagePlan plan = PagePlan.For((ulong)skip, (ulong)first, 100);

        Assert.Equal((limit, page, skipOnPage), (plan.Limit, plan.FirstPage, plan.SkipOnFirstPage));
    }

    [Fact]
    public void All_that_come_are_taken_on_the_largest_pages()
    {
        PagePlan plan = PagePlan.For(250, ulong.MaxValue, 100);

        Assert.Equal((100, 3L, 50), (plan.Limit, plan.FirstPage, plan.SkipOnFirstPage));
    }

    [Fact]
    public void No_other_limit_needs_fewer_pages()
    {
        for (int skip = 0; skip < 40; skip++)
        {
            for (int first = 1; first < 40; first++)
            {
                PagePlan plan = PagePlan.For((ulong)skip, (ulong)first, 10);

                Assert.Equal(Enumerable.Range(1, 10).Min(limit => Pages(skip, first, limit)), Pages(skip, first, plan.Limit));
                Assert.Equal(skip, ((plan.FirstPage - 1) * plan.Limit) + plan.SkipOnFirstPage);
            }
        }
    }

    private static int Pages(int skip, int first, int limit) => ((skip + first - 1) / limit) - (skip / limit) + 1;
}
