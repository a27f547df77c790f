using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Unions;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Decides which case of a union a value is.</summary>
/// <remarks>
/// The type of the first token decides first. For an object, the discriminator decides next. Without one, or if several cases
/// can have the same discriminator value, only cases with all their required properties in the object remain. Of these, the case
/// that describes the largest number of its properties is tried first. If cases are equal in this, the one that reads the value with the fewest
/// unknown parts is chosen, or else the first. A value that no case accepts is kept as raw JSON.
/// </remarks>
/// <typeparam name="T">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonUnion<T>
{
    private readonly Func<JsonElement, T> _unknown;
    private readonly byte[] _discriminator;

    /// <summary>The known values of the discriminator, and the cases for each.</summary>
    private readonly JsonNames _kinds;
    private readonly UnionChoice<T>[] _byKind;

    /// <summary>The cases for an unknown value of the discriminator, or null if the API description contains none.</summary>
    private readonly UnionChoice<T>? _otherwise;

    /// <summary>The cases that an unknown value of the discriminator does not exclude, or null if there are none.</summary>
    private readonly UnionChoice<T>? _open;

    /// <summary>The cases for each token, at the index of the token's bit.</summary>
    private readonly UnionChoice<T>[] _byToken;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="discriminator">The property that distinguishes the cases, or an empty string if there is none.</param>
    /// <param name="unknown">Creates the union from a value that no case accepts.</param>
    /// <param name="cases">The cases. If a token can begin several, the stricter ones come first.</param>
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
        UnionCase<T>[] open = Array.FindAll(cases, @case => @case.HasOtherKinds && (@case.Tokens & UnionTokens.Object) != 0);
        UnionCase<T>[] openHere = Array.FindAll(open, @case => @case.Discriminators.Length == 0 && @case.Known.Contains(discriminator, StringComparer.Ordinal));
        _byKind = byKind
            .Select(group => new UnionChoice<T>([.. group.OrderBy(static @case => @case.HasOtherKinds), .. openHere], areObjects: true))
            .ToArray();
        _otherwise = Array.Find(cases, static @case => @case.IsDefault) is { } otherwise ? new UnionChoice<T>([otherwise], areObjects: true) : null;
        _open = open.Length > 0 ? new UnionChoice<T>(open, areObjects: true, isOpen: true) : null;
        _byToken = Enumerable.Range(0, BitOperations.PopCount((uint)UnionTokens.Any))
            .Select(static bit => (UnionTokens)(1 << bit))
            .Select(token => new UnionChoice<T>(
                Array.FindAll(cases, @case => (@case.Tokens & token) != 0),
                areObjects: token == UnionTokens.Object,
                isOpen: token is UnionTokens.Number or UnionTokens.String))
            .ToArray();
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The value is an object or a list that can only be one case, and that case rejects it.</exception>
    public T Read(ref Utf8JsonReader reader)
    {
        if (ChoiceFor(reader) is { } choice && choice.TryRead(ref reader, out T? value))
        {
            return value!;
        }

        return HeaderLiteral.TextOf(reader) is { } text ? ReadText(text) : Unknown(ref reader);
    }

    /// <summary>Reads a number or boolean of a header that no case accepts as the text that it can also be.</summary>
    private T ReadText(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ChoiceFor(reader) is { } choice && choice.TryRead(ref reader, out T? value) ? value! : Unknown(ref reader);
    }

    private T Unknown(ref Utf8JsonReader reader)
    {
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
                return _otherwise ?? _open;
            }
        }

        return token == UnionTokens.None ? null : _byToken[BitOperations.Log2((uint)token)];
    }
}
