using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Prints the accessors of response headers.</summary>
internal static class HeadersEmitter
{
    public static void Emit(SourceWriter writer, HeadersModel model, string accessibility)
    {
        writer.WriteLine("/// <summary>The response headers of the API description. A method returns null if the header is missing or not as described.</summary>");
        writer.Open($"{accessibility} static partial class {model.Name}");
        writer.Separated(model.Headers, header =>
        {
            DocEmitter.Emit(writer, header.Doc);
            writer.WriteLine($"""
                /// <param name="headers">The response headers.</param>
                public static {TypeText.Written(header.Type)} Get{header.Name}(this {(header.IsOfContent ? HttpContentHeaders : HttpResponseHeaders)} headers) => {HeaderReading}.{Read(header)};
                """);
        });
        writer.Close();
    }

    private static string Read(HeaderModel header)
    {
        string name = CSharpText.Literal(header.WireName);
        TypeRef type = header.Type.AsRequired();
        string read = TypeExpressions.Reader(header.Type);
        string separator = SymbolDisplay.FormatLiteral(header.Value.Separator, quote: true);
        return header.Value.Form switch
        {
            HeaderForm.List => List(type.Element!, header.Value.Separator == HeaderValue.Comma ? name : $"{name}, {separator}"),
            HeaderForm.Simple => $"Simple<{TypeText.Written(header.Type)}>(headers, {name}, {read})",
            HeaderForm.SimpleList => $"SimpleList<{TypeText.Written(header.Type)}>(headers, {name}, {separator}, {read})",
            HeaderForm.Object => $"SimpleObject<{TypeText.Written(header.Type)}>(headers, {name}, false, {read})",
            HeaderForm.ExplodedObject => $"SimpleObject<{TypeText.Written(header.Type)}>(headers, {name}, true, {read})",
            HeaderForm.Quoted => $"Quoted<{TypeText.Written(type)}>(headers, {name}, {TypeExpressions.Reader(type)})",
            HeaderForm.Json => $"Json<{TypeText.Written(header.Type)}>(headers, {name}, {read})",
            _ when type.Kind is PrimitiveKind.String or PrimitiveKind.Sensitive => $"Text(headers, {name})",
            _ => Parse(type, $"{HeaderReading}.Text(headers, {name})"),
        };
    }

    private static string List(TypeRef element, string place)
    {
        // Text becomes a secret by an implicit conversion.
        string item = element.Kind == PrimitiveKind.Sensitive ? "text" : $"{HeaderReading}.{Parse(element, "text")}";
        return element.Kind == PrimitiveKind.String
            ? $"Texts(headers, {place})"
            : $"List{(element.IsValueType ? "" : "Ref")}<{TypeText.Written(element)}>(headers, {place}, static text => {item})";
    }

    /// <summary>A call of the runtime that converts text to a value.</summary>
    private static string Parse(TypeRef type, string text) => type.Kind switch
    {
        _ when type.Scalar is { } scalar => $"Converted{(scalar.IsValueType ? "" : "Ref")}{TypeText.Conversion(scalar)}({text})",
        PrimitiveKind.DateTimeOffset => $"Instant({text})",
        PrimitiveKind.Uri => $"Address({text})",
        PrimitiveKind.Decimal => $"Decimal({text})",
        PrimitiveKind.TimeSpan or PrimitiveKind.Duration => $"Duration({text})",
        _ => $"Value<{TypeText.Bare(type)}>({text})",
    };
}
