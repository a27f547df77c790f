using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Operations;

/// <summary>Prints the class of one tag's operations.</summary>
internal static class GroupEmitter
{
    public static void Emit(SourceWriter writer, GroupModel group, string accessibility)
    {
        string name = Identifier.Escape(group.TypeName);
        if (!group.IsRoot)
        {
            DocEmitter.Emit(writer, group.Doc);
        }

        writer.Open(group.IsRoot ? $"partial class {name}" : $"{accessibility} partial class {name}");
        if (!group.IsRoot)
        {
            writer.WriteLine($$"""
                private readonly {{ApiTransport}} _transport;
                private readonly {{group.OptionsName}} _options;

                /// <summary>Initializes a new instance for a test double, which overrides the methods that a test calls.</summary>
                protected {{name}}()
                {
                    _transport = null!;
                    _options = null!;
                }

                internal {{name}}({{ApiTransport}} transport, {{group.OptionsName}} options)
                {
                    _transport = transport;
                    _options = options;
                }

                """);
        }

        bool isFirst = true;
        foreach (OperationModel operation in group.Operations)
        {
            if (!isFirst)
            {
                writer.WriteLine();
            }

            isFirst = false;
            OperationEmitter.Emit(writer, operation, group.RequestOptionsName);
        }

        writer.Close();
    }
}
