using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Accessors for response headers, one for each name of the document rather than for each operation: the same few
/// headers (rate limits, paging, tags) come back with nearly every answer of an API, errors included. A header that is
/// described in several ways is text.
/// </summary>
internal sealed class HeaderParser(SchemaParser schemas, SpecDocument document, Documentation documentation, string className)
{
    /// <summary>What the platform keeps with the content (RFC 9110, and <c>HttpContentHeaders</c>).</summary>
    private static readonly HashSet<string> _ofContent = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5", "Content-Range", "Expires", "Last-Modified",
    };

    public IReadOnlyList<HeaderModel> Parse()
    {
        List<(string Key, HeaderModel Model)> headers = [];
        foreach (IGrouping<string, DescribedHeader> header in document.Headers
            .Where(static header => !string.Equals(header.Name, "Content-Type", StringComparison.OrdinalIgnoreCase))
            .GroupBy(static header => header.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(static header => header.Key, StringComparer.Ordinal))
        {
            DescribedHeader[] all = header.OrderBy(static one => one.Name, StringComparer.Ordinal).ThenBy(static one => one.Description, StringComparer.Ordinal).ToArray();
            bool isOneType = all.Select(Signature).Distinct(StringComparer.Ordinal).Count() == 1;
            (TypeRef type, HeaderForm form) = isOneType ? TypeOf(all[0]) : (PrimitiveTypes.Text, HeaderForm.Plain);
            string? description = all.Select(static one => one.Description).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
            DocModel doc = documentation.Of(null, description, null, $"The header {all[0].Name}.");
            headers.Add((header.Key, new HeaderModel("", all[0].Name, schemas.Directed(type, isReceived: true).AsNullable(), form, _ofContent.Contains(header.Key), doc)));
        }

        IReadOnlyDictionary<string, string> names = new NameScope([]).Assign(headers.Select(static header => new WantedName(header.Key, header.Model.WireName, Identifier.Pascal(header.Model.WireName))).ToArray());
        return headers.Select(header => header.Model with { Name = names[header.Key] }).ToArray();
    }

    public static void Mark(IEnumerable<HeaderModel> headers, UsageMarker usage)
    {
        foreach (HeaderModel header in headers)
        {
            usage.MarkReceived(header.Type);
        }
    }

    private (TypeRef Type, HeaderForm Form) TypeOf(DescribedHeader header)
    {
        string hint = Identifier.Within(className, header.Name);
        JsonSchema actual = SchemaFacts.Follow(header.Schema);
        if (header.MediaType.Length > 0)
        {
            return MediaTypes.IsJson(header.MediaType) ? (schemas.Resolve(header.Schema, hint).AsRequired(), HeaderForm.Json) : (PrimitiveTypes.Text, HeaderForm.Plain);
        }

        if (IsPlain(actual))
        {
            TypeRef type = schemas.Resolve(header.Schema, hint).AsRequired();
            return type.Shape == TypeShape.Enum ? (type, HeaderForm.Quoted)
                : type.IsValueType || type.Codec is "String" or "Uri" ? (type, HeaderForm.Plain)
                : (PrimitiveTypes.Text, HeaderForm.Plain);
        }

        return actual is { Type: JsonObjectType.Array, Item: { } item } && SchemaFacts.Follow(item) is { Enumeration.Count: 0 } plain && IsPlain(plain)
            ? (PrimitiveTypes.List(PrimitiveTypes.Of(plain.Type, plain.Format) is { IsValueType: true } element ? element : PrimitiveTypes.Text), HeaderForm.List)
            : (PrimitiveTypes.Text, HeaderForm.Plain);
    }

    /// <summary>A number in an enum has no quotes to be without.</summary>
    private static bool IsPlain(JsonSchema actual) =>
        actual.Type is JsonObjectType.String or JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean
        && SchemaFacts.Branches(actual).Count == 0
        && (actual.Enumeration.Count == 0 || actual.Type == JsonObjectType.String)
        && actual.Format is not ("byte" or "binary" or "password");

    private static string Signature(DescribedHeader header) => header.MediaType + "|" + Signature(SchemaFacts.Follow(header.Schema));

    private static string Signature(JsonSchema actual) =>
        $"{TypeAndFormat(actual)}|{string.Join(",", actual.Enumeration)}|{(actual.Item is { } item ? TypeAndFormat(SchemaFacts.Follow(item)) : "")}";

    /// <summary>The type as a number: the names of an enum of another assembly are not to be looked up.</summary>
    private static string TypeAndFormat(JsonSchema actual) => ((int)actual.Type).Invariant() + "|" + actual.Format;
}
