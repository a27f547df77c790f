using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime.Values;

/// <summary>Converts between the members of an enum and their texts on the wire.</summary>
internal interface IEnumCodec<T>
    where T : struct, Enum
{
    /// <summary>Finds the wire text of a value. Returns false if the enum has no such member.</summary>
    bool TryToWire(T value, [NotNullWhen(true)] out string? wire);

    /// <summary>Finds the value of a wire text. Returns false if the API description does not contain it.</summary>
    bool TryFromWire(string wire, out T value);
}
