using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints the reader and writer of a union: a table of cases, from which the runtime chooses.</summary>
internal static class UnionCodecEmitter
{
    public static void Emit(SourceWriter writer, UnionModel model)
    {
        string type = TypeText.Emitted(model.Name);
        writer.Open($"internal sealed class {model.Name}Json : {JsonCodec}<{type}>");
        writer.Open($"private static readonly {JsonUnion}<{type}> _union = new({CSharpText.Literal(model.Discriminator)}, static json => {type}.FromUnknown(json), new {UnionCase}<{type}>[]");
        foreach (int index in model.ReadingOrder)
        {
            writer.WriteLine(Case(type, model.Cases[index], index));
        }

        writer.Close("});");
        writer.WriteLine();
        writer.WriteLine($"public static {type} Read(ref {Utf8JsonReader} reader) => _union.Read(ref reader);");
        writer.WriteLine();
        EmitWrite(writer, model, type);
        writer.Close();
    }

    private static string Case(string type, UnionCaseModel @case, int index)
    {
        // The union is not created by From, because the compiler's overload resolution takes time proportional to the square of
        // the number of cases.
        string made =
            $"new({Tokens(@case.Tokens)}, static (ref {Utf8JsonReader} reader) => new {type}({index.Invariant()}, {TypeExpressions.Read(@case.Type)}))";
        string facts = string.Join(", ", Facts(@case));
        return facts.Length == 0 ? made + "," : $$"""{{made}} { {{facts}} },""";
    }

    private static void EmitWrite(SourceWriter writer, UnionModel model, string type)
    {
        writer.Open($"public static void Write({Utf8JsonWriter} writer, {type} value)");
        SwitchEmitter.Emit(
            writer,
            $"{JsonWriting}.CaseOf(value)",
            model.Cases.Select(static @case => $"{TypeExpressions.Write(@case.Type, Member(@case))}; break;").ToArray(),
            $"{JsonWriting}.Element(writer, ({JsonElement})value.Value); break;");
        writer.Close();
    }

    /// <summary>The value as the type of the case, with the discriminator that the union requires.</summary>
    private static string Member(UnionCaseModel @case)
    {
        string member = $"({TypeText.Bare(@case.Type)})value.Value";
        return @case.AddedKind is { } kind
            ? $$"""{{member}} is { {{Identifier.Escape(kind.Name)}}: null } ? ({{member}}) with { {{Identifier.Escape(kind.Name)}} = {{CSharpText.Literal(kind.Value)}} } : {{member}}"""
            : member;
    }

    private static string Tokens(JsonTokens tokens) =>
        string.Join(" | ", $"{tokens}".Split([", "], StringSplitOptions.None).Select(static token => $"{UnionTokens}.{token}"));

    private static IEnumerable<string> Facts(UnionCaseModel @case) => new[]
    {
        Fact("Discriminators", @case.DiscriminatorValues),
        @case.IsDefault ? "IsDefault = true" : "",
        @case.HasOtherKinds ? "HasOtherKinds = true" : "",
        Fact("Required", @case.Required),
        @case.RequiredByCases.Count == 0
            ? ""
            : $$"""RequiredByCases = new[] { {{string.Join(", ", @case.RequiredByCases.Select(Array))}} }""",
        Fact("Known", @case.Known),
    }.Where(static fact => fact.Length > 0);

    private static string Fact(string name, EquatableArray<string> values) => values.Count == 0 ? "" : $"{name} = {Array(values)}";

    private static string Array(EquatableArray<string> values) => $$"""new[] { {{string.Join(", ", values.Select(CSharpText.Literal))}} }""";
}
