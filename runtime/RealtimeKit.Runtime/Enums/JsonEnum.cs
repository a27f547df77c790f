using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Values;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum; what its values are on the wire is the business of those that derive from it.</summary>
/// <typeparam name="T">The enum, whose underlying type is <see cref="int"/> or <see cref="long"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonEnum<T> : JsonConverter<T>, IEnumCodec<T>
    where T : struct, Enum
{
    private const string NoMember = "The enum has no such member.";

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

    /// <summary>The value as a parameter. What is no member is refused by the place where it is to be sent, which knows its name.</summary>
    public ParameterValue ToWire(T value) => TryToWire(value, out string? wire) ? wire : ParameterValue.Refused(NoMember);

    /// <summary>The value as a parameter; null for null.</summary>
    public ParameterValue? ToWire(T? value) => value is { } known ? ToWire(known) : default(ParameterValue?);

    /// <summary>The value as a parameter.</summary>
    public ParameterValue ToWire(OpenEnum<T> value) => value.IsKnown ? ToWire(value.Value) : value.RawValue;

    /// <summary>The value as a parameter; null for null.</summary>
    public ParameterValue? ToWire(OpenEnum<T>? value) => value is { } present ? ToWire(present) : default(ParameterValue?);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, OpenEnum<T> value);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Known(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>The value as it stands on the wire.</summary>
    /// <exception cref="ArgumentException">The enum has no such member.</exception>
    private protected string Text(T value) => TryToWire(value, out string? wire) ? wire : throw new ArgumentException(NoMember);

    /// <summary>The same without an exception: false where the enum has no such member.</summary>
    internal abstract bool TryToWire(T value, [NotNullWhen(true)] out string? wire);

    /// <summary>Finds the value of a wire text; false where the API description does not name it.</summary>
    internal abstract bool TryFromWire(string wire, out T value);

    bool IEnumCodec<T>.TryToWire(T value, [NotNullWhen(true)] out string? wire) => TryToWire(value, out wire);

    bool IEnumCodec<T>.TryFromWire(string wire, out T value) => TryFromWire(wire, out value);

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
