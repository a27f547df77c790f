using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>An error status with the body the document describes for it.</summary>
/// <typeparam name="TError">The body's type.</typeparam>
public sealed class ApiStatusException<TError> : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiStatusException(HttpStatusCode statusCode, TError body, IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(statusCode, errors, message)
        => Body = body;

    /// <summary>The error body.</summary>
    public TError Body { get; }
}
