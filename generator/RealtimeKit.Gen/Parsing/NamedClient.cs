using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Links;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>A client whose classes, operations and components have their names.</summary>
/// <param name="Groups">The class of each tag.</param>
/// <param name="Shared">The inline schemas that share a type.</param>
/// <param name="Places">The names that types keep.</param>
/// <param name="Links">The operations that links may lead to.</param>
internal sealed record NamedClient(
    ClientNames Classes,
    IReadOnlyList<NamedOperation> Operations,
    IReadOnlyDictionary<string, GroupNames> Groups,
    TypeNames Types,
    SharedSchemas Shared,
    LockedPlaces Places,
    LinkTargets Links);
