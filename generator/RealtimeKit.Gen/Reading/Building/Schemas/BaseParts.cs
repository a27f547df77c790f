using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds the parts of an <c>allOf</c> that lead to a base with a discriminator. On the way there can be other names of the base and
/// components that only add null to it: null is not allowed in a record that has other parts too.
/// </summary>
internal sealed class BaseParts(SpecReferences references, NullableTwins twins)
{
    private static readonly HashSet<string> _annotations =
        new(StringComparer.Ordinal) { "$ref", "oneOf", "anyOf", "title", "description", "summary", "nullable", "example", "examples", "deprecated" };

    /// <summary>Returns the parts of a schema. A part that leads to a base is the reference to the base itself.</summary>
    public IEnumerable<SpecNode> Of(SpecMapping schema)
    {
        IReadOnlyList<SpecNode> parts = schema["allOf"].AsSequence()?.Items ?? [];
        bool isAlone = parts.Count == 1 && schema["properties"] is null;
        return isAlone ? parts : parts.Select(part => Find(part) ?? part);
    }

    /// <summary>Returns the normalised reference of the schema whose type the target of a reference has.</summary>
    public string Canonical(SpecNode holder, string reference)
    {
        for (int steps = 0; steps < SpecReferences.LongestChain; steps++)
        {
            if (references.PeekAnywhere(holder, reference) is not { } target)
            {
                break;
            }

            if (twins.Of(target) is { } twin)
            {
                return references.RootPath + twin.Component.Reference;
            }

            if (OnlyReference(target) is not { } further)
            {
                break;
            }

            holder = target;
            reference = further;
        }

        return references.Canonical(holder, reference);
    }

    /// <summary>Returns the reference that is all of a schema, except what says nothing about a value, or null.</summary>
    public static string? OnlyReference(SpecNode node) =>
        node is SpecMapping schema && schema.Entries.All(static entry => IsAnnotation(entry) && entry.Key is not ("oneOf" or "anyOf" or "nullable"))
            ? schema.Reference() is { Length: > 0 } reference ? reference : null
            : null;

    private SpecMapping? Find(SpecNode part)
    {
        SpecNode? current = part;
        for (int steps = 0; steps < SpecReferences.LongestChain && Inner(current) is { } inner; steps++)
        {
            current = references.PeekAnywhere(inner, inner.Reference()!);
            if (current.AsMapping()?["discriminator"] is not null)
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>Returns the reference that is all of a schema, except null, or null.</summary>
    private static SpecMapping? Inner(SpecNode? node)
    {
        if (node is not SpecMapping schema || !schema.Entries.All(IsAnnotation))
        {
            return null;
        }

        SpecNode[] branches = (schema["oneOf"].AsSequence()?.Items ?? []).Concat(schema["anyOf"].AsSequence()?.Items ?? []).Where(IsNotNull).ToArray();
        return schema.Reference() is not null ? branches.Length == 0 ? schema : null
            : branches.Length == 1 && branches[0] is SpecMapping { Entries.Count: 1 } only && only.Reference() is not null ? only
            : null;
    }

    private static bool IsAnnotation(SpecEntry entry) => _annotations.Contains(entry.Key) || entry.IsExtension;

    private static bool IsNotNull(SpecNode branch) => branch is not SpecMapping mapping || !mapping["type"].IsNullType();
}
