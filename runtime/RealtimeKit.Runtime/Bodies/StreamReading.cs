using System.Buffers;
using RealtimeKit.Runtime.Cancellation;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>One pass over the stream of the caller. Other code can stop it, or wait for its end.</summary>
internal sealed class StreamReading(CancellationToken cancellationToken)
{
    private const int BufferSize = 80 * 1024;

    private readonly QuietSource _source = new(cancellationToken);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => _ended.Task;

    /// <summary>Copies the stream. The bytes are counted here, since a handler may wrap the body and hide its length.</summary>
    /// <param name="source">The stream of the caller.</param>
    /// <param name="destination">The connection, or a stream that a handler put in its place.</param>
    /// <param name="declared">The declared length in bytes, or null.</param>
    /// <exception cref="RequestBodyException">The stream failed, or has fewer or more bytes than declared.</exception>
    public async Task CopyAsync(Stream source, Stream destination, long? declared)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long total = 0;
        try
        {
            while (true)
            {
                // Neither the stream nor the destination may look at the token, such as the memory into which .NET reads a content.
                _source.Token.ThrowIfCancellationRequested();
                int read = await ReadAsync(source, buffer).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                RequirePossible(read, buffer.Length);
                total += read;
                RequireDeclared(total > declared, total, declared);
                await destination.WriteAsync(buffer.AsMemory(0, read), _source.Token).ConfigureAwait(false);
            }

            RequireDeclared(total < declared, total, declared);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<int> ReadAsync(Stream source, byte[] buffer)
    {
        try
        {
            return await source.ReadAsync(buffer, _source.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_source.IsCancellationRequested)
        {
            throw RequestBodyException.Of(exception);
        }
    }

    /// <summary>Stops the pass at its next read or write.</summary>
    public void Stop() => _source.CancelQuietly();

    public void End()
    {
        _source.Dispose();
        _ended.TrySetResult();
    }

    private static void RequirePossible(int read, int size)
    {
        if (read < 0 || read > size)
        {
            throw new RequestBodyException("The stream of the request body returned an impossible number of bytes.");
        }
    }

    private static void RequireDeclared(bool differs, long total, long? declared)
    {
        if (differs)
        {
            throw new RequestBodyException(FormattableString.Invariant(
                $"The stream of the request body returned {(total > declared ? "more than" : $"{total} of")} the {declared} bytes that it declared."));
        }
    }
}
