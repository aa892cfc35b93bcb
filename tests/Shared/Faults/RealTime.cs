namespace Checkly.Tests;

/// <summary>Real time, and the clock of a server that is 37 minutes fast.</summary>
/// <param name="later">When <see cref="Later"/> is: between the client's timeout and its second look.</param>
public sealed class RealTime(TimeSpan later) : IFaultTime
{
    public DateTimeOffset Now => DateTimeOffset.UtcNow + TimeSpan.FromMinutes(37);

    public void Pass()
    {
    }

    public void Hang()
    {
    }

    public void Soon(Action action) => After(TimeSpan.FromMilliseconds(50), action);

    public void Later(Action action) => After(later, action);

    private static void After(TimeSpan wait, Action action) => _ = Task.Delay(wait).ContinueWith(_ => action(), TaskScheduler.Default);
}
