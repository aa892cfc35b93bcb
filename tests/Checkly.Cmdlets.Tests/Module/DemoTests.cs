namespace Checkly.Cmdlets.Tests;

/// <summary>The first command of the README.</summary>
public sealed class DemoTests
{
    [Fact]
    public void It_opens_updates_and_resolves_an_incident()
    {
        using var output = new StringWriter();

        int exitCode = Checkly.Demo.Program.Run(output, colour: false);

        string shown = output.ToString();
        Assert.Equal(0, exitCode);
        Assert.Contains("PS> Connect-Checkly -Sandbox", shown, StringComparison.Ordinal);
        int[] last = [.. ((string[])["RESOLVED ", "MONITORING ", "IDENTIFIED ", "INVESTIGATING "]).Select(status => shown.LastIndexOf(status, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, last);
        Assert.Equal(last.Order(), last);
        Assert.DoesNotContain('\u001b', shown);
    }
}
