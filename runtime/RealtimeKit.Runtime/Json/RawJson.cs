using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Copies values into one text, without the white space between them. A JsonDocument for each value would take up to a hundred
/// times the size of a small value.
/// </summary>
internal sealed class RawJson : IDisposable
{
    private readonly PooledBuffer _buffer = new(256);
    private bool _follows;

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void Open(byte bracket)
    {
        Separate();
        Append(bracket);
        _follows = false;
    }

    public void Close(byte bracket)
    {
        Append(bracket);
        _follows = true;
    }

    /// <summary>Adds a name.</summary>
    /// <param name="escaped">The escaped name, without quotes.</param>
    /// <returns>The range of the name in the text.</returns>
    public Range Name(ReadOnlySpan<byte> escaped)
    {
        Separate();
        Append((byte)'"');
        int start = _buffer.Length;
        Append(escaped);
        var place = new Range(start, _buffer.Length);
        Append("\":"u8);
        _follows = false;
        return place;
    }

    /// <summary>Copies the value that the reader is on. The reader is then on the last token of the value.</summary>
    public void Copy(ref Utf8JsonReader reader)
    {
        int depth = 0;
        do
        {
            CopyToken(ref reader);
            depth += reader.TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && reader.Read());
    }

    /// <summary>Returns the text in memory of its own. The instance cannot be used afterwards.</summary>
    public RawText Finish()
    {
        var text = new RawText(_buffer.WrittenSpan.ToArray());
        Dispose();
        return text;
    }

    public void Dispose() => _buffer.Dispose();

    private void CopyToken(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(text[0]);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close(text[0]);
                break;
            case JsonTokenType.PropertyName:
                Name(text);
                break;
            case JsonTokenType.String:
                Separate();
                Append((byte)'"');
                Append(text);
                Close((byte)'"');
                break;
            default:
                Separate();
                Append(text);
                _follows = true;
                break;
        }
    }

    private void Separate()
    {
        if (_follows)
        {
            Append((byte)',');
        }
    }

    private void Append(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer.GetSpan(text.Length));
        _buffer.Advance(text.Length);
    }
}
