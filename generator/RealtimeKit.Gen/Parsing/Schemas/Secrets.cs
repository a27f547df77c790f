using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Decides which values are secrets, which are never shown in text.</summary>
internal static class Secrets
{
    public const string Extension = "x-ms-secret";

    /// <summary>The keyword by which text that is only sent is a secret. Of a property, NJsonSchema has a member for it.</summary>
    public const string WriteOnly = "writeOnly";

    /// <summary>The names of secrets, letters only, as listed in <c>generator/README.md</c>.</summary>
    private static readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "passphrase", "secret", "clientsecret", "secretkey", "secretaccesskey", "sharedsecret", "signingsecret", "webhooksecret",
        "privatekey", "accesskey", "apikey", "apisecret", "apitoken", "authkey", "authtoken", "accesstoken", "refreshtoken", "idtoken", "bearertoken",
        "sessiontoken", "streamkey",
    };

    private static readonly SchemaSearch _secret = new(static schema => HasPart(schema, mark: true), OwnParts.PartsOf);
    private static readonly SchemaSearch _known = new(static schema => HasPart(schema, mark: false), OwnParts.PartsOf);
    private static readonly SchemaSearch _onlySent = new(
        static schema => OwnParts.PartsOf(schema).Any(static part => ReferenceChain.Of(part).Any(static link => link.Flag(WriteOnly) is true)),
        OwnParts.PartsOf);

    private static readonly SchemaSearch _text = new(static schema => schema.Type == JsonObjectType.String, OwnParts.PartsOf);

    private static readonly SchemaSearch _passwords = new(static schema => schema.Format == ScalarTypes.OfPassword, OwnParts.PartsOf);

    private static readonly SchemaSearch _within = new(IsSecretItself, static schema => schema.OneOf
        .Concat(schema.AnyOf)
        .Concat(schema.AllOf)
        .Concat(schema.Properties.Values)
        .Concat(new[] { schema.Item, schema.AdditionalPropertiesSchema }.OfType<JsonSchema>()));

    /// <summary>The most words of such a name.</summary>
    private const int MostWords = 3;

    /// <summary>
    /// Returns the type of a member or parameter. It is hidden if an extension, its name or its schema makes it a secret.
    /// </summary>
    public static TypeRef TypeOf(TypeRef type, JsonSchema schema, string wireName)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        bool isSecret = NearestMark(schema)
            ?? (schema is JsonSchemaProperty { IsWriteOnly: true }
                && type.IsPlain
                && IsText(actual))
            || (type.Kind != PrimitiveKind.Boolean && IsName(wireName));
        return isSecret ? Hide(type) : type;
    }

    /// <summary>Returns whether a name is that of a secret, or ends with the words of one (<c>sip_auth_password</c>).</summary>
    private static bool IsName(string wireName)
    {
        if (_names.Contains(new string(wireName.Where(char.IsLetter).ToArray())))
        {
            return true;
        }

        List<string> words = Words.Split(wireName);
        return Enumerable.Range(1, MostWords).Any(count => count < words.Count && _names.Contains(string.Concat(words.Skip(words.Count - count))));
    }

    /// <summary>Returns the type of a schema, hidden if the document marks it.</summary>
    public static TypeRef TypeOf(TypeRef type, JsonSchema schema) => IsMarked(schema) ? Hide(type) : type;

    /// <summary>
    /// Returns a type whose values are not shown. Text uses the runtime's type; other types are hidden by the type that contains
    /// them.
    /// </summary>
    public static TypeRef Hide(TypeRef type) => type switch
    {
        { Kind: PrimitiveKind.String or PrimitiveKind.Uri or PrimitiveKind.Sensitive } => PrimitiveTypes.Sensitive with { IsNullable = type.IsNullable },
        { Shape: TypeShape.List } => TypeRef.List(Hide(type.Element!)) with { IsNullable = type.IsNullable },
        { Shape: TypeShape.Map } => TypeRef.Map(Hide(type.Element!)) with { IsNullable = type.IsNullable },
        { Shape: TypeShape.File or TypeShape.Stream or TypeShape.None } => type,
        _ => type with { IsSecret = true },
    };

    /// <summary>Returns whether a schema, or a part of its <c>allOf</c>, has the format of a secret.</summary>
    public static bool HasPassword(JsonSchema actual) => _passwords.Leads(actual);

    /// <summary>
    /// Returns the type of a value of which nothing is known: raw JSON, hidden if the schema describes a secret anywhere within it.
    /// </summary>
    public static TypeRef OfAny(IEnumerable<JsonSchema> schemas) =>
        schemas.Any(static schema => _within.Leads(SchemaFacts.Follow(schema))) ? Hide(PrimitiveTypes.Json) : PrimitiveTypes.Json;

    /// <summary>
    /// Returns whether an alternative or part of a schema, or anything within it, is a secret. Of alternatives that all are without a type,
    /// only this counts.
    /// </summary>
    public static bool IsAlternative(JsonSchema actual) =>
        (actual.OneOf.Count > 0 || actual.AnyOf.Count > 0 || actual.AllOf.Count > 0) && _within.Leads(actual);

    public static bool IsHidden(TypeRef type) => type.IsSecret || type.Kind == PrimitiveKind.Sensitive;

    /// <summary>Returns whether a schema, or the nearest to which it refers, is marked as a secret.</summary>
    public static bool IsMarked(JsonSchema schema) => NearestMark(schema) is true;

    /// <summary>Returns whether another part makes a member a secret, unless the schema that gives the type is marked.</summary>
    public static bool AreSecret(JsonSchema schema, IReadOnlyList<JsonSchemaProperty> parts, TypeRef type)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        bool isText = type.IsPlain && IsText(actual);
        return parts.Count > 1
            && NearestMark(schema) is null
            && parts.Any(part => NearestMark(part) ?? (isText && (part.IsWriteOnly || SchemaFacts.Follow(part).Format == ScalarTypes.OfPassword)));
    }

    /// <summary>Returns whether a schema, or one of its properties by its name, is a secret.</summary>
    private static bool IsSecretItself(JsonSchema schema) =>
        Mark(schema) is true
        || schema.Format == ScalarTypes.OfPassword
        || schema.Properties.Any(static property => IsName(property.Key) || property.Value.IsWriteOnly || Mark(property.Value) is true);

    /// <summary>Returns whether a value is a text, or can be one because nothing is said about it.</summary>
    private static bool IsText(JsonSchema actual) => actual.Type == JsonObjectType.String
        || SchemaFacts.SaysNothing(actual)
        || (actual.Type == JsonObjectType.None
            && (_text.Leads(actual) || (actual.Enumeration.Count > 0 && actual.Enumeration.All(static value => value is string or null))));

    private static bool? NearestMark(JsonSchema schema) => ReferenceChain.Nearest(schema, Mark);

    /// <summary>Returns the mark of a schema, or that of the parts of its <c>allOf</c>. A part that marks a secret counts before the others.</summary>
    private static bool? Mark(JsonSchema schema) =>
        schema.Flag(Extension) is { } own ? own
        : schema.Flag(WriteOnly) is true && IsText(SchemaFacts.Follow(schema)) ? true
        : schema.Reference is not null || !SchemaFacts.HasParts(schema) ? null
        : _secret.Leads(schema) ? true
        : _known.Leads(schema) ? false
        : _onlySent.Leads(schema) && IsText(schema) ? true
        : null;

    private static bool HasPart(JsonSchema schema, bool mark) =>
        OwnParts.PartsOf(schema).Any(part => ReferenceChain.Nearest(part, static part => part.Flag(Extension)) == mark);
}
