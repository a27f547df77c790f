using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Json;

/// <summary>Writes JSON into a pooled buffer and records the secrets in it.</summary>
internal static class JsonText
{
    /// <summary>The maximum number of levels of a value. A deeper value probably contains itself.</summary>
    public const int MaximumDepth = 1000;

    private static readonly JsonWriterOptions _options = new() { Encoder = Encoder, MaxDepth = MaximumDepth };

    /// <summary>
    /// Gets the encoder. The JSON is never part of an HTML page, and escapes for HTML would only make it longer and harder to read.
    /// </summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The writer of the thread. Writing is synchronous, so it is never used twice at the same time.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>True while a request is written. The same emitted code also serves JsonSerializer, for which no secrets are recorded.</summary>
    [ThreadStatic]
    private static bool _isWriting;

    [ThreadStatic]
    private static List<string>? _secrets;

    /// <summary>Records a secret that is being written.</summary>
    public static void Wrote(SensitiveString secret)
    {
        if (_isWriting)
        {
            (_secrets ??= []).Add(secret.Reveal());
        }
    }

    /// <summary>Records all strings and numbers of a value that is a secret as a whole.</summary>
    public static void WroteSecret<T>(T value, JsonWrite<T> write)
    {
        if (!_isWriting)
        {
            return;
        }

        using PooledBuffer buffer = Write(value, write, out _);
        AddValues(buffer.WrittenSpan, _secrets ??= []);
    }

    /// <summary>Adds all strings and numbers of a text that is the JSON of a list or an object. Adds nothing for any other text.</summary>
    public static void AddValues(string text, List<string> secrets)
    {
        if (text.Length == 0 || text[0] is not ('[' or '{'))
        {
            return;
        }

        try
        {
            AddValues(Encoding.UTF8.GetBytes(text), secrets);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text only begins like JSON. It is hidden as a whole.
        }
    }

    private static void AddValues(ReadOnlySpan<byte> json, List<string> secrets)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                secrets.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="secrets">The secrets in the value, or null if there are none.</param>
    /// <param name="whole">A description of the value, for messages.</param>
    /// <param name="name">The name of the value on the wire.</param>
    /// <exception cref="ArgumentException">A part of the value cannot be sent. The message contains its path, but not the part itself.</exception>
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
            throw new ArgumentNullException(NameAt(path, name), $"{whole} has no value at {path}, but one is required.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or JsonException)
        {
            string path = PathAtEnd(writer, buffer);
            buffer.Dispose();
            string reason = IsTooDeep(exception, writer) ? "It is nested too deeply, or contains itself." : Reason(exception);
            throw new ArgumentException($"{whole} cannot be sent because of the value at {path}: {reason}", NameAt(path, name));
        }
        catch
        {
            // The writer still refers to the buffer. It is neither kept nor disposed, since disposing would write to the buffer.
            buffer.Dispose();
            throw;
        }
        finally
        {
            (_isWriting, _secrets) = (wasWriting, outerSecrets);
        }
    }

    /// <summary>Returns the message of an exception without the name of a parameter that callers do not know.</summary>
    public static string Reason(Exception exception)
        => exception is ArgumentException { ParamName: { } name } ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : exception.Message;

    private static bool IsTooDeep(Exception exception, Utf8JsonWriter writer) => exception is InvalidOperationException && writer.CurrentDepth >= MaximumDepth;

    /// <summary>Returns the path at which writing stopped. It is computed from the written text, so that writing does not have to track it.</summary>
    private static string PathAtEnd(Utf8JsonWriter writer, PooledBuffer buffer)
    {
        writer.Flush();
        return JsonPath.AtEnd(buffer.WrittenSpan);
    }

    /// <summary>Returns the name of the last property in a path.</summary>
    private static string NameAt(string path, string whole)
    {
        int name = path.LastIndexOfAny(['.', '\'']);
        return name < 0 ? whole : path[name] == '.' ? path[(name + 1)..].Split('[')[0] : path[(path.LastIndexOf("['", StringComparison.Ordinal) + 2)..name];
    }
}
