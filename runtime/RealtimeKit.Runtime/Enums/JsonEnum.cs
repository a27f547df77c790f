using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Enums;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Values;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The base class of codecs that read and write an enum. Derived types define the values on the wire.</summary>
/// <typeparam name="T">The enum. Its underlying type is <see cref="int"/> or <see cref="long"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonEnum<T> : JsonConverter<T>, IEnumCodec<T>, IOpenEnumCodec
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

    /// <summary>Gets <see cref="Open"/> as a delegate.</summary>
    public JsonRead<OpenEnum<T>> OpenReader { get; }

    /// <summary>Gets <see cref="Known"/> as a delegate.</summary>
    public JsonRead<T> KnownReader { get; }

    /// <summary>Gets <see cref="Write(Utf8JsonWriter, OpenEnum{T})"/> as a delegate.</summary>
    public JsonWrite<OpenEnum<T>> OpenWriter { get; }

    /// <summary>Gets <see cref="Write(Utf8JsonWriter, T)"/> as a delegate.</summary>
    public JsonWrite<T> KnownWriter { get; }

    /// <summary>Reads a value. An unknown value is kept.</summary>
    public abstract OpenEnum<T> Open(ref Utf8JsonReader reader);

    /// <summary>Reads a value of an enum that allows only known values.</summary>
    /// <exception cref="JsonException">The API description does not contain the value.</exception>
    public T Known(ref Utf8JsonReader reader) => JsonReading.Known(Open(ref reader));

    /// <summary>Converts a value to a parameter value. If the enum has no such member, sending it throws an exception.</summary>
    public ParameterValue ToWire(T value) => TryToWire(value, out string? wire) ? wire : ParameterValue.Refused(NoMember);

    /// <summary>Converts a value to a parameter value. Null stays null.</summary>
    public ParameterValue? ToWire(T? value) => value is { } known ? ToWire(known) : default(ParameterValue?);

    /// <summary>Converts a value to a parameter value.</summary>
    public ParameterValue ToWire(OpenEnum<T> value) => value.IsKnown ? ToWire(value.Value) : value.RawValue;

    /// <summary>Converts a value to a parameter value. Null stays null.</summary>
    public ParameterValue? ToWire(OpenEnum<T>? value) => value is { } present ? ToWire(present) : default(ParameterValue?);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, OpenEnum<T> value);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Known(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Write(writer, value);

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => TryFromWire(reader.GetString()!, out T value) ? value : throw new JsonException($"The name is not a known value of {typeof(T).Name}.");

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Text(value));
    }

    /// <summary>Returns the wire text of a value.</summary>
    /// <exception cref="ArgumentException">The enum has no such member.</exception>
    internal string Text(T value) => TryToWire(value, out string? wire) ? wire : throw new ArgumentException(NoMember);

    /// <summary>Finds the wire text of a value. Returns false if the enum has no such member.</summary>
    internal abstract bool TryToWire(T value, [NotNullWhen(true)] out string? wire);

    /// <summary>Finds the value of a wire text. Returns false if the API description does not contain it.</summary>
    internal abstract bool TryFromWire(string wire, out T value);

    bool IEnumCodec<T>.TryToWire(T value, [NotNullWhen(true)] out string? wire) => TryToWire(value, out wire);

    bool IEnumCodec<T>.TryFromWire(string wire, out T value) => TryFromWire(wire, out value);

    JsonConverter IOpenEnumCodec.CreateOpenConverter() => new OpenEnumConverter<T>(this);

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
