using Checkly.Sandbox;

namespace Checkly.Desktop.Tests;

/// <summary>What a client does on .NET Framework, over each of the two ways to a sandbox.</summary>
public abstract class DesktopTest(SandboxHandler sandbox, ChecklyClientOptions options) : IDisposable
{
    private readonly ChecklyClient _client = new(options with
    {
        ApiKey = new ApiKey(SandboxAccount.ApiKey),
        AccountId = SandboxAccount.Id,
        Timeout = TimeSpan.FromSeconds(2),
        MaximumTotalTime = TimeSpan.FromSeconds(8),
    });

    public static TheoryData<SandboxFault> Faults => [.. (SandboxFault[])Enum.GetValues(typeof(SandboxFault))];

    [Fact]
    public async Task What_is_created_is_read_back_letter_by_letter()
    {
        const string Name = "Zürich, 東京, \U0001F6A7 & <b>";
        StatusPageService created = await Send(StatusPageServiceRequests.Create(Name));
        Assert.Equal(Name, created.Name);
        Assert.Equal(Name, (await Send(StatusPageServiceRequests.Get(created.Id!))).Name);

        await Send(StatusPageServiceRequests.Delete(created.Id!));
        var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => Send(StatusPageServiceRequests.Get(created.Id!)));
        Assert.Equal(ChecklyErrorKind.NotFound, failure.Kind);
        Assert.Equal(404, failure.StatusCode);
        Assert.NotNull(failure.ApiMessage);
    }

    [Fact]
    public async Task A_list_goes_on_with_its_next_page()
    {
        Page<StatusPageService> first = await Send(StatusPageServiceRequests.List(1));
        Page<StatusPageService> second = await Send(StatusPageServiceRequests.List(1, first.NextId));
        Assert.NotEqual(Assert.Single(first.Items).Id, Assert.Single(second.Items).Id);
    }

    [Fact]
    public async Task A_wrong_key_is_unauthorized_and_in_no_message()
    {
        using var client = new ChecklyClient(options with { ApiKey = new ApiKey("cu_canary_7f3a9e0b41d2"), AccountId = SandboxAccount.Id });
        var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(AccountRequests.Me(), TestContext.Current.CancellationToken));
        Assert.Equal(ChecklyErrorKind.Unauthorized, failure.Kind);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_service_is_made_once_or_reported_as_unknown(SandboxFault fault)
    {
        sandbox.Play([fault]);
        ChecklyApiException? failure = null;
        StatusPageService? made = null;
        try
        {
            made = await Send(StatusPageServiceRequests.Create("Once"));
        }
        catch (ChecklyApiException exception)
        {
            failure = exception;
        }

        StatusPageService[] found = [.. (await Send(StatusPageServiceRequests.List(100))).Items.Where(service => service.Name == "Once")];
        if (failure is null)
        {
            Assert.Equal(made!.Id, Assert.Single(found).Id);
        }
        else
        {
            Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
            Assert.Empty(found);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _client.Dispose();
        sandbox.Dispose();
    }

    private Task<T> Send<T>(ApiRequest<T> request) => _client.SendAsync(request, TestContext.Current.CancellationToken);
}
