namespace Checkly.Client.Tests;

/// <summary>Changes that write back what they have read go one after another within a process.</summary>
public sealed class ChangeLockTests : DeliveryTest
{
    private static readonly ApiRequest<Incident> Read = IncidentRequests.Get(IncidentId);

    [Fact]
    public async Task A_change_waits_for_the_one_before_it_and_says_so()
    {
        using ChecklyClient client = Connect();
        IDisposable first = await Lock(client);

        Task<IDisposable> second = Lock(client);

        Assert.False(second.IsCompleted);
        Assert.Equal(
            (DeliveryNoteKind.Waiting, $"GET {Read.Path} waits for another change of the same object that is under way.", TimeSpan.FromSeconds(120)),
            Assert.Single(Notes) is var note ? (note.Kind, note.Message, note.Wait) : default);
        first.Dispose();
        (await second).Dispose();
        Assert.Empty(Server.Arrivals);
    }

    [Fact]
    public async Task A_change_of_something_else_does_not_wait()
    {
        using ChecklyClient client = Connect();
        using IDisposable first = await Lock(client);

        using IDisposable second = await client.LockForChangeAsync(StatusPageIncidentRequests.Get(IncidentId), Notes, Cancel);

        Assert.Empty(Notes);
    }

    [Fact]
    public async Task An_id_in_capitals_is_the_same_object()
    {
        using ChecklyClient client = Connect();
        using IDisposable first = await Lock(client);

        Task<IDisposable> second = client.LockForChangeAsync(IncidentRequests.Get(IncidentId.ToUpperInvariant()), Notes, Cancel);

        Assert.False(second.IsCompleted);
        Clock.Expire();
        await Assert.ThrowsAsync<ChecklyApiException>(() => second);
    }

    [Fact]
    public async Task A_change_that_takes_too_long_is_not_waited_for_without_end()
    {
        using ChecklyClient client = Connect();
        using IDisposable first = await Lock(client);

        Task<IDisposable> second = Lock(client);
        Clock.Expire();

        ChecklyApiException failure = await Assert.ThrowsAsync<ChecklyApiException>(() => second);
        Assert.Equal((ChecklyErrorKind.Timeout, 0, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal($"Before GET {Read.Path}, another change of the same object was under way all the time. Nothing was sent.", failure.Message);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        using ChecklyClient client = Connect();
        using IDisposable first = await Lock(client);

        Task<IDisposable> second = client.LockForChangeAsync(Read, Notes, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<RequestInterruptedException>(() => second);
    }

    [Fact]
    public async Task One_that_no_longer_waits_is_passed_over()
    {
        using var stop = new CancellationTokenSource();
        using ChecklyClient client = Connect();
        IDisposable first = await Lock(client);
        Task<IDisposable> second = client.LockForChangeAsync(Read, Notes, stop.Token);
        Task<IDisposable> third = Lock(client);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<RequestInterruptedException>(() => second);

        Assert.False(third.IsCompleted);
        first.Dispose();
        IDisposable held = await third;
        Task<IDisposable> fourth = Lock(client);

        Assert.False(fourth.IsCompleted);
        held.Dispose();
        (await fourth).Dispose();
        using IDisposable later = await Lock(client);
    }

    [Fact]
    public async Task A_lock_that_is_released_twice_is_passed_on_once()
    {
        using ChecklyClient client = Connect();
        IDisposable first = await Lock(client);
        Task<IDisposable> second = Lock(client);
        Task<IDisposable> third = Lock(client);

        first.Dispose();
        first.Dispose();

        using IDisposable held = await second;
        Assert.False(third.IsCompleted);
        held.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task A_lock_that_nobody_holds_is_free_although_another_change_is_about_to_wait_for_it()
    {
        using ChecklyClient client = Connect();
        IDisposable first = await Lock(client);
        var late = new LateReader();
        Task<IDisposable> second = Task.Run(() => client.LockForChangeAsync(Read, late, Cancel), Cancel);
        late.IsAbout.Wait(Cancel);
        first.Dispose();

        IDisposable third = await Lock(client);

        Assert.Empty(Notes);
        third.Dispose();
        late.GoesOn.Set();
        (await second).Dispose();
    }

    private Task<IDisposable> Lock(ChecklyClient client) => client.LockForChangeAsync(Read, Notes, Cancel);

    /// <summary>Takes its time to read the note that says it has to wait.</summary>
    private sealed class LateReader : IProgress<DeliveryNote>
    {
        public ManualResetEventSlim IsAbout { get; } = new();

        public ManualResetEventSlim GoesOn { get; } = new();

        public void Report(DeliveryNote value)
        {
            IsAbout.Set();
            GoesOn.Wait(Cancel);
        }
    }
}
