using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Upgrades alternatives that are constants to one enum. In JSON Schema, <c>oneOf: [{const: a, title: …}, {const: b, title: …}]</c>
/// is the way to document each value of an enum. A reference to a component that is one constant is such an alternative too, because a
/// component of one value has no type of its own.
/// </summary>
internal sealed class ConstantAlternatives(SpecReferences references)
{
    private static readonly HashSet<string> _keywords = new(StringComparer.Ordinal)
    {
        "type", "const", "enum", "title", "description", "deprecated", "example", "examples", "$comment",
    };

    public SpecMapping Upgrade(SpecMapping schema)
    {
        string keyword = Alternatives.KeywordOf(schema);
        if (schema[keyword] is not SpecSequence branches || schema["enum"] is not null || schema["const"] is not null || schema["discriminator"] is not null)
        {
            return schema;
        }

        foreach (IGrouping<string?, (SpecNode Branch, SpecMapping Described)> kind in branches.Items
            .Select(branch => (Branch: branch, Described: Described(branch)))
            .Where(static branch => branch.Described is not null)
            .Select(static branch => (branch.Branch, branch.Described!))
            .GroupBy(static branch => KindOf(branch.Item2), StringComparer.Ordinal)
            .Where(static kind => kind.Key is not null && kind.Skip(1).Any()))
        {
            SpecMapping merged = Merge(kind.Key!, kind.First().Branch, kind.Select(static branch => branch.Described));
            HashSet<SpecNode> constants = [.. kind.Select(static branch => branch.Branch)];
            SpecNode[] others = branches.Items.Where(branch => !constants.Contains(branch)).ToArray();
            if (others.Length == 0)
            {
                return schema.With([(keyword, null), .. merged.Entries.Select(static entry => (entry.Key, (SpecNode?)entry.Value))]);
            }

            branches = branches.Sequence([merged, .. others]);
            schema = schema.With((keyword, branches));
        }

        return schema;
    }

    /// <summary>Returns an alternative, or the constant to which it refers, or null if it refers to anything else.</summary>
    private SpecMapping? Described(SpecNode branch)
    {
        SpecNode? current = branch;
        for (int steps = 0; steps < SpecReferences.LongestChain && current.Reference() is { } reference; steps++)
        {
            current = references.PeekAnywhere(current!, reference);
        }

        if (current is not SpecMapping described || current == branch)
        {
            return current as SpecMapping;
        }

        SpecMapping referring = (SpecMapping)branch;
        return Alternatives.ValuesOf(described).Skip(1).Any() ? null : described.With(
            ("title", referring["title"] ?? described["title"]),
            ("description", referring["description"] ?? described["description"]));
    }

    private static SpecMapping Merge(string type, SpecNode first, IEnumerable<SpecMapping> branches)
    {
        List<SpecNode> values = [], names = [], descriptions = [];
        foreach (SpecMapping branch in branches)
        {
            SpecNode[] own = Alternatives.ValuesOf(branch).ToArray();
            foreach (SpecNode value in own)
            {
                values.Add(value);
                names.Add(own.Length == 1 && branch["title"] is SpecScalar title ? title : value.Text(""));
                descriptions.Add(branch["description"] is SpecScalar description ? description : value.Text(""));
            }
        }

        return first.Mapping(
            ("type", first.Text(type)),
            ("enum", first.Sequence(values)),
            ("x-enum-varnames", first.Sequence(names)),
            ("x-enum-descriptions", first.Sequence(descriptions)));
    }

    /// <summary>Returns the type of the constants of an alternative, or null if it is anything else than a list of constants.</summary>
    private static string? KindOf(SpecMapping branch)
    {
        if (!branch.Entries.All(static entry => _keywords.Contains(entry.Key)) || (branch["const"] is null && branch["enum"] is not SpecSequence))
        {
            return null;
        }

        string?[] kinds = Alternatives.ValuesOf(branch).Select(static value => (value as SpecScalar)?.Kind switch
        {
            SpecScalarKind.String => "string",
            SpecScalarKind.Integer => "integer",
            _ => null,
        }).Distinct().ToArray();
        return kinds.Length == 1 && kinds[0] is { } kind && (branch["type"] is null || branch["type"].AsText() == kind) ? kind : null;
    }
}
