using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Operations;

/// <summary>Prints the method that creates an operation's request from its parameters.</summary>
internal static class RequestEmitter
{
    private const int MostChained = 16;

    public const string RequiredFlag = ", required: true";

    public static void Emit(SourceWriter writer, OperationModel operation, BodyModel? body, string optionsType)
    {
        List<string> calls = [];
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (Call(parameter) is { } call)
            {
                calls.Add(call);
            }
        }

        if (body is not null)
        {
            calls.Add(Body(body));
        }

        if (operation.Server.Length > 0)
        {
            calls.Add($".Server({CSharpText.Literal(operation.Server)})");
        }

        writer.WriteLine();
        IEnumerable<ArgumentModel> signature = (body?.Signature ?? operation.Signature).Where(
            static argument => argument.Role != ArgumentRole.CancellationToken);
        string head =
            $"private {ApiRequest} Create{operation.Name}{body?.Suffix}Request({SignatureText.Declarations(signature, optionsType, hasDefaults: false)})";
        string start = $"new {ApiRequest}($\"{string.Concat(operation.Path.Select(Part))}\")";
        if (calls.Count > MostChained)
        {
            EmitStatements(writer, head, start, calls, LocalName(operation, body));
            return;
        }

        writer.WriteLine(head);
        writer.Indentation++;
        EmitChain(writer, "=> " + start, calls);
        writer.Indentation--;
    }

    /// <summary>Each chained call nests the previous expression, and thousands of them overflow the compiler's stack.</summary>
    private static void EmitStatements(SourceWriter writer, string head, string start, List<string> calls, string local)
    {
        writer.Open(head);
        writer.WriteLine($"{ApiRequest} {local} = {start};");
        for (int first = 0; first < calls.Count; first += MostChained)
        {
            EmitChain(writer, local, calls.GetRange(first, Math.Min(MostChained, calls.Count - first)));
        }

        writer.WriteLine($"return {local};");
        writer.Close();
    }

    private static void EmitChain(SourceWriter writer, string start, List<string> calls)
    {
        writer.WriteLine(calls.Count == 0 ? start + ";" : start);
        if (calls.Count > 0)
        {
            writer.Indentation++;
            writer.WriteLine(string.Join("\n", calls) + ";");
            writer.Indentation--;
        }
    }

    private static string LocalName(OperationModel operation, BodyModel? body)
    {
        string name = "request";
        while (operation.Parameters.Any(parameter => parameter.Name == name) || body?.Name == name || body?.ContentTypeName == name)
        {
            name += "_";
        }

        return name;
    }

    private static string Part(PathPartModel part)
    {
        if (part.Parameter is not { } parameter)
        {
            return CSharpText.InterpolatedLiteral(part.Literal);
        }

        string value = Expression(parameter);
        if (parameter.Style != "Simple" || parameter.Explode || parameter.AllowReserved)
        {
            string layout = parameter.Style != "Simple" || parameter.Explode ? $".With({ParameterStyle}.{parameter.Style}, {Flag(parameter.Explode)})" : "";
            value = $"{ParameterValues}.Of({value}){layout}{(parameter.AllowReserved ? ".WithReserved()" : "")}";
        }
        else if (IsMaybeAbsent(parameter.Type) || parameter.IsJson)
        {
            value = $"{ParameterValues}.Of({value})";
        }

        // The runtime finds the name for its exceptions in the format part. A name that cannot be written there is left out.
        string format = parameter.WireName.Length > 0 && parameter.WireName.All(static c => c < '\u0080' && (char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
            ? parameter.WireName
            : parameter.Name;
        return $"{{({value}):{format}}}";
    }

    /// <summary>Whether the conversion can return no value, which a path cannot express.</summary>
    private static bool IsMaybeAbsent(TypeRef type) =>
        type.IsNullable || type.Kind == PrimitiveKind.Element || type.Shape is TypeShape.List or TypeShape.Map or TypeShape.Object or TypeShape.Union
            or TypeShape.Tuple;

    private static string? Call(ParameterModel parameter)
    {
        string name = CSharpText.Literal(parameter.WireName);
        string value = Expression(parameter);
        string required = parameter.IsRequired && parameter.Constant is null && (parameter.HoistedAs.Length > 0 || MayBeNull(parameter.Type))
            ? RequiredFlag
            : "";
        return parameter.Place switch
        {
            ParameterPlace.Query when parameter.IsForm => $".QueryForm({name}, {value}{DescribedFields(parameter)}{required})",
            ParameterPlace.Query => $".Query({name}, {value}{QueryStyle(parameter.Style, parameter.Explode, parameter.AllowReserved)}{required})",
            ParameterPlace.Header => $".Header({name}, {value}{(parameter.Explode ? ", explode: true" : "")}{required}{HeaderStyle(parameter)})",
            ParameterPlace.Cookie =>
                $".Cookie({name}, {value}{(parameter.Explode ? "" : ", explode: false")}{(parameter.Style == "Cookie" ? ", encode: false" : "")}{required})",
            ParameterPlace.QueryString => $".QueryString({value}{required})",
            _ => null,
        };
    }

    private static string HeaderStyle(ParameterModel parameter) => parameter.Style == "Simple" ? "" : $", style: {ParameterStyle}.{parameter.Style}";

    private static string DescribedFields(ParameterModel parameter) => parameter.DescribedFields.Count == 0
        ? ""
        : $", {FormFields}.Of({Value(parameter)}, {FormEmitter.Query(parameter.DescribedFields)})";

    private static string Expression(ParameterModel parameter) => parameter switch
    {
        { Constant: { } constant } => CSharpText.Literal(constant),
        { IsJson: true, IsRequired: true, Type.IsNullable: true, HoistedAs: "" } => TypeExpressions.JsonParameterOrNull(parameter.Type, Value(parameter)),
        { IsJson: true } => TypeExpressions.JsonParameter(parameter.Type, Value(parameter)),
        { IsForm: true, Type.Shape: TypeShape.Map } => TypeExpressions.Fields(parameter.Type, Value(parameter)),
        { IsHttpDate: true } => $"{ParameterValues}.HttpDate({Value(parameter)})",
        _ => TypeExpressions.Parameter(parameter.Type, Value(parameter)),
    };

    /// <summary>Whether a caller can pass null although the type is not nullable.</summary>
    public static bool MayBeNull(TypeRef type) => !type.IsNullable && (!type.IsValueType || type.Kind == PrimitiveKind.Element);

    private static string Required(BodyModel body) => body.IsRequired && !body.Type.IsValueType ? RequiredFlag : "";

    public static string QueryStyle(string style, bool explode, bool allowReserved) => style == "Form" && explode && !allowReserved
        ? ""
        : $", {ParameterStyle}.{style}, explode: {Flag(explode)}{(allowReserved ? ", allowReserved: true" : "")}";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Value(ParameterModel parameter) => parameter.HoistedAs.Length == 0
        ? Identifier.Escape(parameter.Name)
        : $"options?.{Identifier.Escape(parameter.HoistedAs)} ?? _options.{Identifier.Escape(parameter.HoistedAs)}";

    private static string Body(BodyModel body) => body.Kind switch
    {
        BodyKind.Json => JsonBody(body),
        BodyKind.Text => $".{(body.Type.Kind == PrimitiveKind.Sensitive ? "SecretBody" : "TextBody")}({body.Name}, {ContentType(body)}{Required(body)})",
        BodyKind.Stream => $".StreamBody({body.Name}, {ContentType(body)}{Required(body)})",
        BodyKind.Form => body.Fields.Count == 0 ? MapBody(body, "FormBody", "FormFields") : FormEmitter.Form(body),
        _ => body.Fields.Count == 0 ? MapBody(body, "MultipartBody", "MultipartParts") : FormEmitter.Multipart(body),
    };

    private static string ContentType(BodyModel body) => body.TakesContentType ? body.ContentTypeName : CSharpText.Literal(body.ContentType);

    private static string JsonBody(BodyModel body)
    {
        string contentType = body.ContentType == "application/json" && !body.TakesContentType ? "" : $", {ContentType(body)}";
        return body.IsRequired && body.Type.IsNullable
            ? $".JsonBodyOrNull<{TypeText.Written(body.Type)}>({body.Name}, {TypeExpressions.Writer(body.Type)}{contentType})"
            : $".JsonBody<{TypeText.Written(body.Type)}>({body.Name}, {TypeExpressions.PresentWriter(body.Type)}{contentType}{Required(body)})";
    }

    private static string MapBody(BodyModel body, string method, string factory)
    {
        bool isRaw = body.Type.Element is { Kind: PrimitiveKind.Element } or { Shape: TypeShape.File };
        string Of(string map) => $"{Wire}{factory}.Of({(isRaw ? map : TypeExpressions.Parameter(body.Type, map))})";
        return body.IsRequired
            ? $".{method}({Of($"{body.Name} ?? throw {ApiRequest}.NoBody()")})"
            : $".{method}({body.Name} is null ? null : {Of(body.Name)})";
    }
}
