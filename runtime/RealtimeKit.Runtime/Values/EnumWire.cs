using System.Reflection;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Values;

/// <summary>
/// Finds the codec of an enum, for values that were not read from JSON. A codec registers itself when it is created. If none is
/// registered yet, it is created from the <see cref="JsonConverterAttribute"/> of the enum. Trimming keeps the type that this
/// attribute names.
/// </summary>
internal static class EnumWire<T>
    where T : struct, Enum
{
    private static IEnumCodec<T>? _codec;
    private static bool _isSought;

    /// <summary>Returns the wire text of a value, or its C# name if the enum has no codec or no such member.</summary>
    public static string ToWire(T value) => Codec is { } codec && codec.TryToWire(value, out string? wire) ? wire : value.ToString();

    /// <summary>Finds the value of a wire text. Returns false if there is none.</summary>
    public static bool TryFromWire(string wire, out T value)
    {
        value = default;
        return Codec is { } codec && codec.TryFromWire(wire, out value);
    }

    /// <summary>Sets the codec that is used.</summary>
    public static void Register(IEnumCodec<T> codec) => Volatile.Write(ref _codec, codec);

    private static IEnumCodec<T>? Codec
    {
        get
        {
            if (Volatile.Read(ref _codec) is null && !Volatile.Read(ref _isSought))
            {
                // The constructor of the codec registers it.
                _ = typeof(T).GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } type && typeof(IEnumCodec<T>).IsAssignableFrom(type)
                    ? Activator.CreateInstance(type)
                    : null;
                Volatile.Write(ref _isSought, true);
            }

            return Volatile.Read(ref _codec);
        }
    }
}
