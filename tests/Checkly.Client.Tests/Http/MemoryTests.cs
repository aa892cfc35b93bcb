using System.Net;
using System.Text;

namespace Checkly.Client.Tests;

/// <summary>What a settled update costs. The bounds have a margin of a third; RESULTS.md of the benchmarks has the figures.</summary>
public sealed class MemoryTests : ClientTest
{
    private const int Updates = 200;

    [Fact]
    public void An_update_allocates_no_more_than_it_needs()
    {
        using var server = new AtOnce();
        using var client = new ChecklyClient(new ChecklyClientOptions { ApiKey = new ApiKey(Key), AccountId = AccountId, Handler = server });
        void Post()
        {
            for (int i = 0; i < Updates; i++)
            {
                // Everything ends at once, so that all of it runs on this thread, whatever other tests do meanwhile.
                Assert.True(client.SendAsync(AnUpdate(), Cancel).IsCompletedSuccessfully);
            }
        }

        Post();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Post();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Updates, 1_000, 9_000);
        Assert.Equal(2 * Updates, server.Requests);
    }

    private sealed class AtOnce : HttpMessageHandler
    {
        private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"u","status":"RESOLVED","description":"All is well.","created_at":"2026-01-01T00:00:00.000Z"}""");

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new ByteArrayContent(Body) });
        }
    }
}
