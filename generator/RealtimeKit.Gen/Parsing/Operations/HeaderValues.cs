using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Decides how the text of a response header is read: as the type of its schema if the style can express it, otherwise as text.</summary>
internal sealed class HeaderValues(SchemaParser schemas)
{
    /// <summary>The most parts that lead from a schema to the one with the type.</summary>
    private const int LongestWay = 8;

    private static readonly HeaderValue _text = new(PrimitiveTypes.Text, HeaderForm.Plain);

    /// <param name="hint">The key of the type of an inline schema.</param>
    public HeaderValue Decide(DescribedHeader header, string hint)
    {
        if (MediaTypes.IsJson(header.MediaType))
        {
            return new(schemas.Resolve(header.Schema, hint).AsRequired(), HeaderForm.Json);
        }

        if (header.MediaType.Length > 0 && !MediaTypes.IsJsonOrPlainText(header.MediaType))
        {
            return _text;
        }

        JsonSchema actual = SchemaFacts.Follow(header.Schema);
        return IsText(actual) || !IsFlat(actual) ? _text : Of(schemas.Resolve(header.Schema, hint).AsRequired(), header);
    }

    private HeaderValue Of(TypeRef type, DescribedHeader header) => type.Shape switch
    {
        _ when Secrets.IsHidden(type) => new(PrimitiveTypes.Sensitive, HeaderForm.Plain),
        TypeShape.Scalar => new(type, HeaderForm.Plain),
        TypeShape.Primitive when type.Kind == PrimitiveKind.Bytes => new(type, HeaderForm.Simple),
        TypeShape.Primitive when type.Kind == PrimitiveKind.Uri || IsParsed(type) => new(type, HeaderForm.Plain),
        TypeShape.Enum => new(type, schemas.DraftOf(type) is EnumDraft { IsNumeric: true } ? HeaderForm.Simple : HeaderForm.Quoted),
        TypeShape.Union => IsSingle(type) ? new(type, HeaderForm.Simple) : _text,
        TypeShape.List => OfList(type.Element!.AsRequired(), SeparatorOf(header)),
        TypeShape.Tuple => new(type, HeaderForm.SimpleList, SeparatorOf(header)),
        TypeShape.Map or TypeShape.Object => new(type, header.Explode ? HeaderForm.ExplodedObject : HeaderForm.Object),
        _ => _text,
    };

    private HeaderValue OfList(TypeRef element, char separator) => element switch
    {
        _ when Secrets.IsHidden(element) => new(TypeRef.List(PrimitiveTypes.Sensitive), HeaderForm.List, separator),
        { Shape: TypeShape.Scalar } => new(TypeRef.List(element), HeaderForm.List, separator),
        { Shape: TypeShape.Enum or TypeShape.Union } or { Kind: PrimitiveKind.Bytes } when IsSingle(element) =>
            new(TypeRef.List(element), HeaderForm.SimpleList, separator),
        _ when IsParsed(element) => new(TypeRef.List(element), HeaderForm.List, separator),
        { Kind: PrimitiveKind.String or PrimitiveKind.Uri } => new(TypeRef.List(PrimitiveTypes.Text), HeaderForm.List, separator),
        _ => _text,
    };

    /// <summary>Returns whether a value has no parts.</summary>
    private bool IsSingle(TypeRef type) => schemas.DraftOf(type) is UnionDraft union
        ? union.Cases.TrueForAll(static @case => @case.Type.IsPlain)
        : type.IsPlain;

    /// <summary>Returns whether the runtime parses the text of a header as the type.</summary>
    private static bool IsParsed(TypeRef type) => type is { Shape: TypeShape.Primitive, IsValueType: true, Kind: not PrimitiveKind.Element };

    /// <summary>Returns whether a schema says no more than that the value is text, or nothing.</summary>
    private static bool IsText(JsonSchema actual) =>
        !SchemaFacts.HasParts(actual)
        && actual.Enumeration.Count == 0
        && (actual.Type == JsonObjectType.None ? !SchemaFacts.IsStructural(actual) : actual is { Type: JsonObjectType.String, Format: "binary" });

    /// <summary>Returns whether the values within a value have no parts, because a header has no place for them.</summary>
    private bool IsFlat(JsonSchema actual)
    {
        if (actual.Items.Count > 0)
        {
            return actual.Items.Concat(actual.Item is { } further ? [further] : []).All(static item => IsPlain(item, LongestWay));
        }

        if (actual.Item is { } items)
        {
            return IsPlain(items, LongestWay);
        }

        if (!ObjectSchemas.AreObjects(actual))
        {
            return true;
        }

        Members members = schemas.Members.Collect(actual);
        return (members.ByName.Count > 0 || members.AdditionalProperties is not null)
            && members.ByName.Values.All(static member => member.Schemas.TrueForAll(static part => IsPlain(part, LongestWay)))
            && (members.AdditionalProperties is not { } others || IsPlain(others, LongestWay));
    }

    /// <summary>Returns whether a schema describes values without parts.</summary>
    private static bool IsPlain(JsonSchema schema, int steps)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return SchemaFacts.IsScalar(actual.Type)
            || actual.Enumeration.Count > 0
            || (actual.Type == JsonObjectType.None
                && steps > 0
                && SchemaFacts.HasParts(actual)
                && actual.AllOf.Concat(actual.OneOf).Concat(actual.AnyOf).Where(SchemaFacts.IsStructural).ToArray() is { Length: > 0 } parts
                && Array.TrueForAll(parts, part => IsPlain(part, steps - 1)));
    }

    /// <summary>A list of cookies has one in each line, because a comma can be a part of a cookie (RFC 6265, 3).</summary>
    private static char SeparatorOf(DescribedHeader header) => header.Style switch
    {
        _ when string.Equals(header.Name, "Set-Cookie", StringComparison.OrdinalIgnoreCase) => '\n',
        "spaceDelimited" => ' ',
        "tabDelimited" => '\t',
        "pipeDelimited" => '|',
        _ => HeaderValue.Comma,
    };
}
