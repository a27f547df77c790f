using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads and writes an enum of strings of which a value may combine several, with commas between them, as .NET writes
/// flags: <c>"Read, Write"</c>. A member is the bit of its place in the list of names.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonTextFlags<T> : JsonStringEnum<T>
    where T : struct, Enum
{
    private const char Separator = ',';

    private readonly JsonNames _names;
    private readonly string? _none;

    /// <summary>An enum of these strings.</summary>
    /// <param name="none">What says that no flag is set; null where nothing does.</param>
    /// <param name="names">The members: the first is 1, the second 2, the third 4.</param>
    protected JsonTextFlags(string? none, params string[] names)
    {
        _none = none;
        _names = new JsonNames(0, default, names);
    }

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        string text = Encoding.UTF8.GetString(JsonReading.Utf8(ref reader));
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
