using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Prints the class that creates the addresses of the servers.</summary>
internal static class ServersEmitter
{
    public static void Emit(SourceWriter writer, ClientClassModel client, string accessibility)
    {
        writer.WriteLine($"/// <summary>The servers of the API description, for the <c>BaseAddress</c> of <see cref=\"{client.OptionsName}\"/>.</summary>");
        writer.Open($"{accessibility} static partial class {client.ServersName}");
        writer.Separated(client.Servers, server => EmitServer(writer, server));
        writer.Close();
    }

    private static void EmitServer(SourceWriter writer, ServerModel server)
    {
        DocEmitter.Emit(writer, server.Doc);
        foreach (ServerVariableModel variable in server.Variables)
        {
            DocEmitter.EmitParameter(writer, variable.Name, variable.Doc);
        }

        writer.WriteLine("/// <returns>The address of the server.</returns>");
        if (server.Variables.Count > 0)
        {
            writer.WriteLine($"/// <exception cref=\"{RuntimeNames.ArgumentException}\">A value is not allowed, or would change another part of the address.</exception>");
        }

        string parameters = string.Join(", ", server.Variables.Select(static variable =>
            $"string {Identifier.Escape(variable.Name)}{(variable.Default is { } value ? " = " + CSharpText.Literal(value) : "")}"));
        string values = string.Concat(server.Variables.Select(static variable =>
            $".With({string.Join(", ", new[] { CSharpText.Literal(variable.WireName), Identifier.Escape(variable.Name), variable.Default is { } value ? CSharpText.Literal(value) : "null" }
                .Concat(variable.Allowed.Select(CSharpText.Literal)))})"));
        writer.WriteLine($"public static {RuntimeNames.Uri} {Identifier.Escape(server.Name)}({parameters}) => new {ServerAddress}({CSharpText.Literal(server.Template)}){values}.ToUri();");
    }
}
