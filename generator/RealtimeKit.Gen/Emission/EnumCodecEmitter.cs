using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Model.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints the codec of an enum: the table of its values, which the runtime reads and writes by.</summary>
internal static class EnumCodecEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string type = Api + Identifier.Escape(model.Name);
        string codec = model.IsNumeric ? JsonNumberEnum : JsonTextEnum;
        IEnumerable<string> values = model.Members.Select(member => model.IsNumeric ? member.WireName : CSharpText.Literal(member.WireName));
        writer.Open($"internal sealed class {model.Name}Json() : {codec}<{type}>(new {(model.IsNumeric ? "long" : "string")}[] {{ {string.Join(", ", values)} }})");
        writer.WriteLine($"internal static readonly {model.Name}Json Codec = new();");
        writer.Close();
    }
}
