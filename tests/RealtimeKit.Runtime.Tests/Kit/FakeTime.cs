using Microsoft.Extensions.Time.Testing;

namespace RealtimeKit.Runtime.Tests.Kit;

internal static class FakeTime
{
    /// <summary>Advances the time in steps until the task has completed.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider time, Task task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            time.Advance(step);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
