using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The places of the schemas that operations, webhooks, callbacks and headers contain directly.</summary>
internal static class RootPlaces
{
    public static IEnumerable<(string Place, JsonSchema Schema)> Of(SpecDocument document, ContentPlaces contents)
    {
        IReadOnlyDictionary<OpenApiOperation, string> operations = OperationsOf(document);
        return operations.SelectMany(operation => Of(operation.Value, operation.Key, contents))
            .Concat(document.Incoming.SelectMany(incoming => Of(OfIncoming(incoming, operations), incoming.Operation, contents)))
            .Concat(document.Headers.Select(static header => (LockKey.Of(LockKind.Header, header.Name.ToLowerInvariant()), header.Schema)));
    }

    /// <summary>Returns the texts that identify each operation.</summary>
    public static IReadOnlyDictionary<OpenApiOperation, string> OperationsOf(SpecDocument document) => document.Document.Paths
        .SelectMany(static path => path.Value.Select(operation => (Operation: operation.Value, Key: LockKey.Operation(operation.Key, path.Key))))
        .ToDictionary(static pair => pair.Operation, static pair => pair.Key);

    /// <summary>Returns the texts that identify a webhook or callback.</summary>
    public static string OfIncoming(IncomingOperation incoming, IReadOnlyDictionary<OpenApiOperation, string> operations) =>
        incoming.Owner is { } owner && operations.TryGetValue(owner, out string? operation)
            ? $"{LockKind.Callback} {operation} {LockKey.Token(incoming.Name)} {LockKey.Token(incoming.Address)} {LockKey.Token(incoming.Method)}"
            : LockKey.Of(LockKind.Webhook, incoming.Name, incoming.Method);

    private static IEnumerable<(string Place, JsonSchema Schema)> Of(string root, OpenApiOperation operation, ContentPlaces contents) => operation.Parameters
        .Where(static parameter => parameter.Schema is not null && !IsBody(parameter))
        .Select(parameter => ($"{root} parameters/{PlaceOf(parameter.Kind)}/{Token(parameter.Name)}", parameter.Schema))
        .Concat(operation.RequestBody is { } body ? contents.Of(body.Content, $"{root} request") : [])
        .Concat(operation.Responses.SelectMany(response => contents.Of(response.Value.Content, $"{root} responses/{Token(response.Key)}")));

    /// <summary>Returns whether a parameter is the one that NSwag adds for the request body, which has places of its own.</summary>
    private static bool IsBody(OpenApiParameter parameter) => parameter.Kind == OpenApiParameterKind.Body;

    /// <summary>Returns the place as a word. The names of NSwag's enum cannot be looked up in the compiler.</summary>
    private static string PlaceOf(OpenApiParameterKind kind) => kind switch
    {
        OpenApiParameterKind.Path => "path",
        OpenApiParameterKind.Header => "header",
        OpenApiParameterKind.Cookie => "cookie",
        _ => "query",
    };

    private static string Token(string text) => LockKey.Token(SpecPointer.Escape(text));
}
