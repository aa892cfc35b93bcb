namespace Checkly.Sandbox.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class TestClock
{
    public DateTimeOffset Now { get; set; } = new(2022, 9, 8, 19, 41, 28, 658, TimeSpan.Zero);

    public DateTimeOffset Read() => Now;

    public void AddMinutes(int minutes) => Now = Now.AddMinutes(minutes);
}
