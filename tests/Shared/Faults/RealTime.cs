namespace Checkly.Tests;

/// <summary>Real time, and the clock of a server that is 37 minutes fast.</summary>
public sealed class RealTime : IFaultTime
{
    public DateTimeOffset Now => DateTimeOffset.UtcNow + TimeSpan.FromMinutes(37);

    public void Pass()
    {
    }

    public void Hang()
    {
    }

    public void After(TimeSpan wait, Action action) => _ = Task.Delay(wait).ContinueWith(_ => action(), TaskScheduler.Default);
}
