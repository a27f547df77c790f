using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads and writes an enum of strings that can be combined. As in .NET, commas separate them: <c>"Read, Write"</c>. The value
/// of each member is the bit at its position in the list of names.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonTextFlags<T> : JsonStringEnum<T>
    where T : struct, Enum
{
    private const char Separator = ',';

    private readonly JsonNames _names;
    private readonly string? _none;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="none">The string for no flags, or null if there is none.</param>
    /// <param name="names">The strings of the members. Their values are 1, 2, 4, …</param>
    protected JsonTextFlags(string? none, params string[] names)
    {
        _none = none;
        _names = new JsonNames(0, default, names);
    }

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        string text = Encoding.UTF8.GetString(JsonReading.EnumText(ref reader));
        return TryFromWire(text, out T value) ? OpenEnum<T>.Known(value, text) : Unnamed(text);
    }

    internal sealed override bool TryToWire(T value, [NotNullWhen(true)] out string? wire)
    {
        long flags = ToInt64(value);
        wire = _none;
        if (flags == 0)
        {
            return wire is not null;
        }

        if (flags >>> _names.Count != 0)
        {
            wire = null;
            return false;
        }

        var text = new StringBuilder();
        for (ulong rest = (ulong)flags; rest != 0; rest &= rest - 1)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(_names[BitOperations.TrailingZeroCount(rest)]);
        }

        wire = text.ToString();
        return true;
    }

    internal sealed override bool TryFromWire(string wire, out T value)
    {
        long flags = 0;
        value = default;
        foreach (string part in wire.Split(Separator, StringSplitOptions.TrimEntries))
        {
            int index = _names.IndexOf(Encoding.UTF8.GetBytes(part));
            if (index < 0 && part != _none)
            {
                return false;
            }

            flags |= index < 0 ? 0 : 1L << index;
        }

        value = FromInt64(flags);
        return true;
    }
}
