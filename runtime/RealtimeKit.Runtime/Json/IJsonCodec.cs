using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>An emitted pair of reader and writer.</summary>
/// <typeparam name="T">What they read and write.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonCodec<T>
{
    /// <summary>Reads a value: the reader stands on its first token and is left on its last.</summary>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
