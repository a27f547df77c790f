using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Emission.Types;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Operations;

/// <summary>
/// Prints the fields of a form. A null that the document allows is sent as JSON's null in a JSON field, and as empty text in
/// a text field. A file or list cannot express null, so a required one throws.
/// </summary>
internal static class FormEmitter
{
    private const string Request = "request";

    /// <summary>A body of <c>application/x-www-form-urlencoded</c>.</summary>
    public static string Form(BodyModel body) => Parts(body, "FormBody", $"new {FormField}[]", "", static property => Field(property, Request));

    /// <summary>The fields of a query whose encoding the document describes, of the parameter of a lambda.</summary>
    public static string Query(IEnumerable<PropertyModel> fields) =>
        $$"""static form => new {{FormField}}[] { {{string.Join(", ", fields.Select(static field => Field(field, "form")))}} }""";

    private static string Field(PropertyModel property, string owner) => property.Field.Form switch
    {
        FieldForm.Json => Json(property, FormField, "", owner),
        FieldForm.Jsons or FieldForm.Content => $"{FormField}.Field({Name(property)}, {Content(property, owner)}{Required(property)})",
        _ => $"{FormField}.Field({Name(property)}, {Text(property, owner)}{Style(property, property.Field.AllowReserved)}{Required(property)})",
    };

    /// <summary>A body of <c>multipart/…</c>.</summary>
    public static string Multipart(BodyModel body) => Parts(body, "MultipartBody", $"new {Wire}MultipartParts", ".ToArray()", Part);

    private static string Parts(BodyModel body, string method, string list, string tail, Func<PropertyModel, string> part)
    {
        string mediaType = body.Kind == BodyKind.Multipart && body.ContentType != "multipart/form-data" ? $"{CSharpText.Literal(body.ContentType)}, " : "";
        string parts = string.Concat(body.Fields.Where(static field => !field.IsReadOnly).Select(field => $"\n    {part(field)},"));
        string absent = $"request is null ? {(body.IsRequired ? $"throw {ApiRequest}.NoBody()" : "null")} : ";
        return $".{method}({mediaType}{absent}{list}\n{{{parts}\n}}{tail})";
    }

    private static string Part(PropertyModel property)
    {
        string name = Name(property);
        string literal = property.Field.ContentType.Length > 0 ? CSharpText.Literal(property.Field.ContentType) : "";
        string contentType = literal.Length > 0 ? ", " + literal : "";
        string namedContentType = literal.Length > 0 ? ", contentType: " + literal : "";
        string required = Required(property);
        return property.Field.Form switch
        {
            FieldForm.File => $"{MultipartPart}.File({name}, {Member(property)}{contentType}{required})",
            FieldForm.Files => $"{Wire}MultipartParts.Files({name}, {Member(property)}{contentType}{required})",
            FieldForm.Json => Json(property, MultipartPart, contentType),
            FieldForm.Jsons => Jsons(property, name, namedContentType + required),
            FieldForm.Content => $"{Wire}MultipartParts.Fields({name}, {Content(property, Request)}{namedContentType}{required})",
            FieldForm.Texts => $"{Wire}MultipartParts.Fields({name}, {Text(property)}{Style(property, allowReserved: false)}{namedContentType}{required})",
            FieldForm.Pairs => $"{Wire}MultipartParts.Pairs({name}, {Text(property)}{Style(property, allowReserved: false)}{required})",
            _ => $"{MultipartPart}.Field({name}, {Text(property)}{namedContentType}{required})",
        };
    }

    private static string Jsons(PropertyModel property, string name, string tail)
    {
        TypeRef element = property.Type.Element!;
        return $"{Wire}MultipartParts.Json<{TypeText.Written(element)}>({name}, {Member(property)}, {TypeExpressions.PresentWriter(element)}{tail})";
    }

    private static string Json(PropertyModel property, string kind, string contentType, string owner = Request)
    {
        string tail = $"{TypeExpressions.PresentWriter(property.Type)}{contentType}";
        string member = $"{owner}.{Identifier.Escape(property.Name)}";
        string type = TypeText.Written(property.Type);
        return property.IsOptional ? $"{member}.HasValue ? {kind}.JsonOrNull<{type}>({Name(property)}, {member}.Value, {tail}) : default"
            : property.WritesNull ? $"{kind}.JsonOrNull<{type}>({Name(property)}, {member}, {tail})"
            : $"{kind}.Json<{type}>({Name(property)}, {member}, {tail}{Required(property)})";
    }

    private static string Text(PropertyModel property, string owner = Request) => Value(property, owner, TypeExpressions.Parameter);

    private static string Content(PropertyModel property, string owner) => Value(property, owner, TypeExpressions.Content);

    private static string Value(PropertyModel property, string owner, Func<TypeRef, string, string> convert) => property.Type.Shape == TypeShape.List
        ? convert(property.Type, Member(property, owner))
        : ObjectCodecEmitter.ParameterMember(property, owner, convert);

    private static string Member(PropertyModel property, string owner = Request)
    {
        string member = $"{owner}.{Identifier.Escape(property.Name)}";
        return property.IsOptional ? $"({member}.HasValue ? {member}.Value : null)" : member;
    }

    private static string Required(PropertyModel property) =>
        !property.IsOptional && (RequestEmitter.MayBeNull(property.Type) || (property.IsRequired && IsUnspeakable(property.Type)))
            ? RequestEmitter.RequiredFlag
            : "";

    /// <summary>Whether the type cannot express null in a form: an empty list and a list with one empty text are lists.</summary>
    private static bool IsUnspeakable(TypeRef type) => type.Shape is TypeShape.File or TypeShape.List;

    private static string Style(PropertyModel property, bool allowReserved) =>
        RequestEmitter.QueryStyle(property.Field.Style, property.Field.Explode, allowReserved);

    private static string Name(PropertyModel property) => CSharpText.Literal(property.WireName);
}
