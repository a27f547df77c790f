using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Writes the members of an object for emitted code, most of them with one call each. A method named after a type writes a member
/// that must have a value, <c>Optional…</c> omits null, and <c>…OrNull</c> writes it.
/// </summary>
/// <remarks>
/// The name is written before an exception for the value is thrown, because the message contains the path at which writing stopped.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonMembers
{
    private readonly Utf8JsonWriter _writer;
    private readonly JsonNames _table;
    private readonly JsonEncodedText[] _names;

    /// <summary>Begins the object of a record.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="names">The names of the members, which the methods refer to by their indexes.</param>
    /// <param name="value">The record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public JsonMembers(Utf8JsonWriter writer, JsonNames names, object value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(value);
        _writer = writer;
        _table = names;
        _names = names.Encoded;
        writer.WriteStartObject();
    }

    /// <summary>Writes a name. The value must be written next.</summary>
    public void Name(int name) => _writer.WritePropertyName(_names[name]);

    /// <summary>Writes a name unless its value is null. The value must be written next if the result is true.</summary>
    public bool Has(int name, [NotNullWhen(true)] object? value)
    {
        if (value is null)
        {
            return false;
        }

        _writer.WritePropertyName(_names[name]);
        return true;
    }

    /// <summary>Writes a name, and null if the value is null. The value must be written next if the result is true.</summary>
    public bool HasOrNull(int name, [NotNullWhen(true)] object? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
            return false;
        }

        _writer.WritePropertyName(_names[name]);
        return true;
    }

    /// <summary>Writes unknown properties unchanged, and ends the object.</summary>
    /// <exception cref="ArgumentException">The API description declares one of the properties.</exception>
    public void End(IReadOnlyDictionary<string, JsonElement>? rest)
    {
        if (rest is not null)
        {
            RequireUndeclared(rest.Keys);
            JsonWriting.Unknown(_writer, rest);
        }

        _writer.WriteEndObject();
    }

    /// <summary>Writes properties that have a type in the API description, but no name, and ends the object.</summary>
    /// <exception cref="ArgumentException">The API description declares one of the properties.</exception>
    public void End<T>(IReadOnlyDictionary<string, T>? rest, JsonWrite<T> write)
    {
        if (rest is not null)
        {
            RequireUndeclared(rest.Keys);
            JsonWriting.Rest(_writer, rest, write);
        }

        _writer.WriteEndObject();
    }

    /// <summary>Ends the object.</summary>
    public void End() => _writer.WriteEndObject();

    /// <summary>Checks that no property would be sent twice. Its name is written, so that the message contains the path.</summary>
    private void RequireUndeclared(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (_table.Contains(name))
            {
                _writer.WritePropertyName(name);
                throw new ArgumentException("AdditionalProperties contains a property that the schema declares. Set that property instead.");
            }
        }
    }

    /// <summary>Writes the name of a text that is null or no valid Unicode, so that the path contains it, and throws.</summary>
    [DoesNotReturn]
    private void Refuse(int name, string? text)
    {
        _writer.WritePropertyName(_names[name]);
        ArgumentNullException.ThrowIfNull(text, "value");
        throw new ArgumentException(WholeText.Broken);
    }
}
