using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>Decides how the fields of a form are sent whose encoding the document describes.</summary>
internal sealed class FieldEncodings(MemberCollector members, SpecDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Returns the encodings of a form, and reports those of fields that it does not have.</summary>
    public EquatableArray<FieldEncodingModel> Of(OpenApiMediaType form, bool isMultipart)
    {
        Check(form);
        return form.Encoding
            .OrderBy(static encoding => encoding.Key, StringComparer.Ordinal)
            .Select(encoding => new FieldEncodingModel(encoding.Key, Field(encoding.Value, MediaTypeOf(form, encoding), isMultipart)))
            .ToEquatableArray();
    }

    /// <summary>Returns the media types of the parts.</summary>
    public PartTypes PartTypes(OpenApiMediaType form)
    {
        SortedDictionary<string, string?> types = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, OpenApiEncoding> encoding in form.Encoding)
        {
            string[] allowed = Array.FindAll(Allowed(encoding.Value), MediaTypeName.IsWellFormed);
            if (allowed.Length > 0 || IsStyled(encoding.Value))
            {
                bool isJson = IsStyled(encoding.Value) || Array.Exists(allowed, static type => MediaTypes.IsJson(type) || type is "*/*" or "application/*");
                types[encoding.Key] = isJson ? null : allowed[0];
            }
        }

        return new PartTypes(types, document.HasStyledParts && HasUntyped(form));
    }

    private bool HasUntyped(OpenApiMediaType form) => form.Schema is { } schema
        && members.PropertiesOf(Record(schema)).Any(FormFiles.IsUndescribed);

    /// <summary>Reports what has no effect on a part, whose value is not encoded.</summary>
    public void ReportReserved(OpenApiMediaType form)
    {
        foreach (OpenApiEncoding encoding in form.Encoding.Values.Where(static encoding => encoding.AllowReserved))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(encoding), "allowReserved", "the value of a part is sent as it is");
        }
    }

    private void Check(OpenApiMediaType form)
    {
        if (form.Encoding.Count == 0 || form.Schema is null || members.NamesOf(Record(form.Schema)) is not { Count: > 0 } names)
        {
            return;
        }

        foreach (KeyValuePair<string, OpenApiEncoding> encoding in form.Encoding.Where(encoding => !names.Contains(encoding.Key)))
        {
            if (diagnostics.IsFull(Descriptors.PartInvalid))
            {
                return;
            }

            string? nearest = NearestName.Find(encoding.Key, names);
            diagnostics.Add(
                Descriptors.PartInvalid,
                document.Locations.Of(encoding.Value),
                $"The 'encoding' of '{encoding.Key}' has no effect, because the form has no such "
                    + $"property{NearestName.MaybeMeant(nearest)}");
        }
    }

    /// <summary>
    /// Returns whether the style also applies to objects in a multipart body. Some writers give every part the style <c>form</c>, which
    /// OpenAPI 3.0 ignores. No writer gives <c>deepObject</c> without a reason.
    /// </summary>
    private bool IsStyled(OpenApiEncoding encoding) =>
        encoding.Style == "deepObject" || document.HasStyledParts && encoding.Style is not null;

    /// <summary>
    /// Returns the media type of a field, or an empty text. Of a list of allowed media types, an object is sent in JSON if that is one of them,
    /// and any other value in the first.
    /// </summary>
    private string MediaTypeOf(OpenApiMediaType form, KeyValuePair<string, OpenApiEncoding> encoding)
    {
        string[] allowed = Allowed(encoding.Value);
        string chosen = allowed.Length > 1 && IsObject(form, encoding.Key) && Array.Find(allowed, IsSentAsJson) is { } json ? json : allowed[0];
        return MediaTypeName.IsWellFormed(chosen) && chosen.IndexOf('*') < 0 ? InUtf8(form, encoding, chosen) : "";
    }

    /// <summary>Returns the media type without a charset in which the client does not write text. A file is sent as it is.</summary>
    private string InUtf8(OpenApiMediaType form, KeyValuePair<string, OpenApiEncoding> encoding, string mediaType)
    {
        string sent = MediaTypes.InUtf8(mediaType);
        if (sent == mediaType || SchemasOf(form, encoding.Key).Exists(static part => FormFiles.Find(part) is not null))
        {
            return mediaType;
        }

        diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(encoding.Value), "contentType", "text is sent in UTF-8");
        return sent;
    }

    /// <summary>Returns the media types that the value lists, at least an empty one.</summary>
    private static string[] Allowed(OpenApiEncoding encoding) => Array.ConvertAll((encoding.EncodingType ?? "").Split(','), static type => type.Trim());

    private static bool IsSentAsJson(string mediaType) => mediaType.IndexOf('*') < 0 && MediaTypeName.IsWellFormed(mediaType) && MediaTypes.IsJson(mediaType);

    private bool IsObject(OpenApiMediaType form, string name) =>
        SchemasOf(form, name) is { Count: > 0 } schemas && schemas.TrueForAll(static part => ObjectSchemas.AreObjects(part));

    /// <summary>Returns the schemas of a field.</summary>
    private List<JsonSchemaProperty> SchemasOf(OpenApiMediaType form, string name) =>
        form.Schema is { } schema && members.MemberOf(Record(schema), name) is { } member ? member.Schemas : [];

    private JsonSchema Record(JsonSchema schema) => MeantSchemas.Innermost(schema, document.Schemas);

    private FieldModel Field(OpenApiEncoding encoding, string contentType, bool isMultipart)
    {
        bool isStyled = isMultipart ? IsStyled(encoding) : encoding.Style is not null;
        if (isStyled && (!isMultipart || document.HasStyledParts) && MediaTypes.IsJson(contentType))
        {
            const string Why = "the field has a style, which counts before it";
            diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(encoding), "contentType", Why);
            contentType = "";
        }

        return new FieldModel(ParameterStyles.Name(encoding.Style) ?? "Form", encoding.Explode, encoding.AllowReserved, contentType)
        {
            IsStyled = isStyled,
            Form = MediaTypes.IsJson(contentType) ? FieldForm.Json : FieldForm.Text,
        };
    }
}
