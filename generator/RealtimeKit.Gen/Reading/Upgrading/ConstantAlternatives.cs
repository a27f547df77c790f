using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Upgrades alternatives that are constants to one enum. In JSON Schema, <c>oneOf: [{const: a, title: …}, {const: b, title: …}]</c>
/// is the way to document each value of an enum.
/// </summary>
internal static class ConstantAlternatives
{
    private static readonly HashSet<string> _keywords = new(StringComparer.Ordinal)
    {
        "type", "const", "enum", "title", "description", "deprecated", "example", "examples", "$comment",
    };

    public static SpecMapping Upgrade(SpecMapping schema)
    {
        string keyword = Alternatives.KeywordOf(schema);
        if (schema[keyword] is not SpecSequence branches || schema["enum"] is not null || schema["const"] is not null || schema["discriminator"] is not null)
        {
            return schema;
        }

        foreach (IGrouping<string?, SpecMapping> kind in branches.Items
            .OfType<SpecMapping>()
            .GroupBy(KindOf, StringComparer.Ordinal)
            .Where(static kind => kind.Key is not null && kind.Skip(1).Any()))
        {
            SpecMapping merged = Merge(kind.Key!, kind.ToArray());
            HashSet<SpecNode> constants = [.. kind];
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

    private static SpecMapping Merge(string type, SpecMapping[] branches)
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

        SpecMapping first = branches[0];
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
