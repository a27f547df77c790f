using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints the codec of an enum: the table of its values, which the runtime uses for reading and writing.</summary>
internal static class EnumCodecEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string type = TypeText.Emitted(model.Name);
        writer.Open($"internal sealed class {model.Name}Json() : {Codec(model, type)}");
        writer.WriteLine($"internal static readonly {model.Name}Json Codec = new();");
        writer.Close();
    }

    private static string Codec(EnumModel model, string type) => model switch
    {
        { IsNumeric: true } => $"{JsonNumberEnum}<{type}>({Kind(model)}new long[] {{ {Join(model.Members.Select(static member => member.WireName))} }})",
        { AreFlags: true } => $"{JsonTextFlags}<{type}>({None(model)}, new string[] {{ {Texts(model.Members.Where(static member => member.Number != "0"))} }})",
        _ => $"{JsonTextEnum}<{type}>(new string[] {{ {Texts(model.Members)} }})",
    };

    private static string Kind(EnumModel model) =>
        model.AreFlags || model.IsInText ? $"areFlags: {Flag(model.AreFlags)}, isInText: {Flag(model.IsInText)}, " : "";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string None(EnumModel model) =>
        model.Members.FirstOrDefault(static member => member.Number == "0") is { } none ? CSharpText.Literal(none.WireName) : "null";

    private static string Texts(IEnumerable<EnumMemberModel> members) => Join(members.Select(static member => CSharpText.Literal(member.WireName)));

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);
}
