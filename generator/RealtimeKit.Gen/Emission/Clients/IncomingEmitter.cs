using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Prints the readers of webhooks and callbacks.</summary>
internal static class IncomingEmitter
{
    public static void Emit(SourceWriter writer, IncomingModel model, string accessibility)
    {
        writer.WriteLine("/// <summary>Reads the webhook and callback requests that the API sends.</summary>");
        writer.Open($"{accessibility} static partial class {model.Name}");
        writer.Separated(model.Requests, request =>
        {
            DocEmitter.Emit(writer, request.Doc);
            writer.WriteLine($"""
                /// <param name="utf8Json">The request body.</param>
                /// <exception cref="{Json}JsonException">The body does not match the API description.</exception>
                public static {TypeText.Written(request.Type)} Parse{request.Name}({ReadOnlySpan}<byte> utf8Json) => {JsonReading}.Document<{TypeText.Written(request.Type)}>(utf8Json, {TypeExpressions.Reader(request.Type)});
                """);
        });
        writer.Close();
    }
}
