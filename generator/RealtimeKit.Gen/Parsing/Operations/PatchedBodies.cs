using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Finds the bodies that are sent with PATCH or as a merge patch.</summary>
internal static class PatchedBodies
{
    public static IEnumerable<JsonSchema> Of(IEnumerable<NamedOperation> operations) => operations.SelectMany(static operation =>
        (operation.Operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            .Where(content => content.Value.Schema is not null && MediaTypes.IsPatched(operation.Method, content.Key))
            .Select(static content => content.Value.Schema));
}
