using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>Everything that came out of a script, stream by stream.</summary>
public sealed class Outcome(IReadOnlyList<PSObject> output, PSDataStreams streams, Exception? thrown, string shown)
{
    public IReadOnlyList<PSObject> Output { get; } = output;

    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    public IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(record => record.Message)];

    public IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(record => record.Message)];

    public IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>What ended the script, if anything did.</summary>
    public Exception? Thrown { get; } = thrown;

    /// <summary>What the host was given to show.</summary>
    public string Shown { get; } = shown;

    /// <summary>The one error, terminating or not.</summary>
    public ErrorRecord Error => Thrown is RuntimeException ended ? ended.ErrorRecord : Assert.Single(Errors);

    /// <summary>The one object, after checking that nothing went wrong.</summary>
    public PSObject Only()
    {
        AssertClean();
        return Assert.Single(Output);
    }

    public void AssertClean()
    {
        Assert.Null(Thrown);
        Assert.Empty(Errors);
    }

    /// <summary>Every text in every stream.</summary>
    public string Everything() => string.Join('\n',
    [
        Shown,
        .. Output.Select(item => item.ToString()),
        .. Errors.Select(Describe),
        .. Thrown is RuntimeException ended ? [Describe(ended.ErrorRecord)] : Array.Empty<string>(),
        Thrown?.ToString() ?? string.Empty,
        .. Verbose,
        .. Warnings,
        .. streams.Debug.Select(record => record.Message),
        .. streams.Information.Select(record => record.ToString()),
        .. streams.Progress.Select(record => record.ToString()),
    ]);

    private static string Describe(ErrorRecord error) => string.Join('\n',
    [
        error.ToString(),
        error.Exception.ToString(),
        error.ErrorDetails?.Message ?? string.Empty,
        error.ErrorDetails?.RecommendedAction ?? string.Empty,
        error.TargetObject?.ToString() ?? string.Empty,
        error.CategoryInfo.ToString(),
        error.FullyQualifiedErrorId,
        error.ScriptStackTrace ?? string.Empty,
        error.InvocationInfo?.Line ?? string.Empty,
        error.InvocationInfo?.PositionMessage ?? string.Empty,
        PSSerializer.Serialize(error, depth: 2),
    ]);
}
