using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Finds the property that contains the type of an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Discriminator
{
    /// <summary>The object has no such property, or its value cannot be one of the known values.</summary>
    internal const int Absent = -2;

    /// <summary>
    /// Returns the index of the property's value among the known values, -1 if it is not known, or -2 if there is no such property.
    /// </summary>
    /// <param name="reader">The reader, on the first token of the object. The position of the caller's reader does not change.</param>
    /// <param name="name">The name of the property, in UTF-8.</param>
    /// <param name="kinds">The known values.</param>
    public static int Find(Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, JsonNames kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        int kind = Look(reader, name, kinds);
        if (kind is not Absent and < 0)
        {
            UnnamedValues.Count++;
        }

        return kind;
    }

    /// <summary>Does the same as <see cref="Find"/>, but does not count an unknown value in <see cref="UnnamedValues"/>.</summary>
    internal static int Look(Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, JsonNames kinds)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Absent;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return reader.TokenType switch
                {
                    JsonTokenType.String => kinds.IndexOf(JsonReading.Utf8(ref reader)),
                    JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => OfLiteral(ref reader, kinds),
                    _ => Absent,
                };
            }

            reader.Skip();
        }

        return Absent;
    }

    /// <summary>
    /// Returns the index of a number or a boolean, whose text is a value of the mapping. If all known values are other strings, it
    /// is not a value of the discriminator.
    /// </summary>
    private static int OfLiteral(ref Utf8JsonReader reader, JsonNames kinds)
    {
        int kind = kinds.IndexOf(JsonReading.LiteralText(ref reader));
        return kind >= 0 || kinds.Any(static name => name is "true" or "false" || long.TryParse(name, CultureInfo.InvariantCulture, out _)) ? kind : Absent;
    }
}
