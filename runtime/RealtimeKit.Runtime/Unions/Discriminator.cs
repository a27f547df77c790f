using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Looks ahead for the property that tells what an object is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Discriminator
{
    /// <summary>The object has no such property, or not a string there.</summary>
    internal const int Absent = -2;

    /// <summary>What the property says, as a place among the kinds: -1 for a kind that is not among them, -2 where the object says nothing.</summary>
    /// <param name="reader">Stands on the object, and stays there.</param>
    /// <param name="name">The property, in UTF-8.</param>
    /// <param name="kinds">What it may say.</param>
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

    /// <summary>The same, for who counts itself what nobody named.</summary>
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
                return reader.TokenType == JsonTokenType.String ? kinds.IndexOf(JsonReading.Utf8(ref reader)) : Absent;
            }

            reader.Skip();
        }

        return Absent;
    }
}
