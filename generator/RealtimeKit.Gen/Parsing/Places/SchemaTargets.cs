using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>What schemas refer to, themselves or as wrappers, as a wrapper of a reference means the same as the reference.</summary>
/// <param name="layersOf">Returns a schema, and those that it only wraps, the nearest first.</param>
internal sealed class SchemaTargets(TargetPlaces targets, LockedContents locked, Func<JsonSchema, IEnumerable<JsonSchema>> layersOf)
{
    /// <summary>Returns the schema, and those that it only wraps, the nearest first. Each can be a reference.</summary>
    public IEnumerable<JsonSchema> LayersOf(JsonSchema schema) => layersOf(schema);

    /// <summary>Returns the schema, or what it wraps or refers to.</summary>
    public JsonSchema Meant(JsonSchema schema) => ReferenceChain.Of(layersOf(schema).Last()).Last();

    public bool IsReference(JsonSchema schema) => layersOf(schema).Any(static layer => layer.Reference is not null);

    /// <summary>Returns whether a schema refers to what the names file has at its own place.</summary>
    public bool IsKnown(JsonSchema schema) => layersOf(schema)
        .SelectMany(static layer => ReferenceChain.Of(layer).Skip(1))
        .Any(target => targets.OfTarget(target) is { } place && locked.IsWithin(place));
}
