using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A request that the API sends rather than receives: a webhook, or a callback of an operation.</summary>
/// <param name="Name">The webhook's or callback's own name.</param>
/// <param name="Address">The expression that says where a callback goes; empty for a webhook.</param>
/// <param name="Method">The HTTP method, in lower case.</param>
/// <param name="Owner">The operation whose callback it is; null for a webhook.</param>
internal sealed record IncomingOperation(string Name, string Address, string Method, OpenApiOperation Operation, OpenApiOperation? Owner);
