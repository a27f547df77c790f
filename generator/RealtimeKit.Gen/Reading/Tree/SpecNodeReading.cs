namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>Reads values from nodes.</summary>
internal static class SpecNodeReading
{
    public static SpecMapping? AsMapping(this SpecNode? node) => node as SpecMapping;

    public static SpecSequence? AsSequence(this SpecNode? node) => node as SpecSequence;

    /// <summary>Returns the text of a scalar that is not null.</summary>
    public static string? AsText(this SpecNode? node) => node is SpecScalar { Kind: not SpecScalarKind.Null } scalar ? scalar.Text : null;

    public static bool? AsBoolean(this SpecNode? node) => node is SpecScalar scalar
        && (scalar.Kind == SpecScalarKind.Boolean || scalar.Kind == SpecScalarKind.String)
        && bool.TryParse(scalar.Text, out bool value) ? value : null;

    public static bool IsTrue(this SpecNode? node) => node.AsBoolean() == true;

    public static bool IsNull(this SpecNode? node) => node is SpecScalar { Kind: SpecScalarKind.Null };

    /// <summary>Returns whether the value of <c>type</c> is null, which some documents write without quotes.</summary>
    public static bool IsNullType(this SpecNode? type) => type.AsText() == "null" || type.IsNull();

    /// <summary>Returns whether a node is a mapping with entries, or a sequence with items.</summary>
    public static bool HasContent(this SpecNode? node) => node is SpecMapping { Entries.Count: > 0 } or SpecSequence { Items.Count: > 0 };

    /// <summary>Returns the text of a <c>$ref</c>, or null. A number or boolean is none.</summary>
    public static string? Reference(this SpecNode? node) =>
        (node as SpecMapping)?["$ref"] is SpecScalar { Kind: SpecScalarKind.String } reference ? reference.Text : null;

    public static SpecScalar Scalar(this SpecNode at, SpecScalarKind kind, string text) => new(at.Source, at.Position, kind, text);

    public static SpecScalar Text(this SpecNode at, string text) => at.Scalar(SpecScalarKind.String, text);

    public static SpecScalar True(this SpecNode at) => at.Scalar(SpecScalarKind.Boolean, "true");

    public static SpecMapping Mapping(this SpecNode at, params (string Key, SpecNode? Value)[] entries) => new(
        at.Source,
        at.Position,
        entries.Where(static entry => entry.Value is not null).Select(static entry => new SpecEntry(entry.Key, entry.Value!.Position, entry.Value)).ToArray());

    public static SpecSequence Sequence(this SpecNode at, IEnumerable<SpecNode> items) => new(at.Source, at.Position, items.ToArray());

    /// <summary>Returns a copy with some keys replaced, added (a new value) or removed (null).</summary>
    public static SpecMapping With(this SpecMapping mapping, params (string Key, SpecNode? Value)[] changes)
    {
        List<SpecEntry> entries = new(mapping.Entries.Count + changes.Length);
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (!Has(changes, entry.Key))
            {
                entries.Add(entry);
            }
        }

        foreach ((string key, SpecNode? value) in changes)
        {
            if (value is not null)
            {
                entries.Add(new SpecEntry(key, value.Position, value));
            }
        }

        return new SpecMapping(mapping.Source, mapping.Position, entries.ToArray());
    }

    private static bool Has((string Key, SpecNode? Value)[] changes, string key)
    {
        foreach ((string changed, SpecNode? _) in changes)
        {
            if (changed == key)
            {
                return true;
            }
        }

        return false;
    }
}
