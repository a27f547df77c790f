using System.Diagnostics;

namespace RealtimeKit.Runtime;

/// <summary>What one call does differently from its client. Null means: as the client does.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public class RequestOptions
{
    /// <summary>Headers sent besides those of the operation.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Used instead of the client's credentials, on the client's origin only.</summary>
    public ApiCredential? Credential { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long the call may take with all its attempts.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Attempts after the first one; 0 to 10.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Whether the call may be repeated after it may have reached the server, whatever the operation says.</summary>
    public bool? IsIdempotent { get; init; }

    /// <summary>A key by which the server recognises repetitions; one per call, the same on all its attempts.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The most bytes of the response kept in memory.</summary>
    public long? MaxResponseContentLength { get; init; }

    /// <summary>The name of the type: headers, keys and ids are not shown.</summary>
    public override string ToString() => GetType().Name;
}
