using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds what a schema and the parts of its <c>allOf</c> say together about the items of a list or the values of a map:
/// <c>{ items: { $ref: … }, allOf: [{ items: { required: [name] } }] }</c>.
/// </summary>
internal static class ContainerParts
{
    private static readonly Memo<JsonSchema, JsonSchema[]> _lists = new();
    private static readonly Memo<JsonSchema, JsonSchema[]> _maps = new();
    private static readonly Memo<JsonSchema, JsonSchema[]> _items = new();

    /// <summary>Returns the schemas of the items of a list that several parts describe differently, or none.</summary>
    public static IReadOnlyList<JsonSchema> ItemsOf(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count == 0 ? [] : _items.Of(actual, index, FindItems);

    /// <summary>Returns the parts of a schema if there are several, and all of them describe a list.</summary>
    public static IReadOnlyList<JsonSchema> ListsOf(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count == 0 ? [] : _lists.Of(actual, index, static (actual, index) => Find(actual, index, IsList, IsNoList));

    /// <summary>Returns the parts of a schema if there are several, and all of them describe a map.</summary>
    public static IReadOnlyList<JsonSchema> MapsOf(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count == 0 ? [] : _maps.Of(actual, index, static (actual, index) => Find(actual, index, IsMap, IsNoMap));

    private static JsonSchema[] FindItems(JsonSchema actual, SchemaIndex index)
    {
        JsonSchema[] items = DistinctSchemas.Of(ListsOf(actual, index).Select(static part => part.Item).OfType<JsonSchema>().Where(Says), index);
        return items.Length > 1 ? items : [];
    }

    public static bool IsList(JsonSchema schema) =>
        schema.Type == JsonObjectType.Array || (schema.Type == JsonObjectType.None && (schema.Item is not null || schema.Items.Count > 0));

    public static bool IsMap(JsonSchema schema) =>
        schema.Type is JsonObjectType.None or JsonObjectType.Object
        && SchemaFacts.HasObjectKeywords(schema)
        && schema.Properties.Count == 0
        && schema.DiscriminatorObject is null;

    /// <summary>Returns whether a schema of items or values says more about them than descriptions and limits.</summary>
    public static bool Says(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return actual.Type != JsonObjectType.None
            || actual.Format is not null
            || actual.RequiredProperties.Count > 0
            || SchemaFacts.IsStructural(actual)
            || SchemaFacts.HasParts(actual)
            || ReferenceChain.Of(schema).Any(IsMarked);
    }

    private static bool IsMarked(JsonSchema schema) =>
        schema.Extension(Secrets.Extension) is not null
        || schema.Extension(Secrets.WriteOnly) is not null
        || schema.Extension(SchemaExtensions.DotNetType) is not null;

    /// <summary>Returns the schema and its parts at any depth that are of a kind, or none if one of them is of another kind.</summary>
    private static JsonSchema[] Find(JsonSchema actual, SchemaIndex index, Func<JsonSchema, bool> isKind, Func<JsonSchema, bool> isOther)
    {
        List<JsonSchema> found = [];
        int sources = isKind(actual) ? 1 : 0;
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new([actual]);
        while (open.Count > 0 && index.Steps.Take(actual))
        {
            JsonSchema part = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            if (IsOfNoContainer(part) || isOther(part))
            {
                return [];
            }

            found.AddRange(isKind(part) ? [part] : Array.Empty<JsonSchema>());
            foreach (JsonSchema inner in part.AllOf.Where(SchemaFacts.IsStructural).Reverse())
            {
                sources += ReferenceEquals(part, actual) ? 1 : 0;
                open.Push(SchemaFacts.Follow(inner));
            }
        }

        return sources < 2 ? [] : found.ToArray();
    }

    private static bool IsOfNoContainer(JsonSchema part) =>
        part.Enumeration.Count > 0
        || part.Items.Count > 0
        || part.DiscriminatorObject is not null
        || part.Properties.Count > 0
        || SchemaFacts.AllBranches(part).Count > 0
        || part.Type is not (JsonObjectType.None or JsonObjectType.Object or JsonObjectType.Array);

    private static bool IsNoList(JsonSchema part) => part.Type == JsonObjectType.Object || SchemaFacts.HasObjectKeywords(part);

    private static bool IsNoMap(JsonSchema part) => IsList(part);
}
