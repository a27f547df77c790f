using System.Runtime.CompilerServices;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// The streams of callers that are being read. Two calls that read one stream at the same time would each send a part of its bytes, and
/// both could succeed.
/// </summary>
internal static class StreamsInUse
{
    private static readonly ConditionalWeakTable<Stream, object> _streams = [];
    private static readonly object _mark = new();

    public static bool Contains(Stream stream) => _streams.TryGetValue(stream, out _);

    /// <summary>Adds a stream. Returns false if another call is reading it.</summary>
    public static bool TryAdd(Stream stream) => ReferenceEquals(stream, Stream.Null) || _streams.TryAdd(stream, _mark);

    public static void Remove(Stream stream) => _streams.Remove(stream);
}
