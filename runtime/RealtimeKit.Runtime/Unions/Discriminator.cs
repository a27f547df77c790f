using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Finds the property that contains the type of an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Discriminator
{
    /// <summary>The object has no such property, or its value is not a string.</summary>
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

                    // A mapping has the text of a number or a boolean as its key.
                    JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => kinds.IndexOf(JsonReading.LiteralText(ref reader)),
                    _ => Absent,
                };
            }

            reader.Skip();
        }

        return Absent;
    }
}
