using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>
/// Prints the codec of a record: the table of its names, the choice of the record to read, and the writer. The record's constructor
/// reads the members.
/// </summary>
internal static class ObjectCodecEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        string type = TypeText.Emitted(model.Name);
        writer.Open($"internal sealed class {model.Name}Json : {JsonCodec}<{type}>");
        NameTableEmitter.Emit(writer, model);
        writer.WriteLine();
        EmitRead(writer, model, type);
        writer.WriteLine();
        EmitWrite(writer, model, type);
        if (model.IsParameter)
        {
            writer.WriteLine();
            EmitParameter(writer, model, type);
        }

        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model, string type)
    {
        string head = $"public static {type} Read(ref {Utf8JsonReader} reader)";
        if (model.Derived.Count == 0)
        {
            writer.WriteLine($"{head} => {JsonReading}.IsUndocumentedNull(ref reader) ? null! : new(ref reader);");
            return;
        }

        // A base reads the record that its discriminator selects; for an unknown value the default record, or itself.
        string kinds = string.Join(", ", model.Derived.Select(static derived => CSharpText.Literal(derived.Value)));
        writer.WriteLine($$"""private static readonly {{JsonNames}} _kinds = new(0, default, new string[] { {{kinds}} });""");
        writer.WriteLine();
        writer.Open(head);
        writer.WriteLine($"if ({JsonReading}.IsUndocumentedNull(ref reader)) {{ return null!; }}");
        writer.WriteLine($"int kind = {Discriminator}.Find(reader, {CSharpText.Utf8(model.Discriminator)}, _kinds);");
        SwitchEmitter.Emit(
            writer,
            "kind",
            model.Derived
                .Select(static derived => derived.IsDecided && derived.Name.Length > 0 ? $"return new {TypeText.Emitted(derived.Name)}(ref reader);" : ReadAs(derived.Name))
                .ToArray(),
            ReadAs(model.DefaultName),
            returns: true);
        writer.Close();
    }

    private static string ReadAs(string name) =>
        name.Length == 0 ? "return new(ref reader);" : $"return {TypeText.Codec(name)}.Read(ref reader);";

    private static void EmitWrite(SourceWriter writer, ObjectModel model, string type)
    {
        string method = "Write";
        if (IsOfFamily(model))
        {
            // Each record writes itself, because the value's type can be a derived one.
            writer.WriteLine($"public static void Write({Utf8JsonWriter} writer, {type} value) => {JsonWriting}.Present(value).{RecordMembers.WriteJson}(writer);");
            writer.WriteLine();
            method = "WriteMembers";
        }

        writer.Open($"public static void {method}({Utf8JsonWriter} writer, {type} value)");
        writer.WriteLine($"{JsonMembers} json = new(writer, Names, value);");
        Dictionary<string, int> places = NameTableEmitter.InOrder(model)
            .Select(static (property, index) => (property.Name, Index: index))
            .ToDictionary(static place => place.Name, static place => place.Index, StringComparer.Ordinal);
        foreach (PropertyModel property in model.Properties.Where(static property => !property.IsReadOnly))
        {
            EmitWriteProperty(writer, property, places[property.Name]);
        }

        writer.WriteLine(model.AdditionalProperties is { } additional
            ? $"json.End<{TypeText.Written(additional)}>(value.AdditionalProperties, {TypeExpressions.Writer(additional)});"
            : "json.End(value.AdditionalProperties);");
        writer.Close();
    }

    /// <summary>A member of the record that writes the value's actual type.</summary>
    public static void EmitMember(SourceWriter writer, ObjectModel model)
    {
        if (IsOfFamily(model))
        {
            writer.WriteLine();
            writer.WriteLine($"internal {(model.BaseName.Length > 0 ? "override" : "virtual")} void {RecordMembers.WriteJson}({Utf8JsonWriter} writer) => {TypeText.Codec(model.Name)}.WriteMembers(writer, this);");
            if (model.IsParameter)
            {
                writer.WriteLine();
                writer.WriteLine($"internal {(model.BaseName.Length > 0 ? "override" : "virtual")} {ParameterValue}? {RecordMembers.ToParameter}() => {TypeText.Codec(model.Name)}.MembersToParameter(this);");
            }
        }
    }

    private static bool IsOfFamily(ObjectModel model) => model.IsBase || model.BaseName.Length > 0;

    private static void EmitWriteProperty(SourceWriter writer, PropertyModel property, int index)
    {
        string member = $"value.{Identifier.Escape(property.Name)}";
        writer.WriteLine(property.IsOptional
            ? $$"""if ({{member}}.HasValue) { {{WriteMember(property.Type, member + ".Value", index, writesNull: true)}} }"""
            : WriteMember(property.Type, member, index, property.WritesNull));
    }

    /// <summary>A statement that writes a member. One call is the least work for the compiler, which has thousands of members to compile.</summary>
    private static string WriteMember(TypeRef type, string member, int index, bool writesNull)
    {
        string place = index.Invariant();
        if (TypeExpressions.Member(type) is { } method)
        {
            return $"json.{(!type.IsNullable ? method : writesNull ? method + "OrNull" : "Optional" + method)}({place}, {member});";
        }

        if (!type.IsNullable)
        {
            return $"json.Name({place}); {TypeExpressions.Write(type, member)};";
        }

        if (!type.IsValueType)
        {
            return $$"""if (json.{{(writesNull ? "HasOrNull" : "Has")}}({{place}}, {{member}})) { {{TypeExpressions.Write(type.AsRequired(), member)}}; }""";
        }

        return writesNull
            ? $"json.Name({place}); {TypeExpressions.Write(type, member)};"
            : $$"""if ({{member}}.HasValue) { json.Name({{place}}); {{TypeExpressions.Write(type.AsRequired(), member + ".GetValueOrDefault()")}}; }""";
    }

    private static void EmitParameter(SourceWriter writer, ObjectModel model, string type)
    {
        IEnumerable<string> members = PairText.Tuples(
            [.. model.Properties.Where(static property => !property.IsReadOnly).Select(static property => (property.WireName, RequiredMember(property)))],
            ParameterValue + "?");
        string head = $"internal static {ParameterValue}? ToParameter({type}? value) => value";
        if (IsOfFamily(model))
        {
            // As in JSON, a member declared as the base has all members of its value.
            writer.WriteLine($"{head}?.{RecordMembers.ToParameter}();");
            writer.WriteLine();
            head = $"internal static {ParameterValue}? MembersToParameter({type} value) =>";
        }
        else
        {
            head += " is null ? null :";
        }

        string rest = TypeExpressions.Parameter(TypeRef.Map(model.AdditionalProperties ?? TypeRef.Of(PrimitiveKind.Element)), "value.AdditionalProperties");
        writer.WriteLine($"""
            {head} {ParameterValues}.With({ParameterValue}.Object(
                {string.Join(",\n    ", members)}), {rest});
            """);
    }

    /// <summary>A property as a member of a form or parameter. A null that must be sent is empty text.</summary>
    public static string ParameterMember(PropertyModel property, string owner = "value") => ParameterMember(property, owner, TypeExpressions.Parameter);

    /// <param name="convert">Returns the expression of a value, for its type and its name.</param>
    public static string ParameterMember(PropertyModel property, string owner, Func<TypeRef, string, string> convert)
    {
        string member = $"{owner}.{Identifier.Escape(property.Name)}";
        return property.IsOptional
            ? $"({member}.HasValue ? ({ParameterValue}?){TypeExpressions.OrEmpty(convert(property.Type, member + ".Value"))} : null)"
            : property.IsRequired && property.Type.IsNullable ? TypeExpressions.OrEmpty(convert(property.Type, member))
            : convert(property.Type, member);
    }

    private static string RequiredMember(PropertyModel property) => property.IsOptional || property.Type.IsNullable || property.Type.IsValueType
        ? ParameterMember(property)
        : $"{ParameterValues}.Required({CSharpText.Literal(property.WireName)}, {ParameterMember(property)})";
}
