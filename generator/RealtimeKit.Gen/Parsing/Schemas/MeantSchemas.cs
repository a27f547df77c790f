using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Finds the schemas that are meant by others: those that give a schema with an <c>allOf</c> its type.</summary>
internal static class MeantSchemas
{
    private static readonly Memo<JsonSchema, JsonSchema[]> _structuralParts = new();
    private static readonly Memo<JsonSchema, JsonSchema?> _onlyPart = new();
    private static readonly Memo<SchemaIndex, UnspecificSchemas> _unspecific = new();

    /// <summary>Returns the parts of an <c>allOf</c> that have a structure, without those that a more specific part makes needless.</summary>
    public static JsonSchema[] StructuralParts(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count == 0 ? [] : _structuralParts.Of(actual, index, FindStructuralParts);

    private static JsonSchema[] FindStructuralParts(JsonSchema actual, SchemaIndex index)
    {
        JsonSchema[] parts = actual.AllOf.Where(SchemaFacts.IsStructural).ToArray();
        return parts.Length < 2 ? parts : Unspecific(index).Without(parts).ToArray();
    }

    /// <summary>Returns what is known about the schemas that describe a value only roughly.</summary>
    public static UnspecificSchemas Unspecific(SchemaIndex index) => _unspecific.Of(index, static index => new UnspecificSchemas(new SchemaTokens(index)));

    /// <summary>
    /// Returns the only part of a schema that adds nothing to it, or null. A part that is repeated counts once. A component
    /// that extends a base is not reduced to it, because its name is a value of the discriminator.
    /// </summary>
    public static JsonSchema? OnlyPart(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count == 0 ? null : _onlyPart.Of(actual, index, FindOnlyPart);

    private static JsonSchema? FindOnlyPart(JsonSchema actual, SchemaIndex index)
    {
        if (actual.Enumeration.Count > 0
            || SchemaFacts.HasObjectKeywords(actual)
            || actual.DiscriminatorObject is not null
            || SchemaFacts.Branches(actual).Count > 0
            || OwnShape.Decides(actual, index)
            || ContainerParts.ItemsOf(actual, index).Count > 0)
        {
            return null;
        }

        JsonSchema[] parts = StructuralParts(actual, index);
        if (parts.Length == 0 || !parts.Skip(1).All(part => SchemaSameness.AreSame(parts[0], part, index)))
        {
            return null;
        }

        JsonSchema only = Array.Find(parts, part => index.OriginOf(SchemaFacts.Follow(part))?.Name is not null) ?? parts[0];
        bool isDerived = index.IsDerived(actual) && index.IsBase(SchemaFacts.Follow(only));
        return isDerived || RequiredBeside.MakesRecord(actual, SchemaFacts.Follow(only), index) ? null : only;
    }

    /// <summary>Returns whether a schema adds nothing to the only part of its <c>allOf</c>, or to its only alternative.</summary>
    public static bool IsWrapper(JsonSchema actual, SchemaIndex index) =>
        SchemaFacts.Branches(actual).Count > 0 ? !SchemaFacts.HasOwnShape(actual) : OnlyPart(actual, index) is not null;

    /// <summary>Returns whether a schema is another one, or only wraps it.</summary>
    public static bool IsOrWraps(JsonSchema schema, JsonSchema wrapped, SchemaIndex index) =>
        Layers(schema, index).Any(layer => ReferenceEquals(SchemaFacts.Follow(layer), wrapped));

    /// <summary>Returns the schema, or what it wraps as the only part of an <c>allOf</c>, or as the only alternative beside null.</summary>
    public static JsonSchema Innermost(JsonSchema schema, SchemaIndex index) => SchemaFacts.Follow(Layers(schema, index).Last());

    /// <summary>Returns a schema, and those that it only wraps, the nearest first. Each can be a reference.</summary>
    public static IEnumerable<JsonSchema> Layers(JsonSchema schema, SchemaIndex index)
    {
        JsonSchema? current = schema;
        for (int steps = 0; current is not null && steps < SchemaFacts.LongestChain; steps++)
        {
            yield return current;
            JsonSchema actual = SchemaFacts.Follow(current);
            IReadOnlyList<JsonSchema> branches = SchemaFacts.Branches(actual);
            current = branches.Count == 0 ? OnlyPart(actual, index) : branches.Count == 1 && !SchemaFacts.HasOwnShape(actual) ? branches[0] : null;
        }
    }

    /// <summary>Returns the schema, or the schema that it only wraps.</summary>
    public static JsonSchema Meant(JsonSchema schema, SchemaIndex index) => Meant(schema, index, out _);

    /// <summary>Returns the schema, or the schema that it only wraps, and whether null is allowed on the way.</summary>
    public static JsonSchema Meant(JsonSchema schema, SchemaIndex index, out bool isNullable)
    {
        JsonSchema meant = SchemaFacts.Follow(schema, out isNullable);
        for (int steps = 0; steps < SchemaFacts.LongestChain && OnlyPart(meant, index) is { } part; steps++)
        {
            meant = SchemaFacts.Follow(part, out bool isPartNullable);
            isNullable |= isPartNullable;
        }

        return meant;
    }
}
