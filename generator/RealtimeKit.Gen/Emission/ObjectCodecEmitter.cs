using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Model.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints the reader and writer of a record: one pass, names compared as UTF-8 by length first, no reflection.</summary>
internal static class ObjectCodecEmitter
{
    private const int BitsPerWord = 64;

    public static void Emit(SourceWriter writer, ObjectModel model, FileModel file)
    {
        string type = $"global::{file.Namespace}.{Identifier.Escape(model.Name)}";
        writer.Open($"internal sealed class {model.Name}Json : {JsonConverter}<{type}>");
        EmitRequiredNames(writer, model);
        EmitRead(writer, model, type);
        writer.WriteLine();
        EmitWrite(writer, model, type);
        if (model.IsParameter)
        {
            writer.WriteLine();
            EmitParameter(writer, model, type);
        }

        writer.WriteLine();
        writer.WriteLine($$"""
            public override {{type}} Read(ref {{Utf8JsonReader}} reader, global::System.Type typeToConvert, {{JsonSerializerOptions}} options) => Read(ref reader);

            public override void Write({{Utf8JsonWriter}} writer, {{type}} value, {{JsonSerializerOptions}} options) => Write(writer, value);
            """);
        writer.Close();
    }

    private static void EmitRequiredNames(SourceWriter writer, ObjectModel model)
    {
        for (int word = 0; word * BitsPerWord < model.Properties.Count; word++)
        {
            PropertyModel[] properties = model.Properties.Skip(word * BitsPerWord).Take(BitsPerWord).ToArray();
            if (properties.Any(static property => property.IsExpected))
            {
                writer.WriteLine($$"""private static readonly string[] _names{{word.Invariant()}} = { {{string.Join(", ", properties.Select(static property => CSharpText.Literal(property.WireName)))}} };""");
                writer.WriteLine();
            }
        }
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model, string type)
    {
        writer.Open($"internal static {type} Read(ref {Utf8JsonReader} reader)");
        if (model.Derived.Count > 0)
        {
            EmitDispatch(writer, model);
        }

        writer.WriteLine($"{JsonReading}.StartObject(ref reader);");
        foreach (PropertyModel property in model.Properties)
        {
            writer.WriteLine($"{ObjectEmitter.DeclaredType(property)} the{property.Name} = {(property.Default.Length > 0 ? property.Default : "default!")};");
        }

        string restType = model.AdditionalProperties?.Written ?? JsonElement;
        writer.WriteLine($"{Dictionary}<string, {restType}>? rest = null;");
        for (int word = 0; word * BitsPerWord < model.Properties.Count; word++)
        {
            writer.WriteLine($"ulong seen{word.Invariant()} = 0;");
        }

        writer.Open($"while ({JsonReading}.NextProperty(ref reader, out global::System.ReadOnlySpan<byte> name))");
        if (model.Properties.Count > 0)
        {
            EmitSwitch(writer, model);
        }

        EmitRest(writer, model);
        writer.Close();
        EmitRequire(writer, model);
        writer.WriteLine();
        writer.Open($"return new {type}");
        foreach (PropertyModel property in model.Properties)
        {
            writer.WriteLine($"{Identifier.Escape(property.Name)} = the{property.Name},");
        }

        writer.WriteLine("AdditionalProperties = rest,");
        writer.Close("};");
        writer.Close();
    }

    /// <summary>A base reads the record that its discriminator names; itself for a value that nobody knows.</summary>
    private static void EmitDispatch(SourceWriter writer, ObjectModel model)
    {
        writer.Open($"switch ({JsonUnion}.Discriminator(reader, {CSharpText.Utf8(model.Discriminator)}))");
        foreach (DerivedModel derived in model.Derived)
        {
            writer.WriteLine($"case {CSharpText.Literal(derived.Value)}: return {CodecOf(derived.Name)}.Read(ref reader);");
        }

        writer.Close();
        writer.WriteLine();
    }

    /// <summary>
    /// By length, then name by name in plain statements: patterns with conditions would cost the compiler the square of
    /// their number.
    /// </summary>
    private static void EmitSwitch(SourceWriter writer, ObjectModel model)
    {
        writer.Open("switch (name.Length)");
        foreach (IGrouping<int, (PropertyModel Property, int Index)> length in model.Properties
            .Select(static (property, index) => (Property: property, Index: index))
            .GroupBy(static pair => pair.Property.WireLength)
            .OrderBy(static group => group.Key))
        {
            writer.WriteLine($"case {length.Key.Invariant()}:");
            writer.Indentation++;
            foreach ((PropertyModel property, int index) in length)
            {
                EmitCase(writer, property, index);
            }

            writer.WriteLine("break;");
            writer.Indentation--;
        }

        writer.Close();
        writer.WriteLine();
    }

    private static void EmitCase(SourceWriter writer, PropertyModel property, int index)
    {
        string read = property switch
        {
            { IsOptional: true } => $"the{property.Name} = new {Optional}<{property.Type.Written}>({ReadOrNull(property.Type)});",
            { Default.Length: > 0 } => $"the{property.Name} = reader.TokenType == {JsonTokenType}.Null ? the{property.Name} : {TypeExpressions.Read(property.Type)};",
            { Type.IsNullable: true } => $"the{property.Name} = {ReadOrNull(property.Type)};",
            _ => $"the{property.Name} = {TypeExpressions.Read(property.Type)};",
        };
        writer.WriteLine($$"""
            if (global::System.MemoryExtensions.SequenceEqual(name, {{CSharpText.Utf8(property.WireName)}}))
            {
                {{JsonReading}}.Once(ref seen{{(index / BitsPerWord).Invariant()}}, {{(index % BitsPerWord).Invariant()}}, ref reader);
                {{read}}
                continue;
            }

            """);
    }

    private static string ReadOrNull(TypeRef type) =>
        $"reader.TokenType == {JsonTokenType}.Null ? null : {TypeExpressions.Read(type.AsRequired())}";

    private static void EmitRest(SourceWriter writer, ObjectModel model) => writer.WriteLine(model.AdditionalProperties is { } type
        ? $"{JsonReading}.Rest<{type.Written}>(ref reader, name, ref rest, {TypeExpressions.Reader(type)});"
        : $"{JsonReading}.Unknown(ref reader, name, ref rest);");

    private static void EmitRequire(SourceWriter writer, ObjectModel model)
    {
        for (int word = 0; word * BitsPerWord < model.Properties.Count; word++)
        {
            ulong mask = 0;
            for (int bit = 0; bit < BitsPerWord && (word * BitsPerWord) + bit < model.Properties.Count; bit++)
            {
                mask |= model.Properties[(word * BitsPerWord) + bit].IsExpected ? 1UL << bit : 0;
            }

            if (mask != 0)
            {
                writer.WriteLine($"{JsonReading}.Require(seen{word.Invariant()}, 0x{mask:X}UL, _names{word.Invariant()});");
            }
        }
    }

    private static void EmitWrite(SourceWriter writer, ObjectModel model, string type)
    {
        writer.Open($"internal static void Write({Utf8JsonWriter} writer, {type} value)");
        if (model.Derived.Count > 0)
        {
            writer.Open("switch (value)");
            foreach (string derived in model.Derived.Select(static derived => derived.Name).Distinct(StringComparer.Ordinal))
            {
                // Deepest first is not needed: a record that is itself extended dispatches again.
                writer.WriteLine($"case {derived} derived when derived.GetType() == typeof({derived}): {CodecOf(derived)}.Write(writer, derived); return;");
            }

            writer.Close();
            writer.WriteLine();
        }

        writer.WriteLine("writer.WriteStartObject();");
        foreach (PropertyModel property in model.Properties.Where(static property => !property.IsReadOnly))
        {
            EmitWriteProperty(writer, property);
        }

        writer.WriteLine(model.AdditionalProperties is { } additional
            ? $"{JsonWriting}.Rest<{additional.Written}>(writer, value.AdditionalProperties, {TypeExpressions.Writer(additional)});"
            : $"{JsonWriting}.Unknown(writer, value.AdditionalProperties);");
        writer.WriteLine("writer.WriteEndObject();");
        writer.Close();
    }

    private static void EmitWriteProperty(SourceWriter writer, PropertyModel property)
    {
        string name = CSharpText.Utf8(property.WireName);
        string member = $"value.{Identifier.Escape(property.Name)}";
        if (property.IsOptional)
        {
            EmitWhen(writer, $"{member}.HasValue", name, TypeExpressions.Write(property.Type, member + ".Value"));
        }
        else if (property.Type.IsNullable && !property.WritesNull)
        {
            string local = "the" + property.Name;
            EmitWhen(writer, $"{member} is {{ }} {local}", name, TypeExpressions.Write(property.Type.AsRequired(), local));
        }
        else
        {
            writer.WriteLine($"writer.WritePropertyName({name});");
            writer.WriteLine($"{TypeExpressions.Write(property.Type, member)};");
        }
    }

    private static void EmitWhen(SourceWriter writer, string condition, string name, string write)
    {
        writer.Open($"if ({condition})");
        writer.WriteLine($"writer.WritePropertyName({name});");
        writer.WriteLine($"{write};");
        writer.Close();
    }

    private static void EmitParameter(SourceWriter writer, ObjectModel model, string type)
    {
        IEnumerable<string> members = model.Properties.Where(static property => !property.IsReadOnly).Select(static property =>
            $"({CSharpText.Literal(property.WireName)}, {ParameterMember(property)})");
        writer.WriteLine($"""
            internal static {ParameterValue}? ToParameter({type}? value) => value is null ? null : {ParameterValue}.Object(
                {string.Join(",\n    ", members)});
            """);
    }

    /// <summary>A property as a member of a form or parameter.</summary>
    public static string ParameterMember(PropertyModel property, string owner = "value")
    {
        string member = $"{owner}.{Identifier.Escape(property.Name)}";
        return TypeExpressions.Parameter(property.Type, property.IsOptional ? $"({member}.HasValue ? {member}.Value : null)" : member);
    }

    private static string CodecOf(string fullName)
    {
        int dot = fullName.LastIndexOf('.');
        return $"{fullName.Substring(0, dot)}.{Codecs.Namespace}.{fullName.Substring(dot + 1).TrimStart('@')}Json";
    }
}
