using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// A request of a call that may be sent only once. A handler may send a copy of it without its options. The copy is known by the flow in which
/// it is sent, by its method and by its body. Its address may differ: it may be signed, or that of another server.
/// </summary>
internal sealed class CalledRequest(HttpRequestMessage request, ICallBody body, SendRecord record)
{
    private static readonly AsyncLocal<CalledRequest?> _current = new();

    private readonly HttpMethod _method = request.Method;
    private readonly Uri? _address = request.RequestUri;
    private State? _state = new(request, body, record);

    /// <summary>Gets whether a request that is sent now may be a copy of one.</summary>
    public static bool IsInFlow => _current.Value is { _state: not null };

    /// <summary>Makes a request, or none, that of the flow. The caller is an asynchronous method, whose end restores the earlier one.</summary>
    public static void Enter(CalledRequest? called)
    {
        if (!ReferenceEquals(_current.Value, called))
        {
            _current.Value = called;
        }
    }

    /// <summary>Returns the record of the request whose copy this one is, or null.</summary>
    public static async ValueTask<SendRecord?> FindAsync(HttpRequestMessage other, CancellationToken cancellationToken)
        => _current.Value is { } called && Volatile.Read(ref called._state) is { } state && called.HasMethod(other, state)
            && await called.HasBodyAsync(other, state, cancellationToken).ConfigureAwait(false) ? state.Record : null;

    /// <summary>Records that the call has ended. No request is a copy of this one from then on.</summary>
    public void Forget() => Volatile.Write(ref _state, null);

    // A handler may have changed the request before it was copied.
    private bool HasMethod(HttpRequestMessage other, State state) => other.Method == _method || other.Method == state.Request.Method;

    private bool HasPath(HttpRequestMessage other, State state)
        => PathOf(other.RequestUri) is var path && (path == PathOf(_address) || path == PathOf(state.Request.RequestUri));

    private async ValueTask<bool> HasBodyAsync(HttpRequestMessage other, State state, CancellationToken cancellationToken)
    {
        HttpContent? content = other.Content;
        if (content is ISentContent)
        {
            return true;
        }

        long? length = content is null ? 0 : content.Headers.ContentLength;
        if (state.Body.Length is { } own ? length is not null && length != own : length == 0)
        {
            return false;
        }

        if (content is null || length == 0)
        {
            return HasPath(other, state);
        }

        if (length is null || !state.Body.IsInMemory)
        {
            // Nothing is known of a body without a length. It may be endless, so only one that can be a copy is read.
            if (!HasMediaType(content, state.Body))
            {
                return false;
            }
        }

        return !state.Body.IsInMemory || (await HasBytesAsync(content, state.Body, cancellationToken).ConfigureAwait(false)
            && (state.Body.Length != 0 || HasPath(other, state)));
    }

    private static bool HasMediaType(HttpContent content, ICallBody body)
        => content.Headers.ContentType?.MediaType is not { } other
            || (MediaTypeHeaderValue.TryParse(body.ContentType, out MediaTypeHeaderValue? own)
                && other.Equals(own.MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Compares the bytes of two bodies. The content keeps those that are read, and is sent from there.</summary>
    private static async ValueTask<bool> HasBytesAsync(HttpContent content, ICallBody body, CancellationToken cancellationToken)
    {
        byte[] others = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (others.Length != body.Length)
        {
            return false;
        }

        try
        {
            var own = new MemoryStream(others.Length);
            await body.WriteAsync(own, cancellationToken).ConfigureAwait(false);
            return own.GetBuffer().AsSpan(0, (int)own.Length).SequenceEqual(others);
        }
        catch (ObjectDisposedException)
        {
            // The call has ended, and a handler goes on. Only the lengths are known.
            return true;
        }
    }

    private static string? PathOf(Uri? address) => address is { IsAbsoluteUri: true } ? address.AbsolutePath : address?.OriginalString;

    private sealed record State(HttpRequestMessage Request, ICallBody Body, SendRecord Record);
}
