using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>Sessions of one process with one account know of each other's POSTs; those of another account do not.</summary>
public sealed class SharedAccountTests : ClientTest, IAsyncDisposable
{
    private readonly VirtualTime _time = new(1);
    private FaultServer? _server;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_session_left_in_doubt_is_not_taken_for_what_another_one_has_posted(bool isSameAccount)
    {
        Serve(WireFault.ResetBefore, WireFault.ResetAfter);
        using ChecklyClient one = Session(seconds: 0);
        using ChecklyClient other = Session(account: isSameAccount ? AccountId.ToUpperInvariant() : Guid.NewGuid().ToString());
        await Assert.ThrowsAsync<ChecklyApiException>(() => one.SendAsync(AnUpdate(), Cancel));

        Exception? failure = await Record.ExceptionAsync(() => other.SendAsync(AnUpdate(), Cancel));

        Assert.Equal(isSameAccount ? ChecklyErrorKind.OutcomeUnknown : null, (failure as ChecklyApiException)?.Kind);
    }

    [Fact]
    public async Task What_one_session_has_posted_is_not_taken_for_what_another_one_has_lost()
    {
        Serve(WireFault.None, WireFault.ErrorBefore);
        using ChecklyClient one = Session();
        using ChecklyClient other = Session();

        string? first = Assert.Single(await one.SendAsync(AnUpdate(), Cancel)).Id;
        string? second = Assert.Single(await other.SendAsync(AnUpdate(), Cancel)).Id;

        Assert.NotEqual(first, second);
        Assert.Equal(2, _server!.Store.ByText()[(IncidentId, "All is well.")].Count());
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_address_makes_no_other_server()
    {
        var clock = new StandInClock();
        using var one = new ChecklyClient(Options(new Uri("http://127.0.0.1:9/checkly"), account: AccountId) with { Clock = clock });
        using var other = new ChecklyClient(Options(new Uri("http://127.0.0.1:9/checkly/"), account: AccountId) with { Clock = clock });
        ApiRequest<Incident> read = IncidentRequests.Get(IncidentId);
        IDisposable first = await one.LockForChangeAsync(read, null, Cancel);

        Task<IDisposable> second = other.LockForChangeAsync(read, null, Cancel);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    private void Serve(params WireFault[] faults) => _server = new FaultServer(new FaultSchedule(faults), _time);

    private ChecklyClient Session(double seconds = 120, string account = AccountId) => new(Options(_server!.Uri, account: account) with
    {
        Clock = _time,
        MaximumRetryCount = 4,
        MaximumTotalTime = TimeSpan.FromSeconds(seconds),
    });
}
