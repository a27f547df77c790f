using System.Diagnostics;

namespace RealtimeKit.Runtime;

/// <summary>The options of one call. A property that is null has the value of the client's options.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public class RequestOptions
{
    /// <summary>
    /// Gets headers that are sent in addition to those of the operation. A header replaces the one of the same name that the operation, the
    /// client or a credential sets. A credential that would be sent in it is then not obtained.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Gets a credential that replaces those of the client. It is sent to the same origins.</summary>
    public ApiCredential? Credential { get; init; }

    /// <summary>Gets how long one attempt may take.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>Gets how long the call may take, with all its attempts.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Gets the number of retries, from 0 to 10. A call with another number throws an <see cref="ArgumentException"/>.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Gets whether the call may be retried although the server may have received it. Overrides the value of the operation.</summary>
    public bool? IsIdempotent { get; init; }

    /// <summary>
    /// Gets a key by which the server recognizes repeated requests. Use a different key for each call; all attempts send the same one.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets the maximum number of bytes of the response in memory, from 1 to 2,147,483,647.</summary>
    public long? MaxResponseContentLength { get; init; }

    /// <summary>Returns the name of the type. Headers, keys and ids are left out.</summary>
    public override string ToString() => GetType().Name;
}
