using System.Text;
using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Numbers the shapes of schemas. Two schemas have one shape if the types that are emitted for them have the same members. A
/// schema with a name has a shape of its own. Descriptions, examples and constraints are not part of a shape.
/// </summary>
/// <remarks>Inline schemas form trees, because every circle leads through a reference, and what is referred to has a name.</remarks>
internal sealed class SchemaShapes(SchemaIndex index)
{
    private const char Separator = '\u001F';

    /// <summary>The extensions that decide which types and members are emitted, and what they are called.</summary>
    private static readonly string[] _meaningful =
    [
        SchemaExtensions.TypeName, SchemaExtensions.DotNetType, SchemaExtensions.ClientName, Secrets.Extension, Secrets.WriteOnly, FlagsRule.Extension,
        .. EnumNames.Extensions, "x-abstract", "x-ms-discriminator-value",
    ];

    /// <summary>The extensions that give each value of an enum something by its position.</summary>
    private static readonly string[] _positional = [FlagsRule.Extension, .. EnumNames.Positional];

    private static readonly SchemaSearch _annotated =
        new(static schema => IsAnnotated(schema) || OwnParts.PartsOf(schema).Any(IsAnnotated), OwnParts.PartsOf);

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonSchema, int> _known = [];

    /// <summary>Returns the number of a schema's shape. Nullability is not part of it, because it belongs to the place of a value.</summary>
    public int Of(JsonSchema actual)
    {
        if (_known.TryGetValue(actual, out int known))
        {
            return known;
        }

        // A schema that is found within itself has a number that no other schema has.
        _known[actual] = -1 - _known.Count;
        string text = index.OriginOf(actual) is { Name: not null } origin ? "$" + origin.Key : Describe(actual);
        if (!_numbers.TryGetValue(text, out int number))
        {
            _numbers.Add(text, number = _numbers.Count + 1);
        }

        return _known[actual] = number;
    }

    private string Describe(JsonSchema actual)
    {
        StringBuilder text = new();
        Append(text, (int)TypeOf(actual));
        Append(text, actual.Format);
        Append(text, actual.AllowAdditionalProperties);
        Append(text, actual.MinItems);
        Append(text, actual.AllowAdditionalItems);
        Append(text, (int)index.TraitsOf(actual).InText);
        AppendFacts(text, actual, hasDefault: actual.Enumeration.Count == 0);
        foreach (string value in Values(actual))
        {
            Append(text, "=");
            Append(text, value);
        }

        foreach (string required in actual.RequiredProperties.OrderBy(static name => name, StringComparer.Ordinal))
        {
            Append(text, "!");
            Append(text, required);
        }

        AppendMembers(text, '.', actual.Properties);
        AppendMembers(text, '~', actual.PatternProperties);
        AppendParts(text, '&', actual.AllOf);
        AppendParts(text, '|', actual.OneOf);
        AppendParts(text, '?', actual.AnyOf);
        AppendParts(text, '#', actual.Items);
        AppendParts(text, '*', actual.Item is { } item ? [item] : []);
        AppendParts(text, '+', actual.AdditionalPropertiesSchema is { } additional ? [additional] : []);
        AppendDiscriminator(text, actual.DiscriminatorObject);
        return text.ToString();
    }

    /// <summary>Returns the type of a schema, or that of the values of an enum without a type.</summary>
    private static JsonObjectType TypeOf(JsonSchema actual) => actual.Type != JsonObjectType.None || actual.Enumeration.Count == 0 ? actual.Type
        : actual.Enumeration.All(static value => value is string) ? JsonObjectType.String
        : actual.Enumeration.All(static value => value is long) ? JsonObjectType.Integer
        : JsonObjectType.None;

    /// <summary>Returns the values of an enum. Their order counts only if names or bits belong to positions.</summary>
    private static IEnumerable<string> Values(JsonSchema actual)
    {
        if (actual.Enumeration.Count == 0)
        {
            return [];
        }

        IEnumerable<string> values = actual.Enumeration.Select(ValueText.Of);
        return Array.Exists(_positional, name => actual.Extension(name) is not null) ? values : values.OrderBy(static value => value, StringComparer.Ordinal);
    }

    /// <summary>Appends what the author says about a schema beside its structure.</summary>
    /// <param name="hasDefault">Whether the default is part of the type. That of an enum is a default of the place.</param>
    private static void AppendFacts(StringBuilder text, JsonSchema schema, bool hasDefault = true)
    {
        Append(text, hasDefault ? ValueText.Of(schema.Default) : "");
        Append(text, schema.IsDeprecated);
        foreach (string name in _meaningful)
        {
            if (schema.Extension(name) is { } value)
            {
                Append(text, name);
                Append(text, ValueText.Of(value));
            }
        }
    }

    /// <summary>Returns whether a schema says anything beside its structure.</summary>
    private static bool IsAnnotated(JsonSchema schema) =>
        schema.Format is not null
        || schema.Default is not null
        || schema.IsDeprecated
        || (schema.ExtensionData is { Count: > 0 } && Array.Exists(_meaningful, name => schema.Extension(name) is not null));

    private void AppendMembers(StringBuilder text, char sign, IDictionary<string, JsonSchemaProperty> members)
    {
        foreach (KeyValuePair<string, JsonSchemaProperty> member in members.OrderBy(static member => member.Key, StringComparer.Ordinal))
        {
            Append(text, sign);
            Append(text, member.Key);
            Append(text, member.Value.IsReadOnly);
            Append(text, member.Value.IsWriteOnly);
            AppendFacts(text, member.Value);
            AppendPart(text, member.Value);
        }
    }

    private void AppendParts(StringBuilder text, char sign, IEnumerable<JsonSchema> parts)
    {
        foreach (JsonSchema part in parts)
        {
            Append(text, sign);
            AppendPart(text, part);
        }
    }

    private void AppendPart(StringBuilder text, JsonSchema part)
    {
        JsonSchema meant = MeantSchemas.Meant(part, index, out bool isNullable);
        Append(text, isNullable);
        Append(text, Of(meant));
        foreach (JsonSchema link in ReferenceChain.Of(part).Where(static link => link.Reference is not null && IsAnnotated(link)))
        {
            Append(text, '^');
            AppendFacts(text, link);
        }

        JsonSchema whole = SchemaFacts.Follow(part);
        if (!ReferenceEquals(whole, meant))
        {
            AppendAnnotations(text, whole);
        }
    }

    /// <summary>Appends what a schema and the parts of its <c>allOf</c> say beside the part that gives the type.</summary>
    private void AppendAnnotations(StringBuilder text, JsonSchema whole)
    {
        foreach (JsonSchema part in _annotated.Leads(whole) ? OwnParts.WithReferences(whole, index).Prepend(whole).Where(IsAnnotated) : [])
        {
            Append(text, '^');
            Append(text, part.Format);
            AppendFacts(text, part);
        }
    }

    private void AppendDiscriminator(StringBuilder text, OpenApiDiscriminator? discriminator)
    {
        if (discriminator is null)
        {
            return;
        }

        Append(text, '@');
        Append(text, discriminator.PropertyName);
        foreach (KeyValuePair<string, JsonSchema> mapped in discriminator.Mapping.OrderBy(static mapped => mapped.Key, StringComparer.Ordinal))
        {
            Append(text, mapped.Key);
            Append(text, Of(SchemaFacts.Follow(mapped.Value)));
        }

        if (index.DefaultOf(discriminator) is { } @default)
        {
            Append(text, "default");
            Append(text, Of(SchemaFacts.Follow(@default)));
        }
    }

    private static void Append(StringBuilder text, string? part) => text.Append(part).Append(Separator);

    private static void Append(StringBuilder text, char part) => text.Append(part).Append(Separator);

    private static void Append(StringBuilder text, bool part) => text.Append(part ? '1' : '0').Append(Separator);

    private static void Append(StringBuilder text, int part) => text.Append(part.Invariant()).Append(Separator);
}
