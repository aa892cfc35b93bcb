namespace Checkly.Cmdlets.Tests;

/// <summary>What a person sees.</summary>
public sealed class ViewTests : ModuleTest
{
    private const string Update = "[Checkly.IncidentUpdate]@{ Id = 'u'; IncidentId = 'i'; Status = 'INVESTIGATING'; Description = 'Looking.'; CreatedAt = [System.DateTimeOffset]::new([datetime]::new(2026, 1, 2, 3, 4, 5, [System.DateTimeKind]::Local)) }";

    [Fact]
    public void An_update_shows_when_what_and_the_text()
    {
        string[] lines = Lines($"{Update} | Out-Default");

        Assert.Equal(
            [
                "   Incident: i",
                "Created (local)     Status        Description",
                "---------------     ------        -----------",
                "2026-01-02 03:04:05 INVESTIGATING Looking.",
            ],
            lines);
    }

    [Fact]
    public void A_long_text_is_wrapped_and_not_cut()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 60));

        string shown = string.Join(' ', Lines($"$u = {Update}; $u.Description = '{text}'; $u | Out-Default")[3..]);

        Assert.Equal(60, shown.Split("word").Length - 1);
    }

    [Fact]
    public void An_incident_shows_id_status_age_and_name()
    {
        string[] lines = Lines($"[Checkly.Incident]@{{ Id = '{IncidentId}'; Name = 'Checkout is slow'; Impact = 'MAJOR'; StartedAt = [DateTimeOffset]::Now.AddHours(-3.5); IncidentUpdates = @({Update}) }} | Out-Default");

        Assert.Equal(
            [
                "Id                                   Status        Age    Name",
                "--                                   ------        ---    ----",
                $"{IncidentId} INVESTIGATING 3 h    Checkout is slow",
            ],
            lines);
    }

    [Fact]
    public void A_session_shows_account_and_address()
    {
        string[] lines = Lines("Connect-Checkly -Sandbox; Get-ChecklySession | Out-Default");

        Assert.Equal("Sandbox          5a9db0c5-7e57-4c0d-8000-000000000001 https://sandbox.invalid/", lines[^1]);
    }

    private string[] Lines(string script)
    {
        string[] lines = [.. Do(script).Shown.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        return lines;
    }
}
