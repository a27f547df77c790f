using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A request that the API sends: a webhook, or a callback of an operation.</summary>
/// <param name="Name">The name of the webhook or callback.</param>
/// <param name="Address">The expression of a callback's URL; empty for a webhook.</param>
/// <param name="Method">The HTTP method, in lower case.</param>
/// <param name="Owner">The operation of the callback, or null for a webhook.</param>
internal sealed record IncomingOperation(string Name, string Address, string Method, OpenApiOperation Operation, OpenApiOperation? Owner);
