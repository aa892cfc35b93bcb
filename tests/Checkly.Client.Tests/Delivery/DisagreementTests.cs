using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What was promised and is not so yet.</summary>
public sealed class DisagreementTests : DeliveryTest
{
    [Theory]
    [InlineData("All is well. ")]
    [InlineData(" All is well.")]
    [InlineData("All is well.\n")]
    public async Task A_text_with_other_white_space_is_another_text(string description)
    {
        string other = new System.Text.Json.Nodes.JsonObject { ["status"] = "RESOLVED", ["description"] = description }.ToJsonString();
        Server.Then(After(server => server.Make("x", other), Break), History, History, Create("b"), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"id":"i","incidentUpdates":[1]}""")]
    [InlineData("""{"id":"i","incidentUpdates":"none"}""")]
    [InlineData("""{"id":"i"}""")]
    public async Task A_look_with_an_answer_of_another_shape_leaves_it_open_and_says_so_in_whole_sentences(string body)
    {
        Server.Then(Break, Answer(200, body));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }
}
