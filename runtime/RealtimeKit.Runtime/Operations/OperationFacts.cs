using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>The properties of an operation that do not depend on the type of its result.</summary>
internal sealed record OperationFacts(
    string OperationId,
    HttpMethod Method,
    string PathTemplate,
    bool IsIdempotent,
    string[][]? Security,
    ApiErrorBody[] Errors,
    string[] SecretNames,
    string? Accept);
