using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Decides which case of a union a value is. The order: by the kind of JSON token; among objects by the discriminator;
/// without one, the cases whose required properties are all there, the one that knows most of the properties first;
/// else in the document's order. A value that is none of the cases is kept as raw JSON.
/// </summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonUnion<T>
{
    private readonly Func<JsonElement, T> _unknown;
    private readonly byte[] _discriminator;

    /// <summary>What the discriminator may say, and which case each of that is.</summary>
    private readonly JsonNames _kinds;
    private readonly UnionCase<T>[] _caseOfKind;

    /// <summary>The cases that may begin with a token, by the place of the token's bit.</summary>
    private readonly UnionCase<T>[][] _candidates;
    private readonly UnionRanking<T> _objects;

    /// <summary>A union of these cases.</summary>
    /// <param name="discriminator">The property that tells the cases apart; empty for none.</param>
    /// <param name="unknown">Makes the union of a value that is none of the cases.</param>
    /// <param name="cases">The cases, in the document's order.</param>
    public JsonUnion(string discriminator, Func<JsonElement, T> unknown, params UnionCase<T>[] cases)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(cases);
        _unknown = unknown;
        _discriminator = Encoding.UTF8.GetBytes(discriminator);
        (string Kind, UnionCase<T> Case)[] kinds = cases.SelectMany(static @case => @case.Discriminators.Select(kind => (kind, @case))).ToArray();
        _kinds = new JsonNames(0, default, Array.ConvertAll(kinds, static pair => pair.Kind));
        _caseOfKind = Array.ConvertAll(kinds, static pair => pair.Case);
        _candidates = Enumerable.Range(0, BitOperations.PopCount((uint)UnionTokens.Any))
            .Select(bit => Array.FindAll(cases, @case => ((int)@case.Tokens >> bit & 1) != 0))
            .ToArray();
        _objects = new UnionRanking<T>(CandidatesFor(UnionTokens.Object));
    }

    /// <summary>Reads a value of the case that it is.</summary>
    /// <exception cref="JsonException">The only case that the value can be refuses it.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        UnionTokens token = TokenOf(reader.TokenType);
        UnionCase<T>[] candidates = token == UnionTokens.None ? [] : CandidatesFor(token);
        if (candidates.Length == 0)
        {
            return ReadUnknown(ref reader);
        }

        if (token == UnionTokens.Object && _discriminator.Length > 0 && Discriminator.Find(reader, _discriminator, _kinds) is var kind and not Discriminator.Absent)
        {
            return kind >= 0 ? _caseOfKind[kind].Read(ref reader) : ReadUnknown(ref reader);
        }

        return candidates.Length == 1 ? candidates[0].Read(ref reader)
            : token == UnionTokens.Object ? ReadObject(ref reader, candidates)
            : ReadFirst(ref reader, candidates);
    }

    private static bool TryRead(ref Utf8JsonReader reader, UnionCase<T> candidate, out T? value)
    {
        Utf8JsonReader attempt = reader;
        try
        {
            value = candidate.Read(ref attempt);
            reader = attempt;
            return true;
        }
        catch (JsonException)
        {
            // Not this case: the next one may take it, and raw JSON always does.
            value = default;
            return false;
        }
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

    private UnionCase<T>[] CandidatesFor(UnionTokens token) => _candidates[BitOperations.Log2((uint)token)];

    private T ReadUnknown(ref Utf8JsonReader reader) => _unknown(JsonReading.Element(ref reader));

    private T ReadFirst(ref Utf8JsonReader reader, UnionCase<T>[] candidates)
    {
        foreach (UnionCase<T> candidate in candidates)
        {
            if (TryRead(ref reader, candidate, out T? value))
            {
                return value!;
            }
        }

        return ReadUnknown(ref reader);
    }

    private T ReadObject(ref Utf8JsonReader reader, UnionCase<T>[] candidates)
    {
        foreach (int index in _objects.Rank(reader))
        {
            if (TryRead(ref reader, candidates[index], out T? value))
            {
                return value!;
            }
        }

        return ReadUnknown(ref reader);
    }
}
