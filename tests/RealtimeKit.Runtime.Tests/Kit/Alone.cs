namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Tests that measure the process or time, so no other test may run at the same time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
