using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Upgrades the alternatives of an operation of JSON Patch (RFC 6902), as ASP.NET Core describes them, to one object with all
/// members. The three alternatives only tell which operation has a value or a source, which one type can have as well.
/// </summary>
internal static class JsonPatchAlternatives
{
    private static readonly string[] _operations = ["add", "remove", "replace", "move", "copy", "test"];

    private static readonly string[] _required = ["op", "path"];

    private static readonly string[] _members = ["op", "path", "from", "value"];

    public static SpecMapping Upgrade(SpecMapping schema)
    {
        string keyword = Alternatives.KeywordOf(schema);
        if (schema[keyword] is not SpecSequence branches || schema["properties"] is not null || schema["discriminator"] is not null)
        {
            return schema;
        }

        SpecMapping[] operations = branches.Items.OfType<SpecMapping>().Where(IsOperation).ToArray();
        return operations.Length < 2 || operations.Length < branches.Items.Count
            ? schema
            : schema.With(
                (keyword, null),
                ("type", schema.Text("object")),
                ("required", schema.Sequence(_required.Select(schema.Text))),
                ("properties", schema.Mapping([.. _members.Select(name => (name, Member(operations, name)))])),
                ("additionalProperties", operations[0]["additionalProperties"]));
    }

    /// <summary>Returns the schema of a member in the first operation that has it, or null. The name of the operation can be any of all.</summary>
    private static SpecNode? Member(SpecMapping[] operations, string name)
    {
        SpecNode? member = operations.Select(operation => operation["properties"].AsMapping()![name]).FirstOrDefault(static schema => schema is not null);
        return name == "op" && member is SpecMapping op
            ? op.With(("const", null), ("type", op.Text("string")), ("enum", op.Sequence(operations.SelectMany(NamesOf).Select(op.Text))))
            : member;
    }

    private static bool IsOperation(SpecMapping branch) =>
        branch["properties"] is SpecMapping properties
            && properties.Entries.All(static member => _members.Contains(member.Key, StringComparer.Ordinal))
            && branch["required"] is SpecSequence required
            && _required.All(name => required.Items.Any(item => item.AsText() == name))
            && NamesOf(branch) is { Length: > 0 } names
            && names.All(static name => _operations.Contains(name, StringComparer.Ordinal));

    private static string[] NamesOf(SpecMapping operation) =>
        Alternatives.ValuesOf(operation["properties"].AsMapping()?["op"].AsMapping()).Select(static value => value.AsText() ?? "").ToArray();
}
