using System.Text.Encodings.Web;
using System.Text.Json;
using RealtimeKit.Runtime.Errors;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Writes JSON into a pooled buffer, and notes which secrets went into it.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions _options = new() { Encoder = Encoder };

    /// <summary>The body is never part of a page, so HTML-safe escaping would only make it longer and harder to read.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The writer is kept per thread: writing is synchronous, so it is never shared.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>Whether a body is being written here: the same emitted code also serves JsonSerializer, whose secrets nobody asks for.</summary>
    [ThreadStatic]
    private static bool t_isWriting;

    [ThreadStatic]
    private static List<string>? t_secrets;

    /// <summary>Told of each secret as it is written.</summary>
    public static void Wrote(SensitiveString secret)
    {
        if (t_isWriting)
        {
            (t_secrets ??= []).Add(secret.Reveal());
        }
    }

    /// <summary>Writes a value; <paramref name="secrets"/> are the sensitive strings within it, or null.</summary>
    public static PooledBuffer Write<T>(T value, JsonWrite<T> write, out List<string>? secrets)
    {
        (bool wasWriting, List<string>? outerSecrets) = (t_isWriting, t_secrets);
        (t_isWriting, t_secrets) = (true, null);
        var buffer = new PooledBuffer();
        Utf8JsonWriter? writer = t_writer;
        t_writer = null;
        if (writer is null)
        {
            writer = new Utf8JsonWriter(buffer, _options);
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
            secrets = t_secrets;
            return buffer;
        }
        catch (ArgumentNullException)
        {
            string path = PathAtEnd(writer, buffer);
            buffer.Dispose();
            throw new ArgumentNullException(NameAt(path), $"The request's body has no value at {path}, where one is required.");
        }
        catch
        {
            // The writer still points into the buffer; it is dropped, not kept or disposed, for disposing would flush.
            buffer.Dispose();
            throw;
        }
        finally
        {
            (t_isWriting, t_secrets) = (wasWriting, outerSecrets);
        }
    }

    /// <summary>Where writing stopped: what was written until then says it, so that nobody keeps account while all goes well.</summary>
    private static string PathAtEnd(Utf8JsonWriter writer, PooledBuffer buffer)
    {
        writer.Flush();
        return JsonPath.AtEnd(buffer.WrittenSpan);
    }

    /// <summary>The last property's name.</summary>
    private static string NameAt(string path)
    {
        int name = path.LastIndexOfAny(['.', '\'']);
        return name < 0 ? "body" : path[name] == '.' ? path[(name + 1)..].Split('[')[0] : path[(path.LastIndexOf("['", StringComparison.Ordinal) + 2)..name];
    }
}
