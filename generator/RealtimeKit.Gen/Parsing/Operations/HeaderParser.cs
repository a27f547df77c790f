using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
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
            (DescribedHeader Header, TypeRef Type, HeaderForm Form)[] shown = all.Select(TypeOf).ToArray();
            bool isSecret = Array.Exists(shown, static one => IsSecret(one.Header, one.Type));
            TypeRef plain = isSecret ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text;
            (TypeRef Type, HeaderForm Form)[] types = shown
                .GroupBy(static one => Signature(one.Header), StringComparer.Ordinal)
                .OrderBy(static same => same.Key, StringComparer.Ordinal)
                .Select(static same => same.First())
                .Select(one => (isSecret ? Hide(one.Type, one.Form) : one.Type, one.Form))
                .Distinct()
                .ToArray();
            if (types.Length == 1)
            {
                headers.Add((new WantedName(header.Key, all[0].Name, name), Model(header.Key, all, types[0], "")));
                continue;
            }

            // A header that is described in several ways has an accessor for its text and one for each type.
            (TypeRef Type, HeaderForm Form) text = (plain, HeaderForm.Plain);
            headers.Add((new WantedName(header.Key, all[0].Name, name), Model(header.Key, all, text, "")));
            foreach (IGrouping<string, (TypeRef Type, HeaderForm Form)> type in types
                .Where(type => type.Type != text.Type)
                .GroupBy(static type => Suffix(type.Type), StringComparer.Ordinal))
            {
                HeaderModel model = Model(header.Key, all, type.First(), $"Read as {type.Key.Substring(2)}.");
                headers.Add((new WantedName($"{header.Key} {type.Key}", all[0].Name, name + type.Key), model));
            }
        }

        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope([]),
            headers.Select(static header => header.Wanted).ToArray(),
            static header => LockKey.Of(LockKind.Header, header.Key.Split(' ')));
        return new HeadersModel(className, headers.Select(header => header.Model with { Name = names[header.Wanted.Key] }).ToEquatableArray());
    }

    private static string NameOf(string header)
    {
        string name = Identifier.Pascal(header);
        return _hidden.Contains(name, StringComparer.Ordinal) ? name + "Header" : name;
    }

    private HeaderModel Model(string key, DescribedHeader[] all, (TypeRef Type, HeaderForm Form) type, string remarks)
    {
        string? description = all.Select(static one => one.Description).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
        DocModel doc = documentation.Of(null, description, null, $"The `{all[0].Name}` header.");
        doc = remarks.Length == 0 ? doc : doc with { Remarks = string.Join("\n", new[] { doc.Remarks, remarks }.Where(static text => text.Length > 0)) };
        return new HeaderModel("", all[0].Name, type.Type.AsReceived().AsNullable(), type.Form, _ofContent.Contains(key), doc);
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
    private (DescribedHeader Header, TypeRef Type, HeaderForm Form) TypeOf(DescribedHeader header)
    {
        (TypeRef type, HeaderForm form) = Decide(header);
        if (type == PrimitiveTypes.Text && !IsText(SchemaFacts.Follow(header.Schema)))
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored, index.LocationOf(header.Schema), "schema", $"the accessor of the header {header.Name} returns its text");
        }

        return (header, type, form);
    }

    private (TypeRef Type, HeaderForm Form) Decide(DescribedHeader header)
    {
        string hint = TypeKey.Member(className, Identifier.Pascal(header.Name));
        JsonSchema actual = SchemaFacts.Follow(header.Schema);
        if (header.MediaType.Length > 0)
        {
            return MediaTypes.IsJson(header.MediaType)
                ? (schemas.Resolve(header.Schema, hint).AsRequired(), HeaderForm.Json)
                : (PrimitiveTypes.Text, HeaderForm.Plain);
        }

        if (IsComposed(actual) || (actual.Item is { } items && IsComposed(SchemaFacts.Follow(items))))
        {
            TypeRef type = schemas.Resolve(header.Schema, hint).AsRequired();
            return type is { Shape: TypeShape.List, Element: { } value } && IsSingle(value)
                ? (TypeRef.List(Read(value.AsRequired())), ListForm(header))
                : (Read(type), HeaderForm.Plain);
        }

        if (IsPlain(actual))
        {
            TypeRef type = schemas.Resolve(header.Schema, hint).AsRequired();
            return type.Shape == TypeShape.Enum ? (type, HeaderForm.Quoted)
                : (type.Kind == PrimitiveKind.Uri ? type : Read(type), HeaderForm.Plain);
        }

        return actual is { Type: JsonObjectType.Array, Item: { } item }
            && SchemaFacts.Follow(item) is { Enumeration.Count: 0 } plain
            && (IsPlain(plain) || plain.Format == ScalarTypes.OfPassword)
            ? (TypeRef.List(Read(schemas.Resolve(item, hint).AsRequired())), ListForm(header))
            : (PrimitiveTypes.Text, HeaderForm.Plain);
    }

    /// <summary>Returns the type of a header that is a secret. Numbers, dates and enums are shown, because the runtime parses them.</summary>
    private static TypeRef Hide(TypeRef type, HeaderForm form) => form == HeaderForm.Json ? Secrets.Hide(type)
        : type is { Shape: TypeShape.List, Element: { } element } ? TypeRef.List(Hide(element, form))
        : type.Kind is PrimitiveKind.String or PrimitiveKind.Uri ? PrimitiveTypes.Sensitive
        : type;

    /// <summary>Returns whether a schema says no more than that the value is text.</summary>
    private static bool IsText(JsonSchema actual) =>
        actual.Type is JsonObjectType.String or JsonObjectType.None && SchemaFacts.Branches(actual).Count == 0 && actual.AllOf.Count == 0;

    /// <summary>Returns whether several parts, or one beside null, describe a value.</summary>
    private static bool IsComposed(JsonSchema actual) => actual.AllOf.Count > 0 || actual.OneOf.Count == 1 || actual.AnyOf.Count == 1;

    private static bool IsSingle(TypeRef type) => type.Shape is TypeShape.Primitive or TypeShape.Scalar or TypeShape.Enum;

    /// <summary>Returns the type if the runtime parses text as it, or that of text.</summary>
    private static TypeRef Read(TypeRef type) => Secrets.IsHidden(type) ? PrimitiveTypes.Sensitive : IsTyped(type) ? type : PrimitiveTypes.Text;

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

    /// <summary>A list of cookies has one in each line, because a comma can be a part of a cookie (RFC 6265, 3).</summary>
    private static HeaderForm ListForm(DescribedHeader header) => header.Style switch
    {
        _ when string.Equals(header.Name, "Set-Cookie", StringComparison.OrdinalIgnoreCase) => HeaderForm.Lines,
        "spaceDelimited" => HeaderForm.SpacedList,
        "tabDelimited" => HeaderForm.TabbedList,
        "pipeDelimited" => HeaderForm.PipedList,
        _ => HeaderForm.List,
    };

    /// <summary>Returns whether the runtime parses the text of a header as the type.</summary>
    private static bool IsTyped(TypeRef type) =>
        type.Shape == TypeShape.Scalar || type is { Shape: TypeShape.Primitive, IsValueType: true, Kind: not PrimitiveKind.Element };

    /// <summary>
    /// Returns whether the header has a single plain value. An enum of numbers is not plain, because it is not quoted in JSON.
    /// </summary>
    private static bool IsPlain(JsonSchema actual) =>
        actual.Type is JsonObjectType.String or JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean
        && SchemaFacts.Branches(actual).Count == 0
        && (actual.Enumeration.Count == 0 || actual.Type == JsonObjectType.String)
        && actual.Format is not ("byte" or "binary" or ScalarTypes.OfPassword);

    private static string Signature(DescribedHeader header) => header.MediaType + "|" + header.Style + "|" + Signature(header.Schema);

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
