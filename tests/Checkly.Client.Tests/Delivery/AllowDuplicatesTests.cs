using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Whoever would rather see something twice than not at all: a POST in doubt is looked for, then sent again.</summary>
public sealed class AllowDuplicatesTests : DeliveryTest
{
    [Theory]
    [InlineData("break")]
    [InlineData("hang")]
    [InlineData("gateway")]
    public async Task What_is_not_there_after_four_looks_is_sent_again(string loss)
    {
        Server.Then(loss switch { "break" => Break, "hang" => Hang, _ => Answer(504, "<html>") }, History, History, History, History, Create("b"));
        Server.Ever = History;
        using ChecklyClient client = Connect(allowDuplicates: true);

        Assert.Equal("b", await Post(client));

        Assert.Equal("POST GET GET GET GET POST GET", Server.Methods);
        Assert.Equal([1, 2, 4], Clock.Seconds);
    }

    [Fact]
    public async Task What_is_there_is_not_sent_again()
    {
        Server.Then(Carry("a", Break));
        Server.Ever = History;
        using ChecklyClient client = Connect(allowDuplicates: true);

        Assert.Equal("a", await Post(client));

        Assert.Equal("POST GET GET", Server.Methods);
    }

    /// <summary>Doubts and looks that are refused do not keep it from being sent again.</summary>
    [Fact]
    public async Task What_cannot_be_told_is_sent_again()
    {
        Server.Then(Break, Answer(403), Answer(403), Answer(403), Answer(403), Create("b"));
        Server.Ever = Answer(403);
        using ChecklyClient client = Connect(allowDuplicates: true);

        Assert.Equal("b", await Post(client));
    }

    /// <summary>By its status code it was carried out: the second one would be a duplicate for certain.</summary>
    [Theory]
    [InlineData(201, "?")]
    [InlineData(200, "<html>")]
    [InlineData(303, "")]
    public async Task A_success_that_cannot_be_read_is_looked_for_and_never_sent_again(int status, string body)
    {
        Server.Then(Answer(status, body));
        Server.Ever = History;
        using ChecklyClient client = Connect(allowDuplicates: true);

        await Fails(client, AnUpdate());

        Assert.Equal("POST GET GET GET GET GET GET GET GET GET", Server.Methods);
    }

    [Fact]
    public async Task With_no_repeats_left_a_doubt_ends_it()
    {
        Server.Then(Break, Answer(403), Answer(403), Answer(403), Answer(403), Break);
        Server.Ever = Answer(403);
        using ChecklyClient client = Connect(retries: 1, allowDuplicates: true);

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 2, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("POST GET GET GET GET POST GET", Server.Methods);
    }

    [Fact]
    public async Task What_was_sent_several_times_is_not_said_to_have_been_sent_once()
    {
        Server.Ever = Break;
        using ChecklyClient client = Connect(retries: 2, allowDuplicates: true);

        ChecklyApiException failure = await Fails(client, AnIncident());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 3), (failure.Kind, failure.Tries));
        Assert.EndsWith("It was tried 3 times. There is no list in which it could be recognized. Look at the dashboard before you send it again.", failure.Message, StringComparison.Ordinal);
    }
}
