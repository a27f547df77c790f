using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds components that a document contains twice, once for places that allow null: <c>Address</c> and <c>Address2</c>,
/// <c>Status</c> and <c>NullableOfStatus</c> (ASP.NET Core 9), <c>simple-user</c> and <c>nullable-simple-user</c>. Two components
/// that differ only in null are one type with the shorter name.
/// </summary>
internal sealed class NullableTwins
{
    /// <summary>What a name has more than that of the component without null, at its beginning. The longest come first.</summary>
    private static readonly string[] _prefixes =
        ["NullableOf", "Nullable-", "Nullable_", "Nullable.", "Nullable", "nullable-", "nullable_", "nullable.", "nullable"];

    /// <summary>The same at its end.</summary>
    private static readonly string[] _suffixes = ["-nullable", "_nullable", ".nullable", "Nullable", "-or-null", "_or_null", "OrNull"];

    /// <summary>The keywords that do not affect the value, or only whether it may be null.</summary>
    private static readonly HashSet<string> _passedOver =
        new(StringComparer.Ordinal) { "nullable", "x-nullable", "title", "description", "example", "examples", "default" };

    private readonly Dictionary<SpecNode, NullableTwin> _twins = [];

    public NullableTwins(SpecNode root)
    {
        Dictionary<string, NamedSchema> byName = new(StringComparer.Ordinal);
        foreach (NamedSchema schema in NamedSchema.Of(root))
        {
            byName[schema.Name] = schema;
        }

        foreach (NamedSchema schema in byName.Values)
        {
            foreach (string name in BaseNames(schema.Name))
            {
                if (byName.TryGetValue(name, out NamedSchema? based) && Described(based, schema) is { } described)
                {
                    _twins[based.Node] = _twins[schema.Node] = new NullableTwin(based, described);
                    break;
                }
            }
        }
    }

    /// <summary>Returns the pair of a component, or null.</summary>
    public NullableTwin? Of(SpecNode component) => _twins.TryGetValue(component, out NullableTwin? twin) ? twin : null;

    /// <summary>Returns the names that the component of the same values without null may have.</summary>
    private static IEnumerable<string> BaseNames(string name)
    {
        foreach (string prefix in _prefixes.Where(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield return name.Substring(prefix.Length);

            // nullableUser is the twin of user.
            yield return char.ToLowerInvariant(name[prefix.Length]) + name.Substring(prefix.Length + 1);
        }

        foreach (string suffix in _suffixes.Where(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            yield return name.Substring(0, name.Length - suffix.Length);
        }

        string trimmed = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (trimmed.Length > 0 && trimmed.Length < name.Length)
        {
            yield return trimmed;
        }
    }

    /// <summary>Returns the component that does not allow null, or null if the two are not twins.</summary>
    private static SpecMapping? Described(NamedSchema based, NamedSchema twin)
    {
        if (based.Node is not SpecMapping one || twin.Node is not SpecMapping other || IsNullable(one) == IsNullable(other))
        {
            return null;
        }

        return new Comparison(based.Reference, twin.Reference).AreSame(one, other, isWhole: true) ? IsNullable(one) ? other : one : null;
    }

    private static bool IsNullable(SpecMapping schema) =>
        schema["nullable"].IsTrue() || schema["x-nullable"].IsTrue()
        || schema["type"].AsSequence()?.Items.Any(static type => type.IsNullType()) == true
        || schema["enum"].AsSequence()?.Items.Any(static value => value.IsNull()) == true;

    /// <param name="One">The reference to the first schema, which corresponds to <paramref name="Other"/> within the other schema.</param>
    private sealed record Comparison(string One, string Other)
    {
        /// <summary>Compares two nodes. The stack grows with the nesting of the text, which is bounded.</summary>
        public bool AreSame(SpecNode one, SpecNode other, bool isWhole = false)
        {
            switch (one, other)
            {
                case (SpecScalar first, SpecScalar second):
                    return first.Kind == second.Kind && (first.Text == second.Text || (first.Text == One && second.Text == Other));
                case (SpecSequence first, SpecSequence second):
                    return first.Items.Count == second.Items.Count
                        && first.Items.Zip(second.Items, (left, right) => AreSame(left, right)).All(static same => same);
                case (SpecMapping first, SpecMapping second):
                    (string Key, SpecNode Value)[] left = Entries(first, isWhole);
                    (string Key, SpecNode Value)[] right = Entries(second, isWhole);
                    return left.Length == right.Length
                        && left.Zip(right, (entry, twin) => entry.Key == twin.Key && AreSame(entry.Value, twin.Value)).All(static same => same);
                default:
                    return false;
            }
        }

        private static (string Key, SpecNode Value)[] Entries(SpecMapping mapping, bool isWhole) => mapping.Entries
            .Where(entry => !isWhole || !_passedOver.Contains(entry.Key))
            .Select(entry => (entry.Key, Value: isWhole ? WithoutNull(entry) : entry.Value))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .ToArray();

        private static SpecNode WithoutNull(SpecEntry entry)
        {
            if (entry.Value is not SpecSequence several || entry.Key is not ("type" or "enum"))
            {
                return entry.Value;
            }

            SpecNode[] rest = several.Items.Where(item => entry.Key == "type" ? !item.IsNullType() : !item.IsNull()).ToArray();
            return entry.Key == "type" && rest.Length == 1 ? rest[0] : several.Sequence(rest);
        }
    }
}

/// <param name="Component">The component whose name the type has.</param>
/// <param name="Described">The schema of a value that is not null.</param>
internal sealed record NullableTwin(NamedSchema Component, SpecMapping Described);
