using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds the parts of an <c>allOf</c> that lead to a base with a discriminator. On the way there can be an inline schema that adds nothing to
/// it, other names of the base and components that only add null to it: null is not allowed in a record that has other parts too.
/// </summary>
internal sealed class BaseParts(SpecReferences references, NullAlternatives nulls, NullableTwins twins)
{
    /// <summary>The keywords that say nothing about a value, and the reference.</summary>
    private static readonly HashSet<string> _annotations =
        new(StringComparer.Ordinal) { "$ref", "title", "description", "summary", "example", "examples", "deprecated" };

    /// <summary>The same, and those that can add null.</summary>
    private static readonly HashSet<string> _beside = new(_annotations.Concat(["oneOf", "anyOf", "nullable"]), StringComparer.Ordinal);

    /// <summary>The same, and that of parts.</summary>
    private static readonly HashSet<string> _wrapping = new(_beside.Append("allOf"), StringComparer.Ordinal);

    /// <summary>Returns the parts of a schema. A part that leads to a base is the reference to the base itself.</summary>
    public IEnumerable<SpecNode> Of(SpecMapping schema)
    {
        IReadOnlyList<SpecNode> parts = schema["allOf"].AsSequence()?.Items ?? [];
        bool isAlone = parts.Count == 1 && schema["properties"] is null;
        return isAlone ? parts : parts.Select(part => Find(part) ?? FindWithin(part) ?? part);
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
        node is SpecMapping schema && HasOnly(schema, _annotations) && schema.Reference() is { Length: > 0 } reference ? reference : null;

    /// <summary>Returns the same, or the reference in the only part or alternative that is all of a schema, except null.</summary>
    public static string? OnlyMeaning(SpecNode node)
    {
        if (OnlyReference(node) is { } own)
        {
            return own;
        }

        if (node is not SpecMapping schema || !HasOnly(schema, _wrapping))
        {
            return null;
        }

        SpecNode[] parts = new[] { "allOf", "oneOf", "anyOf" }
            .SelectMany(keyword => schema[keyword].AsSequence()?.Items ?? [])
            .Where(static part => part.AsMapping()?["type"]?.IsNullType() != true)
            .ToArray();
        return parts.Length == 1 ? OnlyReference(parts[0]) : null;
    }

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

    /// <summary>Returns the reference to the base, or to a record that extends one, to which an inline schema adds nothing but null; or null.</summary>
    private SpecMapping? FindWithin(SpecNode part)
    {
        SpecNode inner = Unwrapped(part);
        return ReferenceEquals(inner, part) ? null : Find(inner) ?? (LeadsToBase(inner) ? inner.AsMapping() : null);
    }

    /// <summary>Returns whether the target of a reference extends a base through the first references in its parts.</summary>
    private bool LeadsToBase(SpecNode part)
    {
        SpecNode? current = part;
        for (int steps = 0; steps < SpecReferences.LongestChain && current.Reference() is { } reference; steps++)
        {
            SpecMapping? target = references.PeekAnywhere(current!, reference).AsMapping();
            if (target?["discriminator"] is not null)
            {
                return true;
            }

            current = target?.Reference() is not null ? target
                : (target?["allOf"].AsSequence()?.Items ?? []).Select(Unwrapped).FirstOrDefault(static inner => inner.Reference() is not null);
        }

        return false;
    }

    /// <summary>
    /// Returns the schema to which an inline schema adds nothing but null, or the schema itself. A component is not such a wrapper, because it is
    /// a level between the record and the base.
    /// </summary>
    private static SpecNode Unwrapped(SpecNode part)
    {
        SpecNode current = part;
        for (int steps = 0; steps < SpecReferences.LongestChain; steps++)
        {
            if (current is not SpecMapping wrapper || wrapper.Reference() is not null || !wrapper.Entries.All(static entry => IsOfWrapper(entry)))
            {
                break;
            }

            SpecNode[] meaningful = (wrapper["allOf"].AsSequence()?.Items ?? []).Where(static inner => !SaysNothing(inner)).ToArray();
            if (meaningful.Length != 1)
            {
                break;
            }

            current = meaningful[0];
        }

        return current;
    }

    private static bool IsOfWrapper(SpecEntry entry) =>
        entry.Key is "allOf" or "nullable" || (entry.Key == "type" && entry.Value.AsText() == "object") || IsOf(_annotations, entry);

    private static bool SaysNothing(SpecNode part) => part is SpecMapping schema && schema.Reference() is null && HasOnly(schema, _annotations);

    /// <summary>Returns the schema whose reference is all of another schema, except null, or null.</summary>
    private SpecMapping? Inner(SpecNode? node)
    {
        if (node is not SpecMapping schema || !HasOnly(schema, _beside))
        {
            return null;
        }

        SpecNode[] branches = (schema["oneOf"].AsSequence()?.Items ?? [])
            .Concat(schema["anyOf"].AsSequence()?.Items ?? [])
            .Where(branch => !nulls.IsNull(branch))
            .ToArray();
        return schema.Reference() is not null ? branches.Length == 0 ? schema : null
            : branches.Length == 1 && branches[0] is SpecMapping { Entries.Count: 1 } only && only.Reference() is not null ? only
            : null;
    }

    private static bool HasOnly(SpecMapping schema, HashSet<string> keys) => schema.Entries.All(entry => IsOf(keys, entry));

    private static bool IsOf(HashSet<string> keys, SpecEntry entry) => keys.Contains(entry.Key) || entry.IsExtension;
}
