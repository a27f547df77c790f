using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Emission.Types;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Prints a record for each link of the document, with a method that creates it from a response.</summary>
internal static class LinksEmitter
{
    public static void Emit(SourceWriter writer, LinksModel model, string accessibility)
    {
        writer.WriteLine("/// <summary>The links of the API description. Each holds arguments for one method, taken from a response of another.</summary>");
        writer.Open($"{accessibility} static partial class {model.Name}");
        writer.Separated(model.Links, link => EmitLink(writer, link));
        writer.Close();
    }

    private static void EmitLink(SourceWriter writer, LinkModel link)
    {
        DocEmitter.Emit(writer, link.Doc);
        writer.Open($"public sealed partial record {Identifier.Escape(link.Name)}");
        writer.Separated(link.Values, value =>
        {
            DocEmitter.Emit(writer, value.Doc);
            writer.WriteLine($"public {TypeText.Written(value.Type)} {Identifier.Escape(value.Name)} {{ get; init; }}");
        });
        RecordTextEmitter.Emit(writer, "private", link.Values.Select(static value => (value.Name, value.Type)));
        if (link.Values.Any(static value => value.Expression is not null))
        {
            writer.WriteLine();
            EmitFrom(writer, link);
        }

        writer.Close();
    }

    private static void EmitFrom(SourceWriter writer, LinkModel link)
    {
        writer.WriteLine("/// <summary>Creates the link from a response.</summary>");
        foreach (LinkSourceModel source in link.Sources)
        {
            writer.WriteLine($"/// <param name=\"{source.Name}\">{DocText.Of(source.Doc)}</param>");
        }

        string parameters = string.Join(", ", link.Sources.Select(static source => $"{TypeText.Written(source.Type)} {Identifier.Escape(source.Name)}"));
        writer.WriteLine($"public static {Identifier.Escape(link.Name)} {LinkModel.Maker}({parameters}) => new()");
        writer.WriteLine("{");
        writer.Indentation++;
        foreach (LinkValueModel value in link.Values.Where(static value => value.Expression is not null))
        {
            writer.WriteLine($"{Identifier.Escape(value.Name)} = {LinkExpressions.Of(value.Expression!)},");
        }

        writer.Indentation--;
        writer.WriteLine("};");
    }
}
