using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Finds alternatives that are only null, in whichever way a document writes them: <c>type: 'null'</c>, <c>const: null</c>,
/// <c>enum: [null]</c>, an empty object that may be null, or a reference to one of these.
/// </summary>
internal sealed class NullAlternatives(SpecReferences references)
{
    private static readonly string[] _keywords = ["oneOf", "anyOf"];

    private static readonly HashSet<string> _nullObject = new(StringComparer.Ordinal) { "type", "nullable", "additionalProperties", "title", "description" };

    /// <summary>Returns the schema with <c>type: 'null'</c> in place of each alternative that refers to null.</summary>
    public SpecMapping Inline(SpecMapping schema)
    {
        foreach (string keyword in _keywords)
        {
            if (schema[keyword] is SpecSequence branches && branches.Items.Any(IsReference))
            {
                IEnumerable<SpecNode> inlined = branches.Items.Select(branch => IsReference(branch) ? branch.Mapping(("type", branch.Text("null"))) : branch);
                schema = schema.With((keyword, branches.Sequence(inlined)));
            }
        }

        return schema;
    }

    /// <summary>Upgrades <c>anyOf: [X, {type: null}]</c> to X with null.</summary>
    public SpecMapping Upgrade(SpecMapping schema)
    {
        foreach (string keyword in _keywords)
        {
            if (schema[keyword] is SpecSequence branches && branches.Items.Any(IsNull))
            {
                SpecNode[] rest = branches.Items.Where(branch => !IsNull(branch)).ToArray();
                schema = schema.With((keyword, rest.Length == 0 ? null : branches.Sequence(rest)), ("nullable", schema.True()));
            }
        }

        return schema;
    }

    /// <summary>Returns whether null is the only value of an alternative.</summary>
    public bool IsNull(SpecNode branch)
    {
        SpecNode? current = branch;
        for (int steps = 0; steps < SpecReferences.LongestChain && current.Reference() is { } reference; steps++)
        {
            current = references.PeekAnywhere(current!, reference);
        }

        return current is SpecMapping mapping
            && (IsNullType(mapping["type"])
                || (mapping["enum"] is SpecSequence { Items.Count: 1 } values && values.Items[0].IsNull())
                || (mapping["const"] is { } constant && constant.IsNull())
                || IsNullObject(mapping));
    }

    private bool IsReference(SpecNode branch) => branch.Reference() is not null && IsNull(branch);

    private static bool IsNullType(SpecNode? type) =>
        type.IsNullType() || (type is SpecSequence { Items.Count: 1 } types && types.Items[0].IsNullType());

    /// <summary>Returns whether a schema is an empty object that may be null, or only may be null, which authors write for null in OpenAPI 3.0.</summary>
    private static bool IsNullObject(SpecMapping schema) =>
        schema["nullable"].IsTrue()
        && (schema["type"] is null || schema["additionalProperties"].AsBoolean() == false)
        && schema.Entries.All(static entry => _nullObject.Contains(entry.Key));
}
