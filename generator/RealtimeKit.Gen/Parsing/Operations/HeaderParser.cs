using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Creates accessors for response headers. Most responses of an API have the same few headers, so there is one accessor for each
/// name rather than for each operation. A header that is described in several ways has an accessor for each of them.
/// </summary>
internal sealed class HeaderParser(
    SchemaParser schemas,
    IReadOnlyList<DescribedHeader> described,
    Documentation documentation,
    string className,
    NameLock locked,
    SchemaIndex index,
    DiagnosticBag diagnostics)
{
    /// <summary>The headers that .NET keeps with the content (RFC 9110 and <c>HttpContentHeaders</c>).</summary>
    private static readonly HashSet<string> _ofContent = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5", "Content-Range",
        "Expires", "Last-Modified",
    };

    /// <summary>Headers whose accessors would be hidden by methods of .NET's headers, such as <c>GetType</c>.</summary>
    private static readonly string[] _hidden = ["Type", "HashCode", "Enumerator"];

    private readonly HeaderValues _values = new(schemas);

    public HeadersModel Parse()
    {
        List<(WantedName Wanted, HeaderModel Model)> headers = [];
        foreach (IGrouping<string, DescribedHeader> header in described
            .Where(static header => !string.Equals(header.Name, "Content-Type", StringComparison.OrdinalIgnoreCase))
            .GroupBy(static header => header.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(static header => header.Key, StringComparer.Ordinal))
        {
            DescribedHeader[] all = header
                .OrderBy(static one => one.Name, StringComparer.Ordinal)
                .ThenBy(static one => one.Description, StringComparer.Ordinal)
                .ToArray();
            string name = NameOf(all[0].Name);
            (DescribedHeader Header, HeaderValue Value)[] shown = all.Select(ValueOf).ToArray();
            bool isSecret = Array.Exists(shown, static one => IsSecret(one.Header, one.Value.Type));
            TypeRef plain = isSecret ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text;
            HeaderValue[] values = shown
                .GroupBy(static one => Signature(one.Header, one.Value.Type), StringComparer.Ordinal)
                .OrderBy(static same => same.Key, StringComparer.Ordinal)
                .Select(static same => same.First())
                .Select(one => isSecret ? Hide(one.Value) : one.Value)
                .Distinct()
                .ToArray();
            if (values.Length == 1)
            {
                headers.Add((new WantedName(header.Key, all[0].Name, name), Model(header.Key, all, values[0], "")));
                continue;
            }

            // A header that is described in several ways has an accessor for its text and one for each type.
            HeaderValue text = new(plain, HeaderForm.Plain);
            headers.Add((new WantedName(header.Key, all[0].Name, name), Model(header.Key, all, text, "")));
            foreach ((string suffix, HeaderValue value) in WithSuffixes(values.Where(value => value.Type != text.Type)))
            {
                HeaderModel model = Model(header.Key, all, value, $"Read as {suffix.Substring(2)}.");
                headers.Add((new WantedName($"{header.Key} {suffix}", all[0].Name, name + suffix), model));
            }
        }

        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope(_hidden),
            headers.Select(static header => header.Wanted).ToArray(),
            static header => LockKey.Of(LockKind.Header, header.Key.Split(' ')));
        return new HeadersModel(className, headers.Select(header => header.Model with { Name = names[header.Wanted.Key] }).ToEquatableArray());
    }

    private static string NameOf(string header)
    {
        string name = Identifier.Pascal(header);
        return _hidden.Contains(name, StringComparer.Ordinal) ? name + "Header" : name;
    }

    private HeaderModel Model(string key, DescribedHeader[] all, HeaderValue value, string remarks)
    {
        string? description = all.Select(static one => one.Description).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
        DocModel doc = documentation.Of(null, description, null, $"The `{all[0].Name}` header.");
        doc = remarks.Length == 0 ? doc : doc with { Remarks = string.Join("\n", new[] { doc.Remarks, remarks }.Where(static text => text.Length > 0)) };
        return new HeaderModel("", all[0].Name, value with { Type = value.Type.AsReceived().AsNullable() }, _ofContent.Contains(key), doc);
    }

    /// <summary>Returns each type with the end of its accessor's name. Of several types with one name, the later ones have a number.</summary>
    private static IEnumerable<(string Suffix, HeaderValue Value)> WithSuffixes(IEnumerable<HeaderValue> values)
    {
        foreach (IGrouping<string, HeaderValue> same in values.GroupBy(static value => Suffix(value.Type), StringComparer.Ordinal))
        {
            int number = 0;
            foreach (IGrouping<string, HeaderValue> type in same.GroupBy(static value => DistinctTypes.KeyOf(value.Type), StringComparer.Ordinal))
            {
                number++;
                yield return (number == 1 ? same.Key : same.Key + number.Invariant(), type.First());
            }
        }
    }

    /// <summary>Returns the end of an accessor's name, such as <c>AsInt64</c> or <c>AsKindList</c>.</summary>
    private static string Suffix(TypeRef type) => type switch
    {
        { Element: { } element } => Suffix(element) + (type.Shape == TypeShape.Map ? "Map" : "List"),
        { Kind: { } kind } => $"As{kind}",
        { Scalar: { } scalar } => "As" + scalar.Name,
        _ => "As" + TypeKey.Plain(type.Name),
    };

    /// <summary>Returns how a header is read if it is not a secret.</summary>
    private (DescribedHeader Header, HeaderValue Value) ValueOf(DescribedHeader header)
    {
        HeaderValue value = _values.Decide(header, TypeKey.Member(className, Identifier.Pascal(header.Name)));
        if (value.Type == PrimitiveTypes.Text && !IsText(SchemaFacts.Follow(header.Schema)))
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored, index.LocationOf(header.Schema), "schema", $"the accessor of the header {header.Name} returns its text");
        }

        return (header, value);
    }

    /// <summary>Returns the type of a header that is a secret. Numbers, dates and enums are shown, because the runtime parses them.</summary>
    private static HeaderValue Hide(HeaderValue value) => value.Form switch
    {
        HeaderForm.Json => value with { Type = Secrets.Hide(value.Type) },
        HeaderForm.Object or HeaderForm.ExplodedObject => new(PrimitiveTypes.Sensitive, HeaderForm.Plain),
        _ when value.Type is { Shape: TypeShape.Union or TypeShape.Tuple } => new(PrimitiveTypes.Sensitive, HeaderForm.Plain),
        _ when value.Type is { Shape: TypeShape.List, Element: { } element } => value with { Type = TypeRef.List(Hide(element)) },
        _ => value with { Type = Hide(value.Type) },
    };

    private static TypeRef Hide(TypeRef type) => type.Kind is PrimitiveKind.String or PrimitiveKind.Uri ? PrimitiveTypes.Sensitive : type;

    /// <summary>Returns whether a schema says no more than that the value is text.</summary>
    private static bool IsText(JsonSchema actual) =>
        actual.Type is JsonObjectType.String or JsonObjectType.None && SchemaFacts.Branches(actual).Count == 0 && actual.AllOf.Count == 0;

    /// <summary>Returns whether a header's text is a secret. An extension, its type, its name, or a schema without a type says so.</summary>
    private static bool IsSecret(DescribedHeader header, TypeRef type)
    {
        JsonSchema actual = SchemaFacts.Follow(header.Schema);
        return header.IsSecret
            ?? (Secrets.IsHidden(type.Element ?? type)
                || Secrets.HasPassword(actual)
                || Secrets.IsHidden(Secrets.TypeOf(PrimitiveTypes.Text, header.Schema, header.Name))
                || (actual.Item is { } item && (Secrets.HasPassword(SchemaFacts.Follow(item)) || Secrets.IsHidden(Secrets.TypeOf(PrimitiveTypes.Text, item)))));
    }

    /// <summary>Returns what is equal for headers with one accessor. Enums with the same values are one, although their types are several.</summary>
    private static string Signature(DescribedHeader header, TypeRef type) =>
        $"{header.MediaType}|{header.Style}|{Signature(header.Schema)}|"
        + (SchemaFacts.Follow(header.Schema).Enumeration.Count > 0 ? "" : DistinctTypes.KeyOf(type));

    private static string Signature(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return $"{TypeAndFormat(schema)}|{string.Join(",", actual.Enumeration)}|{(actual.Item is { } item ? TypeAndFormat(item) : "")}";
    }

    /// <summary>Returns the type as a number. The names of NJsonSchema's enum cannot be looked up in the compiler.</summary>
    private static string TypeAndFormat(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        string? given = schema.GivenDotNetType();
        return ((int)actual.Type).Invariant() + "|" + actual.Format + (given is null ? "" : "|" + given);
    }
}
