using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>
/// Recognizes the streams of grpc-gateway. Its writer of documents describes a stream as one JSON object, and titles only such a schema
/// <c>Stream result of Book</c>. The server sends such an object on each line, with a result, or with the error that ends the stream.
/// </summary>
internal static class GatewayStream
{
    private const string TitleStart = "Stream result of ";

    /// <summary>Returns the content that is such a stream, or null.</summary>
    public static KeyValuePair<string, OpenApiMediaType>? Find(OpenApiResponse response, SchemaIndex index)
    {
        KeyValuePair<string, OpenApiMediaType>[] streams = MediaTypes
            .InOrder(response.Content.Where(content => MediaTypes.IsJson(content.Key) && IsStream(content.Value.Schema, index)), static content => content.Key)
            .ToArray();
        return streams.Length > 0 ? streams[0] : null;
    }

    private static bool IsStream(JsonSchema? schema, SchemaIndex index) =>
        schema is not null
        && MeantSchemas.Innermost(schema, index) is { Title: { } title } item
        && title.StartsWith(TitleStart, StringComparison.Ordinal)
        && !title.Substring(TitleStart.Length).Any(char.IsWhiteSpace)
        && item.Properties.ContainsKey("result")
        && item.Properties.Keys.All(static name => name is "result" or "error");
}
