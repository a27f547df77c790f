using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Upgrades an enum with values of several kinds and without a single type: <c>[auto, 1, 2, true]</c> becomes alternatives of
/// text, number and boolean, each with its values.
/// </summary>
internal static class MixedEnum
{
    public static SpecMapping Upgrade(SpecMapping schema)
    {
        if (schema["enum"] is not SpecSequence values || schema["type"] is not null || schema["anyOf"] is not null || schema["oneOf"] is not null)
        {
            return schema;
        }

        SpecScalar[] scalars = values.Items.OfType<SpecScalar>().ToArray();
        IGrouping<string, SpecScalar>[] kinds = scalars
            .Where(static value => value.Kind != SpecScalarKind.Null)
            .GroupBy(static value => TypeOf(value.Kind), StringComparer.Ordinal)
            .ToArray();
        if (scalars.Length < values.Items.Count || kinds.Length < 2)
        {
            return schema;
        }

        IEnumerable<SpecNode> branches = kinds.Select(kind => values.Mapping(("type", values.Text(kind.Key)), ("enum", values.Sequence(kind))));
        bool isNullable = scalars.Any(static value => value.Kind == SpecScalarKind.Null);
        return schema.With(("enum", null), ("anyOf", values.Sequence(branches)), ("nullable", isNullable ? values.True() : schema["nullable"]));
    }

    private static string TypeOf(SpecScalarKind kind) => kind switch
    {
        SpecScalarKind.Boolean => "boolean",
        SpecScalarKind.Integer => "integer",
        SpecScalarKind.Number => "number",
        _ => "string",
    };
}
