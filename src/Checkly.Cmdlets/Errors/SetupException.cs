namespace Checkly;

/// <summary>
/// There is no session, or the configuration of one is broken. It becomes a <see cref="ChecklyApiException"/> of the kind
/// <see cref="ChecklyErrorKind.NotConnected"/> in the error record; until then it carries why.
/// </summary>
/// <param name="problem">Why.</param>
/// <param name="message">A full sentence for the person who ran the command.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class SetupException(SetupProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public SetupProblem Problem { get; } = problem;

    /// <summary>Reads a part of the configuration.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="problem">The problem to report when the value cannot be used.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="SetupException">It cannot be used.</exception>
    public static T Unless<T>(SetupProblem problem, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException broken)
        {
            throw new SetupException(problem, broken.Message, broken);
        }
    }
}
