using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum; what its values are on the wire is the business of those that derive from it.</summary>
/// <typeparam name="T">The enum, whose underlying type is <see cref="int"/> or <see cref="long"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonEnum<T> : JsonConverter<T>
    where T : struct, Enum
{
    private protected JsonEnum()
    {
        OpenReader = Open;
        KnownReader = Known;
        OpenWriter = Write;
        KnownWriter = Write;
        EnumWire<T>.Register(this);
    }

    /// <summary><see cref="Open"/> as a delegate, made once.</summary>
    public JsonRead<OpenEnum<T>> OpenReader { get; }

    /// <summary><see cref="Known"/> as a delegate, made once.</summary>
    public JsonRead<T> KnownReader { get; }

    /// <summary><see cref="Write(Utf8JsonWriter, OpenEnum{T})"/> as a delegate, made once.</summary>
    public JsonWrite<OpenEnum<T>> OpenWriter { get; }

    /// <summary><see cref="Write(Utf8JsonWriter, T)"/> as a delegate, made once.</summary>
    public JsonWrite<T> KnownWriter { get; }

    /// <summary>Reads a value that the server chooses: one that nobody knew is kept.</summary>
    public abstract OpenEnum<T> Open(ref Utf8JsonReader reader);

    /// <summary>Reads a value of a closed enum.</summary>
    /// <exception cref="JsonException">The API description does not name the value.</exception>
    public T Known(ref Utf8JsonReader reader) => JsonReading.Known(Open(ref reader));

    /// <summary>The value as it stands on the wire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enum has no such member.</exception>
    public abstract string ToWire(T value);

    /// <summary>The value as it stands on the wire; null for null.</summary>
    public string? ToWire(T? value) => value is { } known ? ToWire(known) : null;

    /// <summary>The value as it stands on the wire.</summary>
    public string ToWire(OpenEnum<T> value) => value.IsKnown ? ToWire(value.Value) : value.RawValue;

    /// <summary>The value as it stands on the wire; null for null.</summary>
    public string? ToWire(OpenEnum<T>? value) => value is { } present ? ToWire(present) : null;

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, OpenEnum<T> value);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Known(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>The same without an exception: false where the enum has no such member.</summary>
    internal abstract bool TryToWire(T value, [NotNullWhen(true)] out string? wire);

    /// <summary>Finds the value of a wire text; false where the API description does not name it.</summary>
    internal abstract bool TryFromWire(string wire, out T value);

    private protected static OpenEnum<T> Unnamed(string wire)
    {
        UnnamedValues.Count++;
        return OpenEnum<T>.Unknown(wire);
    }

    private protected static T FromInt32(int value) => Unsafe.BitCast<int, T>(value);

    private protected static int ToInt32(T value) => Unsafe.BitCast<T, int>(value);

    private protected static T FromInt64(long value) => Unsafe.SizeOf<T>() == sizeof(long) ? Unsafe.BitCast<long, T>(value) : FromInt32(checked((int)value));

    private protected static long ToInt64(T value) => Unsafe.SizeOf<T>() == sizeof(long) ? Unsafe.BitCast<T, long>(value) : ToInt32(value);
}
