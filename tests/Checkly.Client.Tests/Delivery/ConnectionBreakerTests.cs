namespace Checkly.Client.Tests;

/// <summary>Where no connection can be made, a pipeline fails fast, and goes on when the connection is back.</summary>
public sealed class ConnectionBreakerTests : ClientTest
{
    private static readonly ChecklyApiException NoConnection = new(ChecklyErrorKind.ConnectionFailed, "No connection to x.") { CouldNotConnect = true };
    private readonly StandInClock _clock = new();
    private readonly ConnectionBreaker _breaker;

    public ConnectionBreakerTests() => _breaker = new ConnectionBreaker(_clock);

    [Fact]
    public void It_opens_after_three_in_a_row_and_says_why()
    {
        Fail(2);
        Assert.Null(_breaker.Refusal(AnUpdate()));
        Fail(1);

        ChecklyApiException? refusal = _breaker.Refusal(AnUpdate());

        Assert.Equal($"POST {UpdatesPath} was not tried, since the requests before it could not connect. No connection to x. Nothing was sent.", refusal?.Message);
        Assert.Equal((ChecklyErrorKind.ConnectionFailed, 0, false, true), (refusal!.Kind, refusal.Tries, refusal.MayHaveBeenCarriedOut, refusal.CouldNotConnect));
    }

    /// <summary>The last of the row may be in doubt; what was never tried is not.</summary>
    [Fact]
    public void What_was_not_tried_is_not_in_doubt()
    {
        Fail(2);
        _breaker.Record(new ChecklyApiException(ChecklyErrorKind.OutcomeUnknown, "No connection to x.") { CouldNotConnect = true, MayHaveBeenCarriedOut = true });

        ChecklyApiException refusal = _breaker.Refusal(AnUpdate())!;

        Assert.Equal((ChecklyErrorKind.ConnectionFailed, false), (refusal.Kind, refusal.MayHaveBeenCarriedOut));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_a_minute_later_one_is_tried_again(bool connects)
    {
        Fail(3);
        _clock.Pass(TimeSpan.FromSeconds(29.9));
        Assert.NotNull(_breaker.Refusal(AnUpdate()));
        _clock.Pass(TimeSpan.FromSeconds(0.1));
        Assert.Null(_breaker.Refusal(AnUpdate()));

        _breaker.Record(connects ? null : NoConnection);

        Assert.Equal(connects, _breaker.Refusal(AnUpdate()) is null);
    }

    [Fact]
    public void Any_other_failure_ends_the_row()
    {
        Fail(2);
        _breaker.Record(new ChecklyApiException(ChecklyErrorKind.NotFound, "There is none."));
        Fail(2);

        Assert.Null(_breaker.Refusal(AnUpdate()));
    }

    private void Fail(int times)
    {
        for (int i = 0; i < times; i++)
        {
            _breaker.Record(NoConnection);
        }
    }
}
