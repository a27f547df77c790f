namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>One way to do the same work.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="RunAsync">Does the work once.</param>
internal sealed record Contender(string Name, Func<ValueTask> RunAsync)
{
    /// <summary>Returns a contender whose work is synchronous.</summary>
    public static Contender Of(string name, Action run) => new(name, () =>
    {
        run();
        return ValueTask.CompletedTask;
    });
}
