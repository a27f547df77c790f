using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The paths to the types within a schema and to their members and values, as <see cref="LockedContents"/> has those of a place.</summary>
internal sealed class SchemaPaths
{
    private const int Deepest = 6;
    private const int Most = 500;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private SchemaPaths()
    {
    }

    public static HashSet<string> Of(JsonSchema schema)
    {
        SchemaPaths paths = new();
        paths.Visit(ReferenceChain.Of(schema).Last(), "", 0);
        return paths._paths;
    }

    /// <summary>Visits a schema, and not those to which it refers, which have places of their own.</summary>
    private void Visit(JsonSchema schema, string path, int depth)
    {
        if (schema.Reference is not null || depth > Deepest || _paths.Count >= Most)
        {
            return;
        }

        AddMembers(schema, path);
        foreach (KeyValuePair<string, JsonSchemaProperty> property in schema.Properties)
        {
            Visit(property.Value, path + "/properties/" + Token(property.Key), depth + 1);
        }

        if (schema.Item is { } item)
        {
            Visit(item, path + "/items", depth + 1);
        }

        if (schema.AdditionalPropertiesSchema is { } value)
        {
            Visit(value, path + "/additionalProperties", depth + 1);
        }

        foreach (JsonSchema part in schema.AllOf)
        {
            Visit(part, path, depth + 1);
        }

        VisitAlternatives(schema.OneOf, path, "/oneOf", depth);
        VisitAlternatives(schema.AnyOf, path, "/anyOf", depth);
    }

    private void VisitAlternatives(ICollection<JsonSchema> alternatives, string path, string keyword, int depth)
    {
        foreach (JsonSchema alternative in alternatives)
        {
            Visit(alternative, alternatives.Count == 1 ? path : $"{path}{keyword}/{Token(AlternativeNames.Of(alternative))}", depth + 1);
        }

        if (alternatives.Count > 1)
        {
            _paths.Add(path);
        }
    }

    private void AddMembers(JsonSchema schema, string path)
    {
        foreach (string member in schema.Properties.Keys
            .Concat(schema.Enumeration.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")))
        {
            _paths.Add(path);
            _paths.Add(path + " " + LockKey.Token(member));
        }
    }

    private static string Token(string name) => LockKey.Token(SpecPointer.Escape(name));
}
