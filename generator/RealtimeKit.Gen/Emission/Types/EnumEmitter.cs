using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>Prints an enum.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, FileModel file)
    {
        DocEmitter.Emit(writer, model.Doc);
        DocEmitter.EmitObsolete(writer, model.IsObsolete);
        writer.WriteLine($"[{JsonConverter}(typeof({TypeText.Codec(model.Name)}))]");
        if (model.AreFlags)
        {
            writer.WriteLine($"[{Flags}]");
        }

        writer.Open($"{file.Accessibility} enum {Identifier.Escape(model.Name)}{(model.IsLong ? " : long" : "")}");
        foreach (EnumMemberModel member in model.Members)
        {
            DocEmitter.Emit(writer, member.Doc);
            writer.WriteLine($"{Identifier.Escape(member.Name)}{(member.Number.Length > 0 ? " = " + member.Number : "")},");
        }

        writer.Close();
    }
}
