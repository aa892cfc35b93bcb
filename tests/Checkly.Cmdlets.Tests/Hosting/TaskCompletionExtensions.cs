namespace Checkly.Cmdlets.Tests;

internal static class TaskCompletionExtensions
{
    /// <summary>Completes a task when it is time.</summary>
    public static void TrySetResultIf(this TaskCompletionSource source, bool isTime)
    {
        if (isTime)
        {
            source.TrySetResult();
        }
    }
}
