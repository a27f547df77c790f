using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A request that the API sends rather than receives: a webhook, or a callback of an operation.</summary>
/// <param name="Name">The name of the webhook or callback.</param>
/// <param name="Address">The runtime expression for the URL of a callback; empty for a webhook.</param>
/// <param name="Method">The HTTP method, in lower case.</param>
/// <param name="Owner">The operation that has the callback, or null for a webhook.</param>
internal sealed record IncomingOperation(string Name, string Address, string Method, OpenApiOperation Operation, OpenApiOperation? Owner);
