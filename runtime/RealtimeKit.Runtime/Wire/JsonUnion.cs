using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Decides which case of a union a value is. The order: by the kind of JSON token; among objects by the discriminator;
/// without one, the cases whose required properties are all there, the one that knows most of the properties first;
/// else in the document's order. A value that is none of the cases is kept as raw JSON.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>Reads a value of the case that it is.</summary>
    /// <exception cref="JsonException">The only case that the value can be refuses it.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> discriminator, UnionCase<T>[] cases, Func<JsonElement, T> unknown)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(unknown);
        UnionTokens token = TokenOf(reader.TokenType);
        int first = -1, count = 0;
        for (int i = 0; i < cases.Length; i++)
        {
            if ((cases[i].Tokens & token) != 0)
            {
                first = count++ == 0 ? i : first;
            }
        }

        if (count == 0)
        {
            return unknown(JsonReading.Element(ref reader));
        }

        if (token == UnionTokens.Object && discriminator.Length > 0 && Discriminator(reader, discriminator) is { } value)
        {
            return Array.Find(cases, @case => @case.Discriminators.Contains(value, StringComparer.Ordinal)) is { } named
                ? named.Read(ref reader)
                : unknown(JsonReading.Element(ref reader));
        }

        return count == 1 ? cases[first].Read(ref reader) : ReadAnyOf(ref reader, token, cases, unknown);
    }

    /// <summary>The text of one property of the object that the reader stands on; null where it has none.</summary>
    public static string? Discriminator(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return null;
    }

    private static T ReadAnyOf<T>(ref Utf8JsonReader reader, UnionTokens token, UnionCase<T>[] cases, Func<JsonElement, T> unknown)
    {
        int[] order = token == UnionTokens.Object ? RankObjects(reader, cases) : Enumerable.Range(0, cases.Length).ToArray();
        foreach (int index in order)
        {
            if ((cases[index].Tokens & token) == 0)
            {
                continue;
            }

            Utf8JsonReader attempt = reader;
            try
            {
                T value = cases[index].Read(ref attempt);
                reader = attempt;
                return value;
            }
            catch (JsonException)
            {
                // Not this case: the next one may take it, and raw JSON always does.
                continue;
            }
        }

        return unknown(JsonReading.Element(ref reader));
    }

    private static int[] RankObjects<T>(Utf8JsonReader reader, UnionCase<T>[] cases)
    {
        int[] known = new int[cases.Length];
        int[] missing = new int[cases.Length];
        for (int i = 0; i < cases.Length; i++)
        {
            missing[i] = cases[i].Required.Length;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                known[i] += Holds(ref reader, cases[i].Known) ? 1 : 0;
                missing[i] -= Holds(ref reader, cases[i].Required) ? 1 : 0;
            }

            reader.Read();
            reader.Skip();
        }

        return Enumerable.Range(0, cases.Length)
            .OrderBy(index => missing[index] > 0)
            .ThenByDescending(index => known[index])
            .ThenBy(static index => index)
            .ToArray();
    }

    private static bool Holds(ref Utf8JsonReader reader, string[] names)
    {
        foreach (string name in names)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private static UnionTokens TokenOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => UnionTokens.String,
        JsonTokenType.Number => UnionTokens.Number,
        JsonTokenType.True or JsonTokenType.False => UnionTokens.Boolean,
        JsonTokenType.StartArray => UnionTokens.Array,
        JsonTokenType.StartObject => UnionTokens.Object,
        _ => UnionTokens.None,
    };
}
