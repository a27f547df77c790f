using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Operations;

/// <summary>Prints the static description of an operation for the transport.</summary>
internal static class OperationDescriptorEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation)
    {
        bool isFirst = true;
        foreach (ResultModel result in operation.Results)
        {
            if (!isFirst)
            {
                writer.WriteLine();
            }

            isFirst = false;
            Emit(writer, operation, result);
        }
    }

    /// <summary>The name of the field that describes one result.</summary>
    public static string Field(OperationModel operation, ResultModel result) => operation.Name + (result.Suffix.Length == 0 ? "Operation" : result.Suffix);

    private static void Emit(SourceWriter writer, OperationModel operation, ResultModel result)
    {
        string type = TypeText.Written(result.Type);
        writer.Open($"private static readonly {ApiOperation}<{type}> {Field(operation, result)} = new()");
        writer.WriteLine($"""
            OperationId = {CSharpText.Literal(operation.OperationId)},
            Method = {Method(operation.Method)},
            PathTemplate = {CSharpText.Literal(operation.PathTemplate)},
            """);
        if (operation.IsIdempotent)
        {
            writer.WriteLine("IsIdempotent = true,");
        }

        if (result.Accept.Length > 0)
        {
            writer.WriteLine($"Accept = {CSharpText.Literal(result.Accept)},");
        }

        if (operation.HasSecurity)
        {
            IEnumerable<string> alternatives = operation.Security.Select(static schemes => schemes.Count == 0
                ? $"{RuntimeNames.ArrayType}.Empty<string>()"
                : $$"""new[] { {{string.Join(", ", schemes.Select(CSharpText.Literal))}} }""");
            writer.WriteLine(operation.Security.Count == 0
                ? $"Security = {RuntimeNames.ArrayType}.Empty<string[]>(),"
                : $$"""Security = new string[][] { {{string.Join(", ", alternatives)}} },""");
        }

        EmitArray(writer, "Results", $"{ApiResult}<{type}>", result.Cases.Select(@case => Case(@case, result.Type)).ToArray());
        if (operation.Errors.Count > 0)
        {
            EmitArray(writer, "Errors", ApiErrorBody, operation.Errors.Select(Error).ToArray());
        }

        if (operation.SecretNames.Count > 0)
        {
            writer.WriteLine($$"""SecretNames = new[] { {{Texts(operation.SecretNames)}} },""");
        }

        writer.Close("};");
    }

    private static string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(CSharpText.Literal));

    private static void EmitArray(SourceWriter writer, string name, string type, string[] items)
    {
        if (items.Length == 1)
        {
            writer.WriteLine($$"""{{name}} = new {{type}}[] { {{items[0]}} },""");
            return;
        }

        writer.Open($"{name} = new {type}[]");
        foreach (string item in items)
        {
            writer.WriteLine(item + ",");
        }

        writer.Close("},");
    }

    private static string Error(ErrorModel error)
    {
        string mediaType = error.MediaType.Length == 0 ? "" : $", {CSharpText.Literal(error.MediaType)}";
        string secret = error.IsSecret || error.SecretNames.Count > 0 ? $".AsSecret({(error.IsSecret ? "" : Texts(error.SecretNames))})" : "";
        return error.IsText
            ? $"{ApiErrorBody}.Text({CSharpText.Literal(error.Status)}{mediaType}){secret}"
            : $"{ApiErrorBody}.Json<{TypeText.Written(error.Type)}>({CSharpText.Literal(error.Status)}, {TypeExpressions.Reader(error.Type)}{mediaType}){secret}";
    }

    private static string Case(ResultCaseModel @case, TypeRef result)
    {
        string status = CSharpText.Literal(@case.Status);
        return @case.Kind switch
        {
            ResultKind.Empty when result.Shape == TypeShape.None => $"{ApiResult}.Empty({status})",
            ResultKind.Empty => $"{ApiResult}.EmptyAs<{TypeText.Written(result)}>({status}, {(result.IsNullable ? "null" : "default!")})",
            ResultKind.Text => Mapped(@case, result, "string", $"{ApiResult}.Text({status})"),
            ResultKind.Stream => Mapped(@case, result, RuntimeNames.Stream, $"{ApiResult}.Stream({status})"),
            _ => $"{ApiResult}.{(result.IsNullable ? "NullableJson" : "Json")}<{TypeText.Written(result)}>({status}, {Reader(@case, result)}{Range(@case)})",
        };
    }

    private static string Range(ResultCaseModel @case) => @case.MediaRange.Length == 0 ? "" : $", {CSharpText.Literal(@case.MediaRange)}";

    private static string Reader(ResultCaseModel @case, TypeRef result) => @case is { Envelope: "", Union: "" } && @case.Type == result
        ? TypeExpressions.Reader(@case.Type)
        : $"static (ref {Utf8JsonReader} reader) => {Convert(@case, Read(@case))}";

    private static string Mapped(ResultCaseModel @case, TypeRef result, string from, string inner)
    {
        bool isSecret = @case.Type.Kind == PrimitiveKind.Sensitive;
        return result.IsNullable || isSecret || @case.Union.Length > 0
            ? $"{ApiResult}.Map<{TypeText.Written(result)}, {from}>({inner}, static value => {Convert(@case, isSecret ? $"new {SensitiveString}(value)" : "value")})"
            : inner;
    }

    private static string Read(ResultCaseModel @case) => @case.Envelope.Length == 0
        ? TypeExpressions.Read(@case.Type)
        : $"{JsonReading}.Envelope<{TypeText.Written(@case.Type)}>(ref reader, {CSharpText.Utf8(@case.Envelope)}, {TypeExpressions.Reader(@case.Type)}{(@case.Type.IsNullable ? ", nullable: true" : "")})";

    private static string Convert(ResultCaseModel @case, string read) => @case.Union.Length == 0 ? read
        : @case.Type.IsNullable ? $"{read} is {{ }} item ? {TypeText.Emitted(@case.Union)}.From(item) : null"
        : $"{TypeText.Emitted(@case.Union)}.From({read})";

    private static string Method(string method) => method switch
    {
        "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" =>
            $"{RuntimeNames.HttpMethod}.{char.ToUpperInvariant(method[0])}{method.Substring(1)}",
        "query" => $"new {RuntimeNames.HttpMethod}(\"QUERY\")",
        _ => $"new {RuntimeNames.HttpMethod}({CSharpText.Literal(method)})",
    };
}
