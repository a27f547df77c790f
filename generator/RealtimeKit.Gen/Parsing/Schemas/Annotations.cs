using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds what a document says about a value beside its type, wherever it stands: in the schema, in the components to which it refers, in
/// the parts of their <c>allOf</c> and in their only alternative. What stands beside a reference, also to a part, counts instead of what its
/// target says.
/// </summary>
internal static class Annotations
{
    /// <summary>The most places that are searched for one schema.</summary>
    private const int Most = 1_000;

    private static readonly SchemaSearch _annotated =
        new(static schema => IsAnnotated(schema) || OwnParts.PartsOf(schema).Any(static part => ReferenceChain.Of(part).Any(IsAnnotated)), OwnParts.PartsOf);

    /// <summary>Returns the schemas that have a default, in the order of the document.</summary>
    public static IEnumerable<JsonSchema> Defaults(JsonSchema schema, SchemaIndex index) => Saying(schema, index, static part => part.Default is not null);

    /// <summary>Returns the schemas that name a member, in the order of the document.</summary>
    public static IEnumerable<JsonSchema> Names(JsonSchema schema, SchemaIndex index) =>
        Saying(schema, index, static part => part.GivenMemberName() is not null);

    public static bool AreDeprecated(JsonSchema schema, SchemaIndex index) => Saying(schema, index, static part => part.IsDeprecated).Any();

    private static IEnumerable<JsonSchema> Saying(JsonSchema schema, SchemaIndex index, Func<JsonSchema, bool> says) =>
        schema.Reference is not null || SchemaFacts.HasParts(schema) ? Find(schema, index, says)
        : says(schema) ? [schema]
        : [];

    private static IEnumerable<JsonSchema> Find(JsonSchema schema, SchemaIndex index, Func<JsonSchema, bool> says)
    {
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new([schema]);
        while (open.Count > 0 && visited.Count < Most && index.Steps.Take(schema))
        {
            JsonSchema part = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            bool isSaid = says(part);
            if (isSaid)
            {
                yield return part;
            }

            IEnumerable<JsonSchema> parts = part.Reference is { } target ? [target] : PartsOf(part, index);
            foreach (JsonSchema inner in isSaid ? parts.Where(inner => part.Reference is null && inner.Reference is null) : parts)
            {
                open.Push(inner);
            }
        }
    }

    /// <summary>Returns the parts whose annotations are those of the whole, the last first.</summary>
    private static IEnumerable<JsonSchema> PartsOf(JsonSchema actual, SchemaIndex index) =>
        SchemaFacts.HasParts(actual) && _annotated.Leads(actual) ? OwnParts.PartsOf(actual).Where(part => !IsIncluded(part, actual, index)).Reverse() : [];

    /// <summary>Returns whether a part is a component whose members the whole only includes. Its annotations describe that component.</summary>
    private static bool IsIncluded(JsonSchema part, JsonSchema actual, SchemaIndex index) =>
        part.Reference is not null
        && actual.AllOf.Contains(part)
        && SchemaFacts.IsStructural(part)
        && ObjectSchemas.AreObjects(part)
        && !ReferenceEquals(MeantSchemas.OnlyPart(actual, index), part);

    private static bool IsAnnotated(JsonSchema schema) => schema.IsDeprecated || schema.Default is not null || schema.GivenMemberName() is not null;
}
