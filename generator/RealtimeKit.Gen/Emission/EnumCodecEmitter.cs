using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Model.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints the reader and writer of an enum.</summary>
internal static class EnumCodecEmitter
{
    /// <summary>Beyond this a switch costs the compiler more than a table costs the program.</summary>
    private const int MostSwitchArms = 64;

    public static void Emit(SourceWriter writer, EnumModel model, FileModel file)
    {
        string type = $"global::{file.Namespace}.{Identifier.Escape(model.Name)}";
        string open = $"{OpenEnum}<{type}>";
        writer.Open($"internal sealed class {model.Name}Json : {JsonConverter}<{type}>");
        if (model.IsNumeric)
        {
            EmitNumeric(writer, model, type, open);
        }
        else
        {
            EmitText(writer, model, type, open);
        }

        writer.WriteLine();
        writer.WriteLine($$"""
            internal static {{type}} ReadKnown(ref {{Utf8JsonReader}} reader) => {{JsonReading}}.Known<{{type}}>(Read(ref reader));

            internal static string? ToWire({{type}}? value) => value is { } known ? ToWire(known) : null;

            internal static string OpenToWire({{open}} value) => value.RawValue ?? ToWire(value.Value);

            internal static string? OpenToWire({{open}}? value) => value is { } known ? OpenToWire(known) : null;

            public override {{type}} Read(ref {{Utf8JsonReader}} reader, global::System.Type typeToConvert, {{JsonSerializerOptions}} options) => ReadKnown(ref reader);

            public override void Write({{Utf8JsonWriter}} writer, {{type}} value, {{JsonSerializerOptions}} options) => WriteKnown(writer, value);
            """);
        writer.Close();
    }

    private static void EmitText(SourceWriter writer, EnumModel model, string type, string open)
    {
        writer.Open("private static readonly string[] _wire =");
        foreach (EnumMemberModel member in model.Members)
        {
            writer.WriteLine(CSharpText.Literal(member.WireName) + ",");
        }

        writer.Close("};");
        writer.WriteLine();
        if (model.Members.Count > MostSwitchArms)
        {
            writer.WriteLine($$"""
                private static readonly {{Dictionary}}<string, {{type}}> _byWire = {{JsonUnion}}.Index<{{type}}>(_wire, static index => ({{type}})index);

                internal static {{open}} Read(ref {{Utf8JsonReader}} reader)
                {
                    string text = {{JsonReading}}.String(ref reader);
                    return _byWire.TryGetValue(text, out {{type}} known) ? known : {{open}}.FromWire(text);
                }
                """);
        }
        else
        {
            EmitSwitch(writer, model, type, open);
        }

        writer.WriteLine();
        writer.WriteLine($$"""
            internal static string ToWire({{type}} value) => (uint)value < (uint)_wire.Length
                ? _wire[(int)value]
                : throw new global::System.ArgumentOutOfRangeException(nameof(value), value, "The enum has no such member.");

            internal static void Write({{Utf8JsonWriter}} writer, {{open}} value) => writer.WriteStringValue(OpenToWire(value));

            internal static void WriteKnown({{Utf8JsonWriter}} writer, {{type}} value) => writer.WriteStringValue(ToWire(value));
            """);
    }

    private static void EmitSwitch(SourceWriter writer, EnumModel model, string type, string open)
    {
        writer.Open($"internal static {open} Read(ref {Utf8JsonReader} reader)");
        writer.WriteLine($"global::System.ReadOnlySpan<byte> text = {JsonReading}.Utf8(ref reader);");
        writer.Open("switch (text.Length)");
        foreach (EnumMemberModel member in model.Members)
        {
            writer.WriteLine($"case {member.WireLength.Invariant()} when global::System.MemoryExtensions.SequenceEqual(text, {CSharpText.Utf8(member.WireName)}): return {type}.{Identifier.Escape(member.Name)};");
        }

        writer.WriteLine($"default: return {open}.FromWire(global::System.Text.Encoding.UTF8.GetString(text));");
        writer.Close();
        writer.Close();
    }

    private static void EmitNumeric(SourceWriter writer, EnumModel model, string type, string open)
    {
        writer.Open($"internal static {open} Read(ref {Utf8JsonReader} reader)");
        writer.WriteLine($"long number = {JsonReading}.Int64(ref reader);");
        writer.Open("switch (number)");
        foreach (EnumMemberModel member in model.Members)
        {
            writer.WriteLine($"case {member.WireName}:");
        }

        writer.WriteLine($"    return ({type})number;");
        writer.WriteLine($"default: return {open}.FromWire(number.ToString(global::System.Globalization.CultureInfo.InvariantCulture));");
        writer.Close();
        writer.Close();
        writer.WriteLine();
        writer.WriteLine($$"""
            internal static string ToWire({{type}} value) => ((long)value).ToString(global::System.Globalization.CultureInfo.InvariantCulture);

            internal static void Write({{Utf8JsonWriter}} writer, {{open}} value) => writer.WriteRawValue(OpenToWire(value));

            internal static void WriteKnown({{Utf8JsonWriter}} writer, {{type}} value) => writer.WriteNumberValue((long)value);
            """);
    }
}
