using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds components that a document contains twice, once for places that allow null: <c>Address</c> and <c>Address2</c>,
/// <c>Status</c> and <c>NullableOfStatus</c> (ASP.NET Core 9), <c>simple-user</c> and <c>nullable-simple-user</c>. Two components
/// that differ only in null are one type with the shorter name, unless different names are kept for them.
/// </summary>
internal sealed class NullableTwins
{
    /// <summary>The references to components as OpenAPI 3 writes them, also for the definitions of Swagger 2.0.</summary>
    private const string Components = "#/components/schemas/";

    /// <summary>The keywords that do not affect the value, or only whether it may be null.</summary>
    private static readonly HashSet<string> _passedOver =
        new(StringComparer.Ordinal) { "nullable", "x-nullable", "title", "description", "example", "examples", "default" };

    private readonly Dictionary<SpecNode, NullableTwin> _twins = [];
    private readonly Func<string, string?> _keptName;

    /// <summary>The names that are kept for the types of components, by the components whose type they have.</summary>
    private readonly Dictionary<NamedSchema, string> _kept = [];

    /// <param name="keptName">
    /// Returns the name that is kept for the type of a component by the reference to it, or null. Two components that keep different names
    /// are two types.
    /// </param>
    public NullableTwins(SpecNode root, Func<string, string?> keptName)
    {
        _keptName = keptName;
        Dictionary<string, NamedSchema> byName = new(StringComparer.Ordinal);
        foreach (NamedSchema schema in NamedSchema.Of(root))
        {
            byName[schema.Name] = schema;
        }

        foreach (NamedSchema schema in byName.Values.OrderBy(static schema => schema.Name, StringComparer.Ordinal))
        {
            foreach (string name in TwinNames.BasesOf(schema.Name))
            {
                if (byName.TryGetValue(name, out NamedSchema? based) && Described(based, schema) is { } described && TryJoin(based, schema))
                {
                    _twins[based.Node] = _twins[schema.Node] = new NullableTwin(based, described);
                    break;
                }
            }
        }
    }

    /// <summary>Returns the pair of a component, or null.</summary>
    public NullableTwin? Of(SpecNode component) => _twins.TryGetValue(component, out NullableTwin? twin) ? twin : null;

    /// <summary>Adds a twin to a component if the component and all its twins keep at most one name.</summary>
    private bool TryJoin(NamedSchema based, NamedSchema twin)
    {
        string? own = KeptName(twin);
        string? kept = _kept.TryGetValue(based, out string? joined) ? joined : KeptName(based);
        if ((kept ?? own) is not { } name)
        {
            return true;
        }

        _kept[based] = name;
        return own is null || own == name;
    }

    private string? KeptName(NamedSchema component) => _keptName(Components + SpecPointer.Escape(component.Name));

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
