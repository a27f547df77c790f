namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Tests that measure the process, or time, and so cannot share it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
