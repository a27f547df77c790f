using RealtimeKit.Gen.Model;
using static RealtimeKit.Gen.Emission.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints the readers of webhooks and callbacks.</summary>
internal static class IncomingEmitter
{
    public static void Emit(SourceWriter writer, IncomingModel model, string accessibility)
    {
        writer.WriteLine("/// <summary>Reads what the API sends by itself, webhooks and callbacks, for whoever receives them.</summary>");
        writer.Open($"{accessibility} static partial class {model.Name}");
        writer.Separated(model.Requests, request =>
        {
            DocEmitter.Emit(writer, request.Doc);
            writer.WriteLine($"""
                /// <param name="utf8Json">The body of the request.</param>
                /// <exception cref="{Json}JsonException">The body is not as the API description says.</exception>
                public static {TypeText.Written(request.Type)} Parse{request.Name}({ReadOnlySpan}<byte> utf8Json) => {JsonReading}.Document<{TypeText.Written(request.Type)}>(utf8Json, {TypeExpressions.Reader(request.Type)});
                """);
        });
        writer.Close();
    }
}
