using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>
/// Compares the schemas of two media types. Each pair is compared once, because thousands of operations may refer to the same
/// schemas.
/// </summary>
internal sealed class AlikeSchemas(SchemaIndex index)
{
    private readonly Dictionary<(JsonSchema One, JsonSchema Other), bool> _known = [];

    public bool AreSame(JsonSchema one, JsonSchema other)
    {
        (JsonSchema One, JsonSchema Other) pair = (SchemaFacts.Follow(one), SchemaFacts.Follow(other));
        return _known.TryGetValue(pair, out bool same) ? same : _known[pair] = SchemaSameness.AreSame(pair.One, pair.Other, index);
    }
}
