using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds inline schemas whose types would have the same members, so that they share one type. Components and schemas with different
/// titles are never shared, because their authors named them apart.
/// </summary>
internal sealed class SharedSchemas
{
    /// <summary>The most words of a title that serves as a name. A longer title is a sentence.</summary>
    private const int MostWords = 4;

    /// <summary>The fewest schemas of a type that has a title which other types have too.</summary>
    private const int FewestOfMain = 10;

    /// <summary>How many times as many schemas that type has as any other of the title.</summary>
    private const int TimesOfMain = 2;

    private readonly PatchedSchemas _patched;
    private readonly Func<JsonSchema, string?> _lockedNameOf;
    private readonly Group[] _groups;
    private readonly Dictionary<JsonSchema, Group> _bySchema = [];

    /// <param name="patched">The schemas that are shared only with each other.</param>
    /// <param name="lockedNameOf">Returns the name that a names file gives to the type of a schema, or null.</param>
    public SharedSchemas(SchemaIndex index, bool areShared, PatchedSchemas patched, Func<JsonSchema, string?> lockedNameOf)
    {
        AreShared = areShared;
        _patched = patched;
        _lockedNameOf = lockedNameOf;
        SchemaShapes shapes = new(index);
        IEnumerable<JsonSchema> inline = areShared
            ? index.Origins.Where(static origin => origin.Value.Name is null && origin.Key.Reference is null).Select(static origin => origin.Key)
            : [];
        _groups = inline
            .Where(MayBeType)
            .GroupBy(schema => (shapes.Of(schema), patched.Contains(schema)))
            .SelectMany(new KeptApart<JsonSchema>(static schema => schema.Title ?? "", lockedNameOf).Divide)
            .Where(static alike => alike.Length > 1)
            .Select(static alike => new Group(alike))
            .ToArray();
        foreach (Group group in _groups)
        {
            foreach (JsonSchema schema in group.Schemas)
            {
                _bySchema.Add(schema, group);
            }
        }
    }

    /// <summary>Gets whether equal types are one type, which the project can switch off.</summary>
    public bool AreShared { get; }

    /// <summary>
    /// Gets the groups whose schemas all have one title, in the order of the titles. If several groups have it, it belongs to one that has many times
    /// the schemas of any other.
    /// </summary>
    public IEnumerable<(JsonSchema StandIn, string Title)> Titled => _groups
        .Where(static group => group.Title is not null)
        .GroupBy(static group => group.Title!, StringComparer.Ordinal)
        .OrderBy(static alike => alike.Key, StringComparer.Ordinal)
        .Select(static alike => (Main: Main(alike.OrderByDescending(static group => group.Schemas.Count).ToArray()), alike.Key))
        .Where(static titled => titled.Main is not null)
        .Select(static titled => (titled.Main!.Schemas[0], titled.Key));

    /// <summary>Returns whether the schema shares its type with others.</summary>
    public bool IsShared(JsonSchema actual) => _bySchema.ContainsKey(actual);

    /// <summary>Returns the schema that stands for all schemas which share a type with this one.</summary>
    public JsonSchema StandIn(JsonSchema actual) => _bySchema.TryGetValue(actual, out Group? group) ? group.Schemas[0] : actual;

    /// <summary>Returns the schema and those that share a type with it.</summary>
    public IReadOnlyList<JsonSchema> With(JsonSchema actual) => _bySchema.TryGetValue(actual, out Group? group) ? group.Schemas : [actual];

    /// <summary>Returns whether the schema is shared only with others in bodies of PATCH.</summary>
    public bool IsPatched(JsonSchema actual) => _patched.Contains(actual);

    /// <summary>Returns the title of the schema or of one that shares a type with it, or an empty text.</summary>
    public string TitleOf(JsonSchema actual) =>
        With(actual).Select(static schema => schema.Title).FirstOrDefault(static title => title is { Length: > 0 }) ?? "";

    /// <summary>Returns the name that the names file gives to the type of the schema, or null.</summary>
    public string? LockedNameOf(JsonSchema actual) => With(actual).Select(_lockedNameOf).FirstOrDefault(static name => name is not null);

    private static Group? Main(Group[] alike) =>
        alike.Length == 1 || (alike[0].Schemas.Count >= FewestOfMain && alike[0].Schemas.Count >= TimesOfMain * alike[1].Schemas.Count) ? alike[0] : null;

    private static bool MayBeType(JsonSchema schema) =>
        schema.Enumeration.Count > 1 || schema.Items.Count > 0 || schema.AllOf.Count > 0 || SchemaFacts.Branches(schema).Count > 0
        || SchemaFacts.HasObjectKeywords(schema);

    private sealed class Group(JsonSchema[] schemas)
    {
        public IReadOnlyList<JsonSchema> Schemas { get; } = schemas;

        public string? Title { get; } = TitleOf(schemas);

        private static string? TitleOf(JsonSchema[] schemas)
        {
            string[] titles = schemas.Select(static schema => schema.Title ?? "").Distinct(StringComparer.Ordinal).ToArray();
            return titles.Length == 1 && Words.Split(titles[0]).Count is > 0 and <= MostWords ? Identifier.Pascal(titles[0]) : null;
        }
    }
}
