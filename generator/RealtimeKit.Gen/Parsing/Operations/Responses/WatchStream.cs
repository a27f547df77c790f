using NSwag;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>
/// Recognizes the watches of Kubernetes. Their response is described as one JSON value, and is a sequence of such values, one on each
/// line. Only an extension of the operation says so.
/// </summary>
internal static class WatchStream
{
    /// <summary>Returns whether every response of an operation is such a sequence.</summary>
    public static bool IsResultOf(OpenApiOperation operation) =>
        SchemaExtensions.Extension(operation.ExtensionData, "x-kubernetes-action") is "watch" or "watchlist";

    /// <summary>Returns whether a media type is that of such a sequence: <c>application/json;stream=watch</c>.</summary>
    public static bool IsNamed(string mediaType) => mediaType.Split(';').Skip(1)
        .Any(static parameter => string.Equals(parameter.Replace(" ", ""), "stream=watch", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the content that is a sequence of JSON, or null if the response has no JSON.</summary>
    public static KeyValuePair<string, OpenApiMediaType>? Find(OpenApiResponse response)
    {
        KeyValuePair<string, OpenApiMediaType>[] json = MediaTypes
            .InOrder(response.Content.Where(static content => MediaTypes.IsJson(content.Key)), static content => content.Key)
            .OrderBy(static content => IsNamed(content.Key) ? 0 : 1)
            .ToArray();
        return json.Length > 0 ? json[0] : null;
    }
}
