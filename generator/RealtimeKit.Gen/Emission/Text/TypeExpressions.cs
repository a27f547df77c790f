using RealtimeKit.Gen.Model;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>C# expressions that read a value of a type, write it, and convert it into a parameter.</summary>
internal static class TypeExpressions
{
    /// <summary>An expression that converts to the runtime's <c>JsonRead&lt;T&gt;</c>.</summary>
    public static string Reader(TypeRef type) => !type.IsNullable && type.Shape is not (TypeShape.List or TypeShape.Map)
        ? Delegate(type, "Reader", "Read")
        : $"static (ref {Utf8JsonReader} reader) => {Read(type)}";

    /// <summary>An expression that reads a value from <c>reader</c>.</summary>
    public static string Read(TypeRef type) => type switch
    {
        { IsNullable: true, IsValueType: true } => $"{JsonReading}.Nullable<{TypeText.Bare(type)}>(ref reader, {Reader(type.AsRequired())})",
        { IsNullable: true } => $"{JsonReading}.NullableRef<{TypeText.Bare(type)}>(ref reader, {Reader(type.AsRequired())})",
        { Shape: TypeShape.List } => $"{JsonReading}.List<{TypeText.Written(type.Element!)}>(ref reader, {Reader(type.Element!)})",
        { Shape: TypeShape.Map } => $"{JsonReading}.Map<{TypeText.Written(type.Element!)}>(ref reader, {Reader(type.Element!)})",
        _ => $"{Method(type, "Read")}(ref reader)",
    };

    /// <summary>An expression that converts to the runtime's <c>JsonWrite&lt;T&gt;</c>.</summary>
    public static string Writer(TypeRef type) => !type.IsNullable && !type.IsSecret && type.Shape is not (TypeShape.List or TypeShape.Map)
        ? Delegate(type, "Writer", "Write")
        : $"static (writer, value) => {Write(type, "value")}";

    /// <summary>The same for a caller that omits null instead of writing it.</summary>
    public static string PresentWriter(TypeRef type) => type.IsNullable
        ? $"static (writer, value) => {Write(type.AsRequired(), type.IsValueType ? "value.GetValueOrDefault()" : "value!")}"
        : Writer(type);

    /// <summary>An expression that writes a value to <c>writer</c>.</summary>
    public static string Write(TypeRef type, string value) => type switch
    {
        { IsNullable: false, IsSecret: true } => $"{JsonWriting}.Secret<{TypeText.Bare(type)}>(writer, {value}, {Writer(type with { IsSecret = false })})",
        { IsNullable: true, IsValueType: true } => $"{JsonWriting}.Nullable<{TypeText.Bare(type)}>(writer, {value}, {Writer(type.AsRequired())})",
        { IsNullable: true } => $"{JsonWriting}.NullableRef<{TypeText.Bare(type)}>(writer, {value}, {Writer(type.AsRequired())})",
        { Shape: TypeShape.List } => $"{JsonWriting}.List<{TypeText.Written(type.Element!)}>(writer, {value}, {Writer(type.Element!)})",
        { Shape: TypeShape.Map } => $"{JsonWriting}.Map<{TypeText.Written(type.Element!)}>(writer, {value}, {Writer(type.Element!)})",
        _ => $"{Method(type, "Write")}(writer, {value})",
    };

    /// <summary>The method of the runtime's <c>JsonMembers</c> that writes a member of the type with one call, or null if there is none.</summary>
    public static string? Member(TypeRef type) => type is { Shape: TypeShape.Primitive, IsSecret: false } && type.InText != NumberText.Names
        ? type.Kind switch
        {
            PrimitiveKind.String => "String",
            PrimitiveKind.Boolean => "Boolean",
            PrimitiveKind.Int32 => "Int32",
            PrimitiveKind.Int64 => "Int64",
            PrimitiveKind.Double => "Double",
            PrimitiveKind.Guid => "Guid",
            PrimitiveKind.DateTimeOffset => "DateTimeOffset",
            PrimitiveKind.Uri => "Uri",
            _ => null,
        }
        : null;

    /// <summary>An expression that converts to the runtime's <c>ParameterValue?</c>.</summary>
    public static string Parameter(TypeRef type, string value) => type.Shape switch
    {
        _ when type.IsSecret => $"{ParameterValues}.Secret({Parameter(type with { IsSecret = false }, value)})",
        TypeShape.Enum or TypeShape.OpenEnum => $"{TypeText.Codec(type.Name)}.Codec.ToWire({value})",
        TypeShape.Object => $"{TypeText.Codec(type.Name)}.ToParameter({value})",
        TypeShape.Union or TypeShape.Tuple => $"{ParameterValues}.Structure<{TypeText.Bare(type)}>({value}, {TypeText.Codec(type.Name)}.Write)",
        TypeShape.List => $"{ParameterValue}.List<{TypeText.Written(type.Element!)}>({value}, static item => {Item(type.Element!)})",
        TypeShape.Map => $"{ParameterValues}.Map<{TypeText.Written(type.Element!)}>({value}, static item => {Item(type.Element!)})",
        TypeShape.Scalar =>
            $"{ParameterValues}.Converted{(type is { IsNullable: true, IsValueType: true } ? "OrNull" : "")}{TypeText.Conversion(type.Scalar!)}({value})",
        _ when type.Kind == PrimitiveKind.Element => $"{ParameterValues}.Json({value})",
        _ when type.Kind == PrimitiveKind.Duration => $"{ParameterValues}.Duration({value})",
        _ when type.InText == NumberText.Names => $"{ParameterValues}.Named({value})",
        _ => value,
    };

    /// <summary>
    /// The content of a form's field as the runtime's <c>ParameterValue?</c>: JSON for an object, one value for each item of a list, and
    /// text for anything else.
    /// </summary>
    public static string Content(TypeRef type, string value) => Content(type, value, isItem: false);

    /// <summary>A map as the fields of a form.</summary>
    public static string Fields(TypeRef type, string value) =>
        $"{ParameterValues}.Map<{TypeText.Written(type.Element!)}>({value}, static item => {Kept(type.Element!, Content(type.Element!, "item"))})";

    private static string Content(TypeRef type, string value, bool isItem) => type.Shape switch
    {
        TypeShape.List when !isItem =>
            $"{ParameterValue}.List<{TypeText.Written(type.Element!)}>({value}, static item => {Kept(type.Element!, Content(type.Element!, "item", isItem: true))})",
        TypeShape.Union or TypeShape.Tuple =>
            $"{ParameterValues}.Content<{TypeText.Bare(type)}>({value}, {Writer(type.AsRequired())}{(isItem ? ", isItem: true" : "")})",
        TypeShape.Object or TypeShape.Map or TypeShape.List => JsonParameter(type, value),
        _ => Parameter(type, value),
    };

    /// <summary>A value that is sent as JSON text within a parameter.</summary>
    public static string JsonParameter(TypeRef type, string value) =>
        $"{ParameterValues}.Json<{TypeText.Written(type)}>({value}, {PresentWriter(type)})";

    /// <summary>The same for a value that must not be omitted: null is sent as JSON.</summary>
    public static string JsonParameterOrNull(TypeRef type, string value) =>
        $"{ParameterValues}.JsonOrNull<{TypeText.Written(type)}>({value}, {PresentWriter(type)})";

    /// <summary>A nullable value that must not be omitted: null is sent as empty text.</summary>
    public static string OrEmpty(string parameter) => $"{ParameterValues}.OrEmpty({parameter})";

    private static string Item(TypeRef element) => Kept(element, Parameter(element, "item"));

    /// <summary>A value within a list or map keeps its position. If null is not allowed there, sending it throws.</summary>
    private static string Kept(TypeRef element, string parameter) =>
        element.IsNullable || element.Kind == PrimitiveKind.Element ? OrEmpty(parameter)
        : element.Shape is TypeShape.List or TypeShape.Map or TypeShape.Object or TypeShape.Union
            or TypeShape.Tuple ? $"{ParameterValues}.Of({parameter})"
        : parameter;

    /// <summary>The codec of an enum is an object. It caches delegates of its methods, because each conversion would allocate a new one.</summary>
    private static string Delegate(TypeRef type, string agent, string verb) => type.Shape switch
    {
        TypeShape.Enum => $"{TypeText.Codec(type.Name)}.Codec.Known{agent}",
        TypeShape.OpenEnum => $"{TypeText.Codec(type.Name)}.Codec.Open{agent}",
        _ => Method(type, verb),
    };

    private static string Method(TypeRef type, string verb) => type.Shape switch
    {
        TypeShape.Primitive => verb == "Read"
            ? $"{JsonReading}.{type.Kind}{(type.InText == NumberText.None ? "" : "OrText")}"
            : $"{JsonWriting}.{type.Kind}{(type.InText == NumberText.Names ? "OrName" : "")}",
        TypeShape.Scalar => (verb == "Read" ? JsonReading : JsonWriting)
            + $".Converted{(type.IsNumber ? "Number" : "")}{(verb == "Read" && type.InText != NumberText.None ? "OrText" : "")}"
            + TypeText.Conversion(type.Scalar!),
        TypeShape.Enum => $"{TypeText.Codec(type.Name)}.Codec.{(verb == "Read" ? "Known" : verb)}",
        TypeShape.OpenEnum => $"{TypeText.Codec(type.Name)}.Codec.{(verb == "Read" ? "Open" : verb)}",
        _ => $"{TypeText.Codec(type.Name)}.{verb}",
    };
}
