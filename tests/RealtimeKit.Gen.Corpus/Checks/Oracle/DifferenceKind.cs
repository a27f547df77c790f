namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>A way in which the document that NSwag's parser reads may differ from the one that the generator reads.</summary>
/// <param name="Name">The name in the results.</param>
/// <param name="Reason">Why the generator is right, or null if the difference is a fault.</param>
internal sealed record DifferenceKind(string Name, string? Reason = null)
{
    public static readonly DifferenceKind OperationMissing = new("operation missing");
    public static readonly DifferenceKind OperationExtra = new("operation that NSwag does not read");
    public static readonly DifferenceKind ParameterMissing = new("parameter missing");
    public static readonly DifferenceKind ParameterExtra = new("parameter that NSwag does not read");
    public static readonly DifferenceKind ParameterRequired = new("parameter required or not");
    public static readonly DifferenceKind ResponseMissing = new("response missing");
    public static readonly DifferenceKind MediaTypeMissing = new("media type missing");
    public static readonly DifferenceKind SchemaMissing = new("schema missing");
    public static readonly DifferenceKind SchemaExtra = new("schema that NSwag does not read");
    public static readonly DifferenceKind Type = new("type");
    public static readonly DifferenceKind Nullable = new("nullable");
    public static readonly DifferenceKind EnumValues = new("enum values");
    public static readonly DifferenceKind PropertyMissing = new("property missing");
    public static readonly DifferenceKind PropertyExtra = new("property that NSwag does not read");
    public static readonly DifferenceKind PropertyRequired = new("property required or not");
    public static readonly DifferenceKind Composition = new("composition");

    public static readonly DifferenceKind MethodUnknownToNSwag = new(
        "method of 3.2", "NSwag reads only the methods of 3.0; `query` and `additionalOperations` were added in 3.2.");

    public static readonly DifferenceKind PathParameterOptional = new(
        "path parameter not marked as required", "A path parameter is always required, because the path would be different without it.");

    public static readonly DifferenceKind MethodInCapitals = new(
        "method in capitals", "The fields of a path item are written in lower case; NSwag reads `GET` too.");

    public static readonly DifferenceKind ParameterContent = new(
        "content of a parameter", "NSwag reads a parameter's `schema` and not its `content`.");

    public static readonly DifferenceKind ParameterBare = new(
        "parameter without a schema", "A parameter is sent as text, so one without a schema is text.");

    public static readonly DifferenceKind ParameterNameless = new(
        "parameter without a name", "A parameter without a name cannot be sent; it is left out, with a warning at its place.");

    public static readonly DifferenceKind DynamicReference = new(
        "$dynamicRef", "NSwag does not know the dynamic references of 3.1 and reads an empty schema.");

    public static readonly DifferenceKind ContentInSwagger = new(
        "content in Swagger 2.0", "2.0 has no `content`; if a document has it, it can only have the meaning of 3.0.");

    public static readonly DifferenceKind NullableInSwagger = new(
        "nullable in Swagger 2.0",
        "2.0 has no `nullable`, and NSwag reads only `x-nullable`; if a document has it, it can only have the meaning of 3.0.");

    public static readonly DifferenceKind ItemSchema = new(
        "itemSchema", "NSwag does not know the `itemSchema` of 3.2.");

    public static readonly DifferenceKind TypesBesideMore = new(
        "several types beside an enum or a composition", "The values or the parts describe more than the list of types, so the list is not used.");

    public static readonly DifferenceKind NumberOrText = new(
        "number or text", "A number that can also be written as text is the number; NSwag keeps both types.");

    public static readonly DifferenceKind MapValue = new(
        "value of a map", "The value of a map that is only an object is any JSON; NSwag keeps the type.");

    public static readonly DifferenceKind PrefixItems = new(
        "prefixItems", "NSwag does not know the tuples of 3.1.");

    public static readonly DifferenceKind ReferenceSiblings = new(
        "siblings of $ref", "From 3.1 on, keywords beside a $ref apply. NSwag drops them; the generator reads both as parts of an allOf.");
}
