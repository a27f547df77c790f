namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>
/// Tests that measure what .NET allocates. On .NET 8, a listener of events that was disposed leaves costs in the process, so no test with one may
/// run earlier.
/// </summary>
[CollectionDefinition(nameof(AloneAndFirst), DisableParallelization = true)]
public sealed class AloneAndFirst;
