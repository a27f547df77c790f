using NJsonSchema;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds whether a property is only received or only sent. Its schema can say so, a part of its <c>allOf</c>, its only alternative beside
/// null, or a schema to which one of them refers.
/// </summary>
internal sealed class DirectionMarks(SpecReferences references, NullAlternatives nulls)
{
    /// <summary>The most schemas that lead from a property to the mark. Marks further away have no effect.</summary>
    private const int LongestWay = 64;

    private readonly Dictionary<SpecMapping, bool> _readOnly = [];
    private readonly Dictionary<SpecMapping, bool> _writeOnly = [];

    public void Fill(JsonSchemaProperty property, SpecMapping schema)
    {
        property.IsReadOnly = Says(schema, "readOnly", _readOnly, 0);
        property.IsWriteOnly = Says(schema, "writeOnly", _writeOnly, 0);
    }

    private bool Says(SpecMapping schema, string keyword, Dictionary<SpecMapping, bool> known, int steps)
    {
        if (known.TryGetValue(schema, out bool says))
        {
            return says;
        }

        // A schema that is found within itself says nothing more.
        known[schema] = false;
        says = schema[keyword].IsTrue() || (steps < LongestWay && PartsOf(schema).Any(part => Says(part, keyword, known, steps + 1)));
        known[schema] = says;
        return says;
    }

    private IEnumerable<SpecMapping> PartsOf(SpecMapping schema)
    {
        if (schema.Reference() is { Length: > 0 } reference && references.PeekAnywhere(schema, reference) is SpecMapping target)
        {
            yield return target;
        }

        foreach (SpecMapping part in schema["allOf"].AsSequence()?.Items.OfType<SpecMapping>() ?? [])
        {
            yield return part;
        }

        SpecNode[] alternatives = ((schema["oneOf"] ?? schema["anyOf"]).AsSequence()?.Items ?? [])
            .Where(item => !nulls.IsNull(item))
            .Take(2)
            .ToArray();
        if (alternatives.Length == 1 && alternatives[0] is SpecMapping only)
        {
            yield return only;
        }
    }
}
