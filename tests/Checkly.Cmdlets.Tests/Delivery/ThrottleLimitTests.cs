using System.Collections.Concurrent;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>-ThrottleLimit: what is for different things goes out side by side, what is for the same thing in order.</summary>
public sealed class ThrottleLimitTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Updates = "/v1/incidents/*/updates";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>The texts that have arrived, in their order.</summary>
    private readonly ConcurrentQueue<string> _arrived = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void As_many_as_allowed_are_under_way_and_no_more(int limit)
    {
        int underWay = 0;
        int most = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ServeUpdates(async (_, _) =>
        {
            lock (full)
            {
                most = Math.Max(most, ++underWay);
                if (underWay == limit)
                {
                    full.TrySetResult();
                }
            }

            // The first answers wait until as many are there as may be; one more would be seen meanwhile.
            await full.Task.WaitAsync(Long, TestContext.Current.CancellationToken);
            await Task.Yield();
            lock (full)
            {
                underWay--;
            }

            return 201;
        });

        Outcome outcome = Do($"1..12 | ForEach-Object {{ New-Update $_ \"t$_\" }} | New-ChecklyIncidentUpdate -ThrottleLimit {limit}");

        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"t{n}"), outcome.Output.Select(Text));
        Assert.Equal(limit, most);
    }

    [Fact]
    public void Updates_of_one_incident_go_out_one_after_another_in_their_order()
    {
        var underWay = new ConcurrentDictionary<string, int>();
        ServeUpdates(async (incident, _) =>
        {
            Assert.Equal(1, underWay.AddOrUpdate(incident, 1, (_, count) => count + 1));
            await Task.Yield();
            underWay[incident] = 0;
            return 201;
        });

        Outcome outcome = Do("0..59 | ForEach-Object { New-Update ($_ % 4) \"$($_ % 4):$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 8");

        Assert.Equal(Enumerable.Range(0, 60).Select(n => $"{n % 4}:{n}"), outcome.Output.Select(Text));
        Assert.All(_arrived.GroupBy(text => text[0]), group => Assert.Equal(group.OrderBy(Number), group));
        static int Number(string text) => int.Parse(text[2..], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The output does not depend on which answer came first.</summary>
    [Fact]
    public void The_output_has_the_order_of_the_input_though_the_first_answer_comes_last()
    {
        var others = new CountdownEvent(4);
        ServeUpdates(async (_, text) =>
        {
            if (text == "t1")
            {
                await Task.Run(() => Assert.True(others.Wait(Long)));
            }
            else
            {
                others.Signal();
            }

            return 201;
        });

        Outcome outcome = Do("1..5 | ForEach-Object { New-Update $_ \"t$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 5");

        Assert.Equal(["t1", "t2", "t3", "t4", "t5"], outcome.Output.Select(Text));
    }

    [Fact]
    public void An_error_stays_with_its_item_and_stops_no_other()
    {
        ServeUpdates((_, text) => Task.FromResult(text is "t2" or "t5" ? 404 : 201));

        Outcome outcome = Run("1..6 | ForEach-Object { New-Update $_ \"t$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 3");

        Assert.Equal(["t1", "t3", "t4", "t6"], outcome.Output.Select(Text));
        Assert.Equal([Incident(2), Incident(5)], outcome.Errors.Select(error => error.TargetObject));
        Assert.All(outcome.Errors, error => Assert.StartsWith("Checkly.NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_that_ends_the_command_leaves_nothing_unsaid()
    {
        ServeUpdates((_, text) => Task.FromResult(text == "t1" ? 404 : 201));

        Outcome outcome = Run("1..4 | ForEach-Object { New-Update $_ \"t$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 4 -ErrorAction Stop");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        // Those that had arrived were carried out, and the host was told of each.
        Assert.All(_arrived.Where(text => text != "t1"), text => Assert.Contains($"(made {Update(text)})", outcome.Shown, StringComparison.Ordinal));
    }

    [Fact]
    public void When_the_pipeline_ends_early_the_others_that_were_posted_are_told()
    {
        ServeUpdates((_, _) => Task.FromResult(201));

        Outcome outcome = Run("1..4 | ForEach-Object { New-Update $_ \"t$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 4 | ForEach-Object { $_; throw 'enough' }");

        Assert.Equal(["t1"], outcome.Output.Select(Text));
        Assert.All(_arrived.Where(text => text != "t1"), text => Assert.Contains($"(made {Update(text)})", outcome.Shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_it_is_stopped_what_was_sent_is_told_and_the_rest_is_counted()
    {
        // Three requests, and the end of the input.
        var arrived = new CountdownEvent(4);
        var never = new TaskCompletionSource<int>();
        ServeUpdates((_, text) =>
        {
            if (text is "t1" or "t2")
            {
                return Task.FromResult(201);
            }

            arrived.Signal();
            return never.Task;
        });
        Host.Runspace.SessionStateProxy.SetVariable("arrived", arrived);
        using PowerShell shell = Host.CreatePowerShell();
        IAsyncResult running = shell.AddScript("& { 1..12 | ForEach-Object { New-Update $_ \"t$_\" }; $null = $arrived.Signal() } | New-ChecklyIncidentUpdate -ThrottleLimit 3").BeginInvoke();
        Assert.True(await Task.Run(() => arrived.Wait(Long), TestContext.Current.CancellationToken));

        await Task.Run(shell.Stop, TestContext.Current.CancellationToken).WaitAsync(Long, TestContext.Current.CancellationToken);
        never.SetResult(500);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(3, Shown.Split("was interrupted after it was sent: it may have been carried out.").Length - 1);
        Assert.Contains("7 requests of New-ChecklyIncidentUpdate were not sent.", Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(25, 6)]
    public void From_the_twentieth_on_it_shows_how_far_it_is(int count, int records)
    {
        ServeUpdates((_, _) => Task.FromResult(201));

        Outcome outcome = Do($"1..{count} | ForEach-Object {{ New-Update $_ \"t$_\" }} | New-ChecklyIncidentUpdate -ThrottleLimit 5");

        Assert.Equal(records, outcome.Progress.Count);
        Assert.All(outcome.Progress, record => Assert.Equal("New-ChecklyIncidentUpdate", record.Activity));
        Assert.All(outcome.Progress.Take(1), record => Assert.StartsWith("20 done, ", record.StatusDescription, StringComparison.Ordinal));
        Assert.Equal(count < 20 ? 0 : 1, outcome.Progress.TakeLast(1).Count(record => record.RecordType == ProgressRecordType.Completed));
    }

    [Fact]
    public void With_WhatIf_nothing_goes_out()
    {
        ServeUpdates((_, _) => Task.FromResult(201));

        Outcome outcome = Do("1..3 | ForEach-Object { New-Update $_ \"t$_\" } | New-ChecklyIncidentUpdate -ThrottleLimit 3 -WhatIf");

        Assert.Empty(outcome.Output);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_status_page_incident_is_read_after_the_updates_before()
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Do("""
            $incidents = 1..3 | ForEach-Object { New-ChecklyStatusPageIncident "i$_" -Service Website -Description x }
            & {
                foreach ($n in 1..3) { [pscustomobject]@{ IncidentId = $incidents[$n - 1].Id; Status = 'IDENTIFIED'; Description = "d$n" } }
                foreach ($n in 4..6) { [pscustomobject]@{ IncidentId = $incidents[$n - 4].Id; Description = "d$n" } }
            } | New-ChecklyStatusPageIncidentUpdate -ThrottleLimit 4
            """);

        Assert.Equal(["d1", "d2", "d3", "d4", "d5", "d6"], outcome.Output.Select(update => Get(update, "Description")));
        Assert.All(outcome.Output, update => Assert.Equal("IDENTIFIED", Get(update, "Status")));
    }

    [Fact]
    public void Resolving_reads_and_posts_side_by_side()
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Do("1..9 | ForEach-Object { New-ChecklyStatusPageIncident \"i$_\" -Service Website -Description x } | Resolve-ChecklyStatusPageIncident -ThrottleLimit 4");

        Assert.Equal(9, outcome.Output.Count);
        Assert.All(outcome.Output, update => Assert.Equal("RESOLVED", Get(update, "Status")));
        Assert.Empty(Do("Get-ChecklyStatusPageIncident -Status Open").Output);
    }

    [Fact]
    public void Reading_and_removing_run_side_by_side()
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Do("""
            $services = New-ChecklyStatusPageService (1..9 | ForEach-Object { "s$_" }) -ThrottleLimit 3
            (Get-ChecklyStatusPageService $services.Id -ThrottleLimit 4).Name
            $services | Remove-ChecklyStatusPageService -ThrottleLimit 4 -Confirm:$false
            """);

        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"s{n}"), outcome.Output.Select(name => name.ToString()));
        Assert.Equal(["Website", "API"], Do("Get-ChecklyStatusPageService").Output.Select(service => Get(service, "Name")).Order().Reverse());
    }

    [Fact]
    public void Changes_run_side_by_side_and_those_of_one_thing_in_order()
    {
        ConnectTo(server.Uri);
        var together = new CountdownEvent(3);
        server.AnswerWhen("PUT", $"{Updates}/*", async (path, body) =>
        {
            string text = (string)JsonNode.Parse(body)!["description"]!;
            _arrived.Enqueue(text);
            if (text.EndsWith('1'))
            {
                together.Signal();
                await Task.Run(() => Assert.True(together.Wait(Long)));
            }

            return (200, $$"""{"id":"{{path.Split('/')[5]}}","status":"MONITORING","description":"{{text}}"}""");
        });

        Outcome outcome = Do("""
            1, 2 | ForEach-Object { $turn = $_; 1..3 | ForEach-Object { [pscustomobject]@{ IncidentId = $id; Id = "00000000-0000-4000-8000-00000000000$_"; Description = "t$_.$turn" } } } |
                Set-ChecklyIncidentUpdate -ThrottleLimit 6 -PassThru
            """, ("id", IncidentId));

        Assert.Equal(["t1.1", "t2.1", "t3.1", "t1.2", "t2.2", "t3.2"], outcome.Output.Select(Text));
        Assert.All(_arrived.Take(3), text => Assert.EndsWith(".1", text, StringComparison.Ordinal));
    }

    /// <summary>New things do not depend on each other, though all of them go to one path.</summary>
    [Fact]
    public void New_things_are_made_side_by_side()
    {
        ConnectTo(server.Uri);
        var together = new CountdownEvent(3);
        server.AnswerWhen("POST", "/v1/status-pages/services", async (_, body) =>
        {
            together.Signal();
            await Task.Run(() => Assert.True(together.Wait(Long)));
            var service = JsonNode.Parse(body)!.AsObject();
            service["id"] = Guid.NewGuid().ToString();
            return (201, service.ToJsonString());
        });

        Outcome outcome = Do("New-ChecklyStatusPageService a, b, c -ThrottleLimit 3");

        Assert.Equal(["a", "b", "c"], outcome.Output.Select(service => Get(service, "Name")));
    }

    /// <summary>Nobody needs to know of reads that were not sent.</summary>
    [Fact]
    public void Reads_of_a_pipeline_that_ends_early_are_not_told()
    {
        ConnectTo(server.Uri);
        server.AnswerWhen("GET", "/v1/incidents/*", (path, _) => Task.FromResult((200, $$"""{"id":"{{path.Split('/')[3]}}"}""")));

        Outcome outcome = Run("1..30 | ForEach-Object { '00000000-0000-4000-8000-{0:000000000000}' -f $_ } | Get-ChecklyIncident -ThrottleLimit 5 | ForEach-Object { $_; throw 'enough' }");

        Assert.Single(outcome.Output);
        Assert.Empty(outcome.Shown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_limit_out_of_range_is_refused(int limit) =>
        Assert.StartsWith("ParameterArgumentValidationError,", Run($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x -ThrottleLimit {limit}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    protected override void Cleanup() => server.Reset();

    private static string Incident(int n) => $"00000000-0000-4000-8000-{n:000000000000}";

    private static string Update(string text) => $"id-of-{text}";

    private static string? Text(PSObject update) => (string?)Get(update, "Description");

    private void ServeUpdates(Func<string, string, Task<int>> answer)
    {
        ConnectTo(server.Uri);
        Do("function global:New-Update([int] $Incident, [string] $Text) { [pscustomobject]@{ IncidentId = '00000000-0000-4000-8000-{0:000000000000}' -f $Incident; Status = 'MONITORING'; Description = $Text } }");
        server.AnswerWhen("POST", Updates, async (path, body) =>
        {
            var update = JsonNode.Parse(body)!.AsObject();
            string text = (string)update["description"]!;
            _arrived.Enqueue(text);
            int status = await answer(path.Split('/')[3], text);
            update["id"] = Update(text);
            return (status, status < 300 ? update.ToJsonString() : $$"""{"statusCode":{{status}},"error":"Not Found","message":"No such incident."}""");
        });
    }
}
