using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The cases of a union that a value may still be, after its token or its discriminator has been looked at.</summary>
internal sealed class UnionChoice<T>(UnionCase<T>[] cases, bool areObjects)
{
    private readonly UnionRanking<T>? _ranking = areObjects && cases.Length > 1 ? new(cases) : null;

    /// <summary>Reads the value as the likeliest of the cases that takes it; false where none does.</summary>
    /// <exception cref="JsonException">The only case there is refuses the value.</exception>
    public bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        if (cases.Length == 1)
        {
            value = cases[0].Read(ref reader);
            return true;
        }

        foreach (int index in _ranking?.Rank(reader) ?? Enumerable.Range(0, cases.Length))
        {
            Utf8JsonReader attempt = reader;
            try
            {
                value = cases[index].Read(ref attempt);
                reader = attempt;
                return true;
            }
            catch (JsonException)
            {
                // Not this case: the next one may take it, and raw JSON always does.
                continue;
            }
        }

        value = default;
        return false;
    }
}
