using System.Text.Encodings.Web;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Writes JSON into a pooled buffer.</summary>
internal static class JsonText
{
    // The body is never part of a page, so HTML-safe escaping would only make it longer and harder to read.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The writer is kept per thread: writing is synchronous, so it is never shared.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public static PooledBuffer Write<T>(T value, JsonWrite<T> write)
    {
        var buffer = new PooledBuffer();
        Utf8JsonWriter? writer = t_writer;
        t_writer = null;
        if (writer is null)
        {
            writer = new Utf8JsonWriter(buffer, s_options);
        }
        else
        {
            writer.Reset(buffer);
        }

        try
        {
            write(writer, value);
            writer.Flush();
            t_writer = writer;
            return buffer;
        }
        catch
        {
            // The writer still points into the buffer; it is dropped, not kept or disposed, for disposing would flush.
            buffer.Dispose();
            throw;
        }
    }
}
