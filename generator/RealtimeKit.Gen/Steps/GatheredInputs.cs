using System.Collections.Immutable;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Options;

namespace RealtimeKit.Gen.Steps;

/// <summary>A document's input with everything of the project that its client can need, gathered one by one.</summary>
/// <param name="All">The inputs of all documents.</param>
internal sealed record GatheredInputs(ClientInput Spec, Held<ImmutableArray<ClientInput>> All)
{
    public Held<ImmutableArray<Result<ProjectItems>>> Projects { get; init; } = new(ImmutableArray<Result<ProjectItems>>.Empty);

    public Held<ImmutableArray<Result<FoundTypes>>> Types { get; init; } = new(ImmutableArray<Result<FoundTypes>>.Empty);
}
