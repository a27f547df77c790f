using System.Reflection;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Values;

/// <summary>
/// Finds the codec of an enum, so that a value that was not read from JSON can still give its wire text. A codec registers
/// itself when it is created. Until then the enum's <see cref="JsonConverterAttribute"/> names it: trimming keeps what
/// that attribute names.
/// </summary>
internal static class EnumWire<T>
    where T : struct, Enum
{
    private static IEnumCodec<T>? _codec;
    private static bool _isSought;

    /// <summary>The text of a value on the wire; the C# name where the enum has no codec or no such member.</summary>
    public static string ToWire(T value) => Codec is { } codec && codec.TryToWire(value, out string? wire) ? wire : value.ToString();

    /// <summary>Finds the value that has a wire text; false where none has.</summary>
    public static bool TryFromWire(string wire, out T value)
    {
        value = default;
        return Codec is { } codec && codec.TryFromWire(wire, out value);
    }

    /// <summary>Makes a codec the one that is used.</summary>
    public static void Register(IEnumCodec<T> codec) => Volatile.Write(ref _codec, codec);

    private static IEnumCodec<T>? Codec
    {
        get
        {
            if (Volatile.Read(ref _codec) is null && !Volatile.Read(ref _isSought))
            {
                // Its constructor registers it.
                _ = typeof(T).GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } type && typeof(IEnumCodec<T>).IsAssignableFrom(type)
                    ? Activator.CreateInstance(type)
                    : null;
                Volatile.Write(ref _isSought, true);
            }

            return Volatile.Read(ref _codec);
        }
    }
}
