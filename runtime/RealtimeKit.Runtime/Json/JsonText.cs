using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Json;

/// <summary>Writes JSON into a pooled buffer, and notes which secrets went into it.</summary>
internal static class JsonText
{
    /// <summary>As deep as a value may nest: what is deeper holds itself more likely than not.</summary>
    public const int MaximumDepth = 1000;

    private static readonly JsonWriterOptions _options = new() { Encoder = Encoder, MaxDepth = MaximumDepth };

    /// <summary>The body is never part of a page, so HTML-safe escaping would only make it longer and harder to read.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The writer is kept per thread: writing is synchronous, so it is never shared.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Whether a body is being written here: the same emitted code also serves JsonSerializer, whose secrets nobody asks for.</summary>
    [ThreadStatic]
    private static bool _isWriting;

    [ThreadStatic]
    private static List<string>? _secrets;

    /// <summary>Told of each secret as it is written.</summary>
    public static void Wrote(SensitiveString secret)
    {
        if (_isWriting)
        {
            (_secrets ??= []).Add(secret.Reveal());
        }
    }

    /// <summary>The same of a value that is a secret in all that it holds: its texts and numbers.</summary>
    public static void WroteSecret<T>(T value, JsonWrite<T> write)
    {
        if (!_isWriting)
        {
            return;
        }

        using PooledBuffer buffer = Write(value, write, out _);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                (_secrets ??= []).Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="secrets">The sensitive strings within it, or null.</param>
    /// <param name="whole">What the value is of the request.</param>
    /// <param name="name">Its name on the wire.</param>
    /// <exception cref="ArgumentException">Something within the value cannot be sent. The message says where, never what it is.</exception>
    public static PooledBuffer Write<T>(T value, JsonWrite<T> write, out List<string>? secrets, string whole = "The request's body", string name = "body")
    {
        (bool wasWriting, List<string>? outerSecrets) = (_isWriting, _secrets);
        (_isWriting, _secrets) = (true, null);
        var buffer = new PooledBuffer();
        Utf8JsonWriter? writer = _writer;
        _writer = null;
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
            _writer = writer;
            secrets = _secrets;
            return buffer;
        }
        catch (ArgumentNullException)
        {
            string path = PathAtEnd(writer, buffer);
            buffer.Dispose();
            throw new ArgumentNullException(NameAt(path, name), $"{whole} has no value at {path}, where one is required.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or JsonException)
        {
            string path = PathAtEnd(writer, buffer);
            buffer.Dispose();
            string reason = IsTooDeep(exception, writer) ? "It nests too deep, or holds itself." : Reason(exception);
            throw new ArgumentException($"{whole} cannot be sent, for what stands at {path}: {reason}", NameAt(path, name));
        }
        catch
        {
            // The writer still points into the buffer; it is dropped, not kept or disposed, for disposing would flush.
            buffer.Dispose();
            throw;
        }
        finally
        {
            (_isWriting, _secrets) = (wasWriting, outerSecrets);
        }
    }

    /// <summary>What is wrong, without the name of a parameter that no caller knows.</summary>
    public static string Reason(Exception exception)
        => exception is ArgumentException { ParamName: { } name } ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : exception.Message;

    private static bool IsTooDeep(Exception exception, Utf8JsonWriter writer) => exception is InvalidOperationException && writer.CurrentDepth >= MaximumDepth;

    /// <summary>Where writing stopped: what was written until then says it, so that nobody keeps account while all goes well.</summary>
    private static string PathAtEnd(Utf8JsonWriter writer, PooledBuffer buffer)
    {
        writer.Flush();
        return JsonPath.AtEnd(buffer.WrittenSpan);
    }

    /// <summary>The last property's name.</summary>
    private static string NameAt(string path, string whole)
    {
        int name = path.LastIndexOfAny(['.', '\'']);
        return name < 0 ? whole : path[name] == '.' ? path[(name + 1)..].Split('[')[0] : path[(path.LastIndexOf("['", StringComparison.Ordinal) + 2)..name];
    }
}
