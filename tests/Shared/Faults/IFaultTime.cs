namespace Checkly.Tests;

/// <summary>The time that a fault server lives in.</summary>
public interface IFaultTime
{
    /// <summary>The server's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>A request arrives.</summary>
    void Pass();

    /// <summary>A request will never be answered: in virtual time its timeout passes.</summary>
    void Hang();

    /// <summary>Does something while the client waits the next time; in real time, in a moment.</summary>
    void Soon(Action action);

    /// <summary>Does something while the client waits the next time; in real time, after it has given up and before it looks a second time.</summary>
    void Later(Action action);
}
