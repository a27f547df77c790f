using System.Diagnostics.CodeAnalysis;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// A stream of the caller, sent from its current position. It can be sent again if it is seekable. It is never disposed. Only
/// one attempt reads it at a time. Otherwise, if a server responds before it has received the whole body, the next attempt
/// would move the position of a stream that is still being read.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A reading ends with the write that started it.")]
internal sealed class StreamedBody : RequestBody
{
    // A read that ignores its cancellation may never end. The call does not wait longer than this.
    private static readonly TimeSpan _longestEnd = TimeSpan.FromMilliseconds(250);

    private readonly object _lock = new();
    private readonly Stream _stream;
    private readonly long _start;
    private StreamReading? _reading;
    private int _uploads;
    private bool _hasEnded;

    /// <exception cref="ArgumentException">The stream, its position or its length cannot be read.</exception>
    public StreamedBody(Stream stream, string contentType)
        : base(contentType)
    {
        _stream = stream;
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream of the request body cannot be read. It may be disposed.", nameof(stream));
        }

        RequireUnused(stream);
        IsRepeatable = stream.CanSeek;
        if (IsRepeatable)
        {
            (_start, long end) = Bounds(stream);
            Length = Math.Max(0, end - _start);

            // Another call may have begun to read meanwhile. Its position is not where the body begins.
            RequireUnused(stream);
        }
    }

    /// <summary>Gets the stream of the caller.</summary>
    public Stream Source => _stream;

    public override long? Length { get; }

    public override bool IsRepeatable { get; }

    public override bool IsInMemory => false;

    public override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        StreamReading reading = await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!StreamsInUse.TryAdd(_stream))
        {
            reading.End();
            throw new RequestBodyException("The stream of the request body is being sent by another call.");
        }

        try
        {
            Rewind();
            await reading.CopyAsync(_stream, stream, Length).ConfigureAwait(false);
        }
        finally
        {
            StreamsInUse.Remove(_stream);
            reading.End();
        }
    }

    public override void Dispose() => Stop();

    private void Rewind()
    {
        if (!IsRepeatable)
        {
            return;
        }

        try
        {
            _stream.Position = _start;
        }
        catch (Exception exception)
        {
            throw RequestBodyException.Of(exception);
        }
    }

    private static void RequireUnused(Stream stream)
    {
        if (StreamsInUse.Contains(stream))
        {
            throw new ArgumentException("The stream of the request body is being sent by another call.", nameof(stream));
        }
    }

    private static (long Position, long Length) Bounds(Stream stream)
    {
        try
        {
            return (stream.Position, stream.Length);
        }
        catch (Exception exception)
        {
            throw new ArgumentException(
                "The stream of the request body is seekable, but its position or length cannot be read.", nameof(stream), Redactor.Inner(exception, []));
        }
    }

    public override async Task EndAsync()
    {
        if (Stop() is not { } reading)
        {
            return;
        }

        try
        {
            await reading.Ended.WaitAsync(_longestEnd).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The stream ignores cancellation. Its current read ends in a buffer of this class, and no further read follows.
        }
    }

    private StreamReading? Stop()
    {
        StreamReading? reading;
        lock (_lock)
        {
            _hasEnded = true;
            reading = _reading;
        }

        reading?.Stop();
        return reading;
    }

    /// <summary>
    /// Waits until an earlier attempt has stopped reading. An attempt that still waits when a later one begins was answered meanwhile, and
    /// reads nothing.
    /// </summary>
    private async ValueTask<StreamReading> BeginAsync(CancellationToken cancellationToken)
    {
        int upload = Interlocked.Increment(ref _uploads);
        while (true)
        {
            StreamReading? earlier;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_hasEnded, this);
                if (_reading is not null && !IsRepeatable)
                {
                    throw new RepeatedSendException();
                }

                if (upload != _uploads)
                {
                    throw new OperationCanceledException("A later attempt sends the body.");
                }

                earlier = _reading;
                if (earlier is null or { Ended.IsCompleted: true })
                {
                    return _reading = new StreamReading(cancellationToken);
                }
            }

            earlier.Stop();
            await earlier.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
