using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>Decides how the fields of a form are sent.</summary>
internal static class FormFields
{
    /// <summary>Returns the property as a field of the form, with what the document says of how it is sent.</summary>
    public static PropertyModel Of(PropertyModel property, BodyModel body)
    {
        FieldModel field = Described(property.WireName, body.Encodings) ?? property.Field;
        return property with { Field = body.Kind == BodyKind.Multipart ? field with { Form = PartOf(property.Type, field) } : field };
    }

    /// <summary>Returns the properties that the document describes as fields of a query.</summary>
    public static EquatableArray<PropertyModel> Described(IEnumerable<PropertyModel> properties, EquatableArray<FieldEncodingModel> encodings) => properties
        .Where(static property => !property.IsReadOnly)
        .Select(property => (Property: property, Field: Described(property.WireName, encodings)))
        .Where(static described => described.Field is not null)
        .Select(static described => described.Property with { Field = described.Field! })
        .ToEquatableArray();

    /// <summary>Returns how the document describes a field, or null.</summary>
    public static FieldModel? Described(string wireName, EquatableArray<FieldEncodingModel> encodings) =>
        encodings.FirstOrDefault(encoding => encoding.WireName == wireName)?.Field;

    /// <summary>Returns how a part of a multipart body is sent. A file is one whatever media type the document gives the part.</summary>
    /// <param name="described">How the document describes the part.</param>
    private static FieldForm PartOf(TypeRef type, FieldModel described) => type switch
    {
        { Shape: TypeShape.File } => FieldForm.File,
        { Shape: TypeShape.List, Element.Shape: TypeShape.File } => FieldForm.Files,
        _ when described.Form == FieldForm.Json => FieldForm.Json,
        { Shape: TypeShape.List } or { Kind: PrimitiveKind.Element } when described is { IsStyled: true, Style: "DeepObject" } => FieldForm.Pairs,
        { Shape: TypeShape.Object or TypeShape.Union or TypeShape.Map or TypeShape.Tuple } when described.IsStyled => FieldForm.Pairs,
        { Shape: TypeShape.Union } when described.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => FieldForm.Text,
        { Shape: TypeShape.List, Element.IsPlain: true } => FieldForm.Texts,
        { Shape: TypeShape.List } => FieldForm.Jsons,
        { Shape: TypeShape.Object or TypeShape.Union or TypeShape.Map or TypeShape.Tuple } or { Kind: PrimitiveKind.Element } => FieldForm.Json,
        _ => FieldForm.Text,
    };
}
