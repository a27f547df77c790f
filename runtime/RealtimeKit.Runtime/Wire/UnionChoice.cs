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

        RereadBudget.Enter(reader);
        try
        {
            return TryEach(ref reader, out value);
        }
        finally
        {
            RereadBudget.Leave();
        }
    }

    /// <summary>A case that would take anything comes after those that take this value for what it is.</summary>
    private bool TryEach(ref Utf8JsonReader reader, out T? value)
    {
        List<int>? doubtful = null;
        bool mayTry = true;
        value = default;
        foreach (int index in _ranking?.Rank(reader) ?? Enumerable.Range(0, cases.Length))
        {
            if (!mayTry)
            {
                return false;
            }

            if (cases[index].Fits is { } fits && !Try(fits, reader, ref mayTry))
            {
                (doubtful ??= []).Add(index);
            }
            else if (TryRead(index, ref reader, ref mayTry, out value))
            {
                return true;
            }
        }

        foreach (int index in doubtful ?? [])
        {
            if (mayTry && TryRead(index, ref reader, ref mayTry, out value))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRead(int index, ref Utf8JsonReader reader, ref bool mayTry, out T? value)
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
            mayTry = RereadBudget.Spend(reader, attempt);
            value = default;
            return false;
        }
    }

    private static bool Try(JsonRead<bool> fits, Utf8JsonReader reader, ref bool mayTry)
    {
        Utf8JsonReader attempt = reader;
        try
        {
            return fits(ref attempt);
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            mayTry = RereadBudget.Spend(reader, attempt);
        }
    }
}
