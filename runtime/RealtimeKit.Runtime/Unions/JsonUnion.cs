using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Unions;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Decides which case of a union a value is. The order: by the kind of JSON token; among objects by the discriminator, or
/// as the document says of what it does not know; without one, or among several of which it says the same, the cases
/// whose required properties are all there, the one that knows most of the properties first; among equals the one that
/// finds the least in the value that nobody named, else the first. A value that is none of the cases is kept as raw JSON.
/// </summary>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonUnion<T>
{
    private readonly Func<JsonElement, T> _unknown;
    private readonly byte[] _discriminator;

    /// <summary>What the discriminator may say, and which cases that may be.</summary>
    private readonly JsonNames _kinds;
    private readonly UnionChoice<T>[] _byKind;

    /// <summary>What the discriminator means where it says nothing that is known; null where the document does not tell.</summary>
    private readonly UnionChoice<T>? _otherwise;

    /// <summary>By the place of the token's bit.</summary>
    private readonly UnionChoice<T>[] _byToken;

    /// <summary>A union of these cases.</summary>
    /// <param name="discriminator">The property that tells the cases apart; empty for none.</param>
    /// <param name="unknown">Makes the union of a value that is none of the cases.</param>
    /// <param name="cases">The cases, the stricter first where one token may begin several.</param>
    public JsonUnion(string discriminator, Func<JsonElement, T> unknown, params UnionCase<T>[] cases)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(cases);
        _unknown = unknown;
        _discriminator = Encoding.UTF8.GetBytes(discriminator);
        ILookup<string, UnionCase<T>> byKind = cases
            .SelectMany(static @case => @case.Discriminators.Select(kind => (kind, @case)))
            .ToLookup(static pair => pair.kind, static pair => pair.@case, StringComparer.Ordinal);
        _kinds = new JsonNames(0, default, byKind.Select(static group => group.Key).ToArray());
        _byKind = byKind.Select(static group => new UnionChoice<T>(group.ToArray(), areObjects: true)).ToArray();
        _otherwise = Array.Find(cases, static @case => @case.IsDefault) is { } otherwise ? new UnionChoice<T>([otherwise], areObjects: true) : null;
        _byToken = Enumerable.Range(0, BitOperations.PopCount((uint)UnionTokens.Any))
            .Select(static bit => (UnionTokens)(1 << bit))
            .Select(token => new UnionChoice<T>(Array.FindAll(cases, @case => (@case.Tokens & token) != 0), areObjects: token == UnionTokens.Object))
            .ToArray();
    }

    /// <summary>Reads a value of the case that it is.</summary>
    /// <exception cref="JsonException">The only case that the value can be refuses it.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        if (ChoiceFor(reader) is { } choice && choice.TryRead(ref reader, out T? value))
        {
            return value!;
        }

        UnnamedValues.Count++;
        return _unknown(JsonReading.Element(ref reader));
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

    private UnionChoice<T>? ChoiceFor(Utf8JsonReader reader)
    {
        UnionTokens token = TokenOf(reader.TokenType);
        if (token == UnionTokens.Object && _discriminator.Length > 0)
        {
            int kind = Discriminator.Look(reader, _discriminator, _kinds);
            if (kind >= 0)
            {
                return _byKind[kind];
            }

            if (kind != Discriminator.Absent || _otherwise is not null)
            {
                return _otherwise;
            }
        }

        return token == UnionTokens.None ? null : _byToken[BitOperations.Log2((uint)token)];
    }
}
