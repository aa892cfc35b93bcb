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

    /// <summary>Does something after some time.</summary>
    void After(TimeSpan wait, Action action);
}
