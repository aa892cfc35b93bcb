using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Whoever cancels a request is told at once whether it may have been carried out.</summary>
public sealed class InterruptionTests : DeliveryTest, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Before_anything_was_sent_nothing_was_done()
    {
        await _stop.CancelAsync();
        using ChecklyClient client = Connect();

        Assert.False(await Interrupt(client, AnUpdate()));
        Assert.False(await Interrupt(client, AnIncident()));
        Assert.False(await Interrupt(client, AChange()));
        Assert.False(await Interrupt(client, ADeletion()));
        Assert.Empty(Server.Arrivals);
    }

    [Fact]
    public async Task While_there_is_no_connection_yet_nothing_was_done()
    {
        Server.Then(Stopped(receives: false));
        using ChecklyClient client = Connect();

        Assert.False(await Interrupt(client, AnUpdate()));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    [InlineData("POST of an incident")]
    public async Task After_a_write_was_sent_it_may_have_been_carried_out(string write)
    {
        Server.Then(Stopped());
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, write));
    }

    [Fact]
    public async Task A_reading_changes_nothing_whenever_it_ends()
    {
        Server.Then(Break, Stopped());
        using ChecklyClient client = Connect();

        Assert.False(await Interrupt(client, IncidentRequests.Get(IncidentId)));
    }

    [Theory]
    [InlineData("PUT", 429, false)]
    [InlineData("PUT", 0, false)]
    [InlineData("PUT", 500, true)]
    [InlineData("DELETE", 429, false)]
    [InlineData("DELETE", 0, false)]
    [InlineData("DELETE", 500, true)]
    [InlineData("POST", 429, false)]
    [InlineData("POST", 0, false)]
    public async Task While_it_waits_it_depends_on_what_it_waits_for(string write, int status, bool maybe)
    {
        Clock.OnWait = _stop.Cancel;
        Server.Then(status == 0 ? Refuse : Answer(status));
        using ChecklyClient client = Connect();

        Assert.Equal(maybe, await Interrupt(client, write));
        Assert.Single(Server.Arrivals);
    }

    [Fact]
    public async Task While_it_is_looked_for_a_post_may_have_been_carried_out()
    {
        Server.Then(Break, Stopped());
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, AnUpdate()));
    }

    [Fact]
    public async Task Between_two_looks_a_post_may_have_been_carried_out()
    {
        Clock.OnWait = _stop.Cancel;
        Server.Then(Break, History);
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, AnUpdate()));
        Assert.Equal("POST GET", Server.Methods);
    }

    [Fact]
    public async Task A_post_that_is_put_off_after_one_of_unknown_fate_may_have_been_carried_out()
    {
        Server.Then(Break, History, History, After(server => server.Clock.OnWait = _stop.Cancel, Answer(429)));
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, AnUpdate()));
    }

    [Fact]
    public async Task A_second_post_that_is_not_out_yet_does_not_undo_the_first()
    {
        Server.Then(Break, History, History, Stopped(receives: false));
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, AnUpdate()));
    }

    [Fact]
    public async Task A_second_post_that_is_not_out_yet_has_done_nothing_when_the_first_was_refused()
    {
        Server.Then(Refuse, Answer(429), Stopped(receives: false));
        using ChecklyClient client = Connect();

        Assert.False(await Interrupt(client, AnUpdate()));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_may_have_been_carried_out_while_it_is_looked_for()
    {
        Server.Then(Answer(201, "?"), Stopped());
        using ChecklyClient client = Connect();

        Assert.True(await Interrupt(client, AnUpdate()));
    }

    private Task<bool> Interrupt<T>(ChecklyClient client, ApiRequest<T> request) => MayHaveBeenCarriedOut(client, request, _stop.Token);

    private Task<bool> Interrupt(ChecklyClient client, string write) => MayHaveBeenCarriedOut(client, write, _stop.Token);

    /// <summary>The request is under way when it is cancelled.</summary>
    private ServerStep Stopped(bool receives = true) => async (server, request, cancellationToken) =>
    {
        if (receives)
        {
            await server.Receive(request, cancellationToken);
        }

        await _stop.CancelAsync();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Forever is over.");
    };
}
