using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>Decides how the fields of a form are sent.</summary>
internal static class FormFields
{
    /// <summary>Returns the property as a field of the form, with what the document says of how it is sent.</summary>
    public static PropertyModel Of(PropertyModel property, BodyModel body) => body.Kind == BodyKind.Multipart
        ? property with { Field = WithForm(property, body.Encodings, PartOf) }
        : InPairs(property, body.Encodings);

    /// <summary>Returns the properties that a query does not contain in the default format of fields.</summary>
    public static EquatableArray<PropertyModel> Described(IEnumerable<PropertyModel> properties, EquatableArray<FieldEncodingModel> encodings) => properties
        .Where(static property => !property.IsReadOnly)
        .Select(property => InPairs(property, encodings))
        .Where(static property => property.Field != FieldModel.Default)
        .ToEquatableArray();

    /// <summary>Returns how the field of a URL-encoded form is sent.</summary>
    public static FieldModel InPairs(string wireName, TypeRef type, EquatableArray<FieldEncodingModel> encodings) =>
        WithForm(wireName, type, FieldModel.Default, encodings, PairsOf);

    private static PropertyModel InPairs(PropertyModel property, EquatableArray<FieldEncodingModel> encodings) =>
        property with { Field = WithForm(property, encodings, PairsOf) };

    private static FieldModel WithForm(PropertyModel property, EquatableArray<FieldEncodingModel> encodings, Func<TypeRef, FieldModel, FieldForm> form) =>
        WithForm(property.WireName, property.Type, property.Field, encodings, form);

    private static FieldModel WithForm(
        string wireName, TypeRef type, FieldModel own, EquatableArray<FieldEncodingModel> encodings, Func<TypeRef, FieldModel, FieldForm> form)
    {
        FieldModel field = encodings.FirstOrDefault(encoding => encoding.WireName == wireName)?.Field ?? own;
        return field with { Form = form(type, field) };
    }

    /// <summary>Returns how a field of a URL-encoded form is sent. Its style applies if the document gives one.</summary>
    private static FieldForm PairsOf(TypeRef type, FieldModel described) =>
        described.Form == FieldForm.Json ? FieldForm.Json
        : described.IsStyled ? FieldForm.Text
        : ContentOf(type) is { } content and not FieldForm.Texts ? content
        : FieldForm.Text;

    /// <summary>
    /// Returns how a part of a multipart body is sent. A file is one whatever media type the document gives the part. The media type of a list
    /// is that of each item, as the examples of OpenAPI 3.0.4 and 3.1.1 have it.
    /// </summary>
    /// <param name="described">How the document describes the part.</param>
    private static FieldForm PartOf(TypeRef type, FieldModel described) => type switch
    {
        { Shape: TypeShape.File } => FieldForm.File,
        { Shape: TypeShape.List, Element.Shape: TypeShape.File } => FieldForm.Files,
        _ when described.Form == FieldForm.Json => type.Shape == TypeShape.List ? FieldForm.Jsons : FieldForm.Json,
        { Shape: TypeShape.List } or { Kind: PrimitiveKind.Element } when described is { IsStyled: true, Style: "DeepObject" } => FieldForm.Pairs,
        { Shape: TypeShape.Object or TypeShape.Union or TypeShape.Map or TypeShape.Tuple } when described.IsStyled => FieldForm.Pairs,
        { Shape: TypeShape.Union } when described.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => FieldForm.Text,
        _ => ContentOf(type),
    };

    /// <summary>Returns how a value is sent if only its type decides.</summary>
    private static FieldForm ContentOf(TypeRef type) => type switch
    {
        { Shape: TypeShape.Object or TypeShape.Map } => FieldForm.Json,
        { Shape: TypeShape.Union or TypeShape.Tuple } or { Shape: TypeShape.List, Element.Shape: TypeShape.Union } => FieldForm.Content,
        { Shape: TypeShape.List, Element.IsPlain: true } => FieldForm.Texts,
        { Shape: TypeShape.List } => FieldForm.Jsons,
        _ => FieldForm.Text,
    };
}
