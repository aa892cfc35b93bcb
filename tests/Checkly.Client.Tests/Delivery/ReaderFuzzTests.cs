using System.Net;
using System.Text;
using CsCheck;

namespace Checkly.Client.Tests;

/// <summary>Whatever a server answers ends in an object, or in the one exception.</summary>
public sealed class ReaderFuzzTests : ClientTest
{
    private static readonly HttpStatusCode[] Codes = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent, HttpStatusCode.BadRequest, HttpStatusCode.NotFound];

    private static readonly Func<ChecklyClient, Task<object>>[] Calls =
    [
        async client => await client.SendAsync(IncidentRequests.Get(IncidentId)),
        async client => await client.SendAsync(AnUpdate()),
        async client => await client.SendAsync(DashboardRequests.List(100, 1)),
        async client => await client.SendAsync(IncidentRequests.Change(new Incident { Id = IncidentId }, new Dictionary<string, object?> { ["name"] = "Checkout", ["impact"] = "MINOR" })),
        // The last two lose the answer to the POST; what is at random is where it is looked for.
        async client => await client.SendAsync(AnUpdate()),
        async client => await client.SendAsync(DashboardRequests.Create(new Dictionary<string, object?> { ["header"] = "Acme", ["tags"] = new[] { "a", "b" } })),
    ];

    private static readonly Gen<(int Call, int Code, byte[] Body)> Sample =
        Gen.Select(Gen.Int[0, Calls.Length - 1], Gen.Int[0, Codes.Length - 1], Answers.Bodies);

    [Fact]
    public async Task Nothing_but_an_object_or_the_one_exception_comes_of_any_answer()
    {
        int objects = 0;
        int failures = 0;
        await Sample.SampleAsync(
            async sample =>
            {
                var clock = new StandInClock();
                using ChecklyClient client = new(Options(BaseAddress.Default) with { Clock = clock, MaximumTotalTime = TimeSpan.FromSeconds(20), Handler = new Same(Codes[sample.Code], sample.Body, sample.Call >= Calls.Length - 2, clock) });
                try
                {
                    Assert.NotNull(await Calls[sample.Call](client));
                    Interlocked.Increment(ref objects);
                }
                catch (ChecklyApiException failure)
                {
                    Assert.True(Enum.IsDefined(failure.Kind));
                    Assert.DoesNotContain(failure.Message, char.IsControl);
                    Interlocked.Increment(ref failures);
                }
            },
            iter: 10_000,
            threads: 2,
            print: sample => $"{sample.Call} {Codes[sample.Code]} {Convert.ToBase64String(sample.Body)} {Encoding.Latin1.GetString(sample.Body)}");

        // Both happen, or the answers are not what they should be.
        Assert.InRange(objects, 500, 9_500);
        Assert.InRange(failures, 500, 9_500);
    }

    /// <summary>Answers every request with the same.</summary>
    private sealed class Same(HttpStatusCode code, byte[] body, bool losesPosts, StandInClock clock) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            losesPosts && request.Method == HttpMethod.Post
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway))
                : Task.FromResult(new HttpResponseMessage(code) { Content = new ByteArrayContent(body), Headers = { Date = new DateTimeOffset(2022, 9, 8, 19, 56, 49, TimeSpan.Zero) + clock.Now } });
    }
}
