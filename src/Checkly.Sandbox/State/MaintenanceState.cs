namespace Checkly.Sandbox;

/// <summary>The maintenance windows with their occurrences.</summary>
internal sealed class MaintenanceState
{
    private long _lastWindow = 2000;

    public Shelf<StoredWindow> Windows { get; } = new("maintenance window");

    /// <summary>A number that no window has had.</summary>
    public long NextWindow() => ++_lastWindow;
}
