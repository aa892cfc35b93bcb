using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What else a client does while a POST is in doubt, and what it says then.</summary>
public sealed class BesideTests : DeliveryTest
{
    [Fact]
    public async Task A_read_in_between_does_not_make_what_was_lost_known_from_before()
    {
        var inDoubt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Then(
            async (server, request, cancellationToken) =>
            {
                server.Make("a", await server.Receive(request, cancellationToken));
                inDoubt.SetResult();
                await go.Task;
                throw new HttpRequestException("x", new IOException("reset"));
            },
            History);
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Task<string?> posting = Task.Run(() => Post(client), Cancel);
        await inDoubt.Task;
        await client.SendAsync(IncidentRequests.Get(IncidentId), Cancel);
        go.SetResult();

        Assert.Equal("a", await posting);
        Assert.Single(Server.Made);
    }

    [Fact]
    public async Task A_change_that_may_have_been_carried_out_is_never_said_not_to_be()
    {
        Server.Then(Break);
        Server.Ever = Refuse;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, IncidentUpdateRequests.Change(IncidentId, "u", "x"));

        Assert.True(failure.MayHaveBeenCarriedOut);
        Assert.DoesNotContain("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("An earlier attempt was sent, and its answer was lost.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_not_held_back_for_a_warning()
    {
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("b"));
        Server.Ever = Hang;
        using ChecklyClient client = Connect();
        TimeSpan start = Clock.Now;

        Assert.Equal("b", await Post(client));

        // Seven seconds of looks before it was sent again, and one look afterwards.
        Assert.InRange(Clock.Now - start, TimeSpan.Zero, TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_client_that_is_closed_does_not_go_on()
    {
        using ChecklyClient client = Connect();
        Server.Then(Break);
        Server.Ever = (server, request, cancellationToken) =>
        {
            client.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return History(server, request, cancellationToken);
        };

        ChecklyApiException failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(AnUpdate(), Notes, Cancel));

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.StartsWith("The connection was closed by its owner.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(520)]
    [InlineData(524)]
    [InlineData(529)]
    public async Task What_a_gateway_gave_up_on_is_looked_for(int status)
    {
        Server.Ever = History;
        Server.Then(Carry("a", Answer(status, "<html>")));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }
}
