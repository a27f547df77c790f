namespace RealtimeKit.Gen.Benchmarks.Transfers;

/// <summary>Reads streams to their end.</summary>
internal static class StreamCounting
{
    /// <summary>Returns the number of bytes that are left in the stream.</summary>
    public static async Task<long> CountAsync(this Stream stream, byte[] buffer)
    {
        long count = 0;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            count += read;
        }

        return count;
    }
}
