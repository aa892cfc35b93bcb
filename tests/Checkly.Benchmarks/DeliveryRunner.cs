using System.Diagnostics;
using Checkly.Tests;

namespace Checkly.Benchmarks;

/// <summary>Posts through every fault on real sockets and in real time, and prints the figures of the README.</summary>
internal sealed class DeliveryRunner(int posts, int seed)
{
    private const int Workers = 64;
    private const double ShareOfFaults = 0.3;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan MaximumTotalTime = TimeSpan.FromSeconds(15);

    // Far later than the client waits.
    private static readonly TimeSpan MaximumLateness = TimeSpan.FromSeconds(300);

    /// <returns>The exit code: 0 when nothing was lost, doubled or reported wrongly.</returns>
    public async Task<int> RunAsync()
    {
        var schedule = new FaultSchedule(seed, ShareOfFaults);
        var ledger = new DeliveryLedger();
        var random = new Random(seed);
        double Random()
        {
            lock (random)
            {
                return random.NextDouble();
            }
        }

        var habits = new ServerHabits
        {
            Lateness = () => MaximumLateness * Random(),
            // One replica of four lags, by up to 10 s: longer than the looks before a POST is sent again.
            Staleness = () => Random() < 0.25 ? TimeSpan.FromSeconds(10) * Random() : TimeSpan.Zero,
            CacheAge = () => Random() < 0.05 ? TimeSpan.FromSeconds(30) * Random() : TimeSpan.Zero,
            Rewrite = text => Random() < 0.05 ? System.Net.WebUtility.HtmlEncode($"<{text}>") : text,
        };
        await using var server = new FaultServer(schedule, new RealTime(), habits);
        using var client = new ChecklyClient(new ChecklyClientOptions
        {
            ApiKey = new ApiKey("cu_benchmark"),
            AccountId = Guid.NewGuid().ToString(),
            BaseUri = server.Uri,
            Timeout = Timeout,
            MaximumTotalTime = MaximumTotalTime,
        });

        var watch = Stopwatch.StartNew();
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            string incident = Guid.NewGuid().ToString();
            for (int i = Interlocked.Increment(ref next); i <= posts; i = Interlocked.Increment(ref next))
            {
                // Every fifth text is used again: what is wanted twice must be there twice.
                await ledger.PostAsync(client, incident, i % 5 == 0 ? "Still investigating." : $"Update {i}", CancellationToken.None).ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);
        watch.Stop();
        Console.WriteLine($"{posts} posts in {watch.Elapsed.TotalSeconds:0} s; waiting {MaximumLateness.TotalSeconds:0} s for what is still on its way");
        await Task.Delay(MaximumLateness + TimeSpan.FromSeconds(2)).ConfigureAwait(false);

        (string[] lost, string[] doubled, string[] misreported) = ledger.Compare(server.Store);
        Console.WriteLine($"seed {seed}: {posts} posts, {Workers} at once, {watch.Elapsed.TotalSeconds:0} s");
        Console.WriteLine($"requests that met a fault: {schedule.Met.Where(met => met.Key != WireFault.None).Sum(met => met.Value)} of {schedule.Met.Values.Sum()}");
        foreach ((WireFault fault, int count) in schedule.Met.OrderBy(met => met.Key))
        {
            Console.WriteLine($"  {fault,-22}{count,6}");
        }

        Console.WriteLine(FormattableString.Invariant($"posted {ledger.Posted}, outcome unknown {ledger.Unknown} ({100.0 * ledger.Unknown / posts:0.0} %), not posted {ledger.Refused}"));
        Console.WriteLine($"lost {lost.Length}, doubled {doubled.Length}, reported wrongly {misreported.Length}");
        foreach (string what in (string[])[.. lost, .. doubled, .. misreported])
        {
            Console.WriteLine($"  {what}");
        }

        return lost.Length + doubled.Length + misreported.Length == 0 ? 0 : 1;
    }
}
