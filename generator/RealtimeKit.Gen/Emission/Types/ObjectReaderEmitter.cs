using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>
/// Prints the constructors of a record: the public one, and the one that reads JSON. Only a constructor can set <c>init</c> and
/// <c>required</c> properties without a copy.
/// </summary>
internal static class ObjectReaderEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        string name = Identifier.Escape(model.Name);
        string defaults =
            string.Concat(model.Properties.Where(static property => property.IsDefaultedAnew).Select(static property => $"this.{Identifier.Escape(property.Name)} = {ConstantText.Of(property.Default!)}; "));
        writer.WriteLine($$"""
            /// <summary>Initializes a new instance.</summary>
            {{(model.IsAbstract ? "private protected" : "public")}} {{name}}() { {{defaults}}}

            [{{SetsRequiredMembers}}]
            """);
        writer.Open($"internal {name}(ref {Utf8JsonReader} reader)");
        foreach (PropertyModel property in model.Properties.Where(static property => property.AbsentValue != AbsentValue.AsInitialized))
        {
            writer.WriteLine($"this.{Identifier.Escape(property.Name)} = {(property.AbsentValue == AbsentValue.Null ? "null" : ConstantText.Of(property.Default!))};");
        }

        EmitLoop(writer, model);
        writer.Close();
    }

    private static void EmitLoop(SourceWriter writer, ObjectModel model)
    {
        PropertyModel[] properties = NameTableEmitter.InOrder(model);
        writer.WriteLine($"{JsonFields} fields = new(ref reader, {TypeText.Codec(model.Name)}.Names);");
        if (model.AdditionalProperties is { } rest)
        {
            writer.WriteLine($"{Dictionary}<string, {TypeText.Written(rest)}>? rest = null;");
        }

        string next = model.AdditionalProperties is null ? "Next" : "NextOrRest";
        writer.Open($"for (int i = fields.{next}(ref reader); i >= 0; i = fields.{next}(ref reader))");
        SwitchEmitter.Emit(
            writer,
            "i",
            properties.Select(static property => $"this.{Identifier.Escape(property.Name)} = {Value(property)}; break;").ToArray(),
            model.AdditionalProperties is { } type ? $"rest = fields.Rest<{TypeText.Written(type)}>(rest, {TypeExpressions.Read(type)}); break;" : "");
        writer.Close();
        writer.WriteLine();
        writer.WriteLine($"this.AdditionalProperties = {(model.AdditionalProperties is null ? "fields.Unknown" : "rest")};");
    }

    private static string Value(PropertyModel property) => property.IsOptional
        ? $"new {TypeText.Optional(property.Type)}(reader.TokenType == {JsonTokenType}.Null{(property.Type.HasNoEmptyText ? $" || {JsonReading}.IsBlank(ref reader)" : "")} ? null : {Read(property.Type)})"
        : Read(property.Type);

    /// <summary>Null has been handled. Only a type of the project itself knows whether it has an empty text; if not, that is read as null.</summary>
    private static string Read(TypeRef type) => TypeExpressions.Read(type is { Shape: TypeShape.Scalar, IsNumber: false } ? type : type.AsRequired());
}
