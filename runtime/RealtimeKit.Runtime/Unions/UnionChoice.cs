using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Unions;

/// <summary>The cases of a union that a value may still be, after its token or its discriminator has been looked at.</summary>
internal sealed class UnionChoice<T>(UnionCase<T>[] cases, bool areObjects)
{
    private readonly UnionRanking<T>? _ranking = areObjects && cases.Length > 1 ? new(cases) : null;
    private readonly (int Index, bool IsLessLikely)[] _asGiven = Array.ConvertAll(Enumerable.Range(0, cases.Length).ToArray(), static index => (index, false));

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
        bool areNullsRefused = UndocumentedNulls.Refuse(true);
        int refused = UndocumentedNulls.Refused;
        try
        {
            // A case that the document means takes the value before one that would have to put up with a null.
            if (TryEach(ref reader, out value))
            {
                return true;
            }

            UndocumentedNulls.Refuse(areNullsRefused);
            return !areNullsRefused && refused != UndocumentedNulls.Refused && TryEach(ref reader, out value);
        }
        finally
        {
            UndocumentedNulls.Refuse(areNullsRefused);
            RereadBudget.Leave();
        }
    }

    /// <summary>
    /// Of those equally likely, the one that finds the least in the value that nobody named; the first, where it finds
    /// nothing of that kind.
    /// </summary>
    private bool TryEach(ref Utf8JsonReader reader, out T? value)
    {
        const int None = int.MaxValue;
        value = default;
        int fewest = None;
        int before = UnnamedValues.Count;
        Utf8JsonReader end = reader;
        foreach ((int index, bool isLessLikely) in _ranking?.Rank(reader) ?? _asGiven)
        {
            if (isLessLikely && fewest != None)
            {
                break;
            }

            Utf8JsonReader attempt = reader;
            if (TryRead(cases[index], ref attempt, out T? read) && UnnamedValues.Count - before < fewest)
            {
                (value, fewest) = (read, UnnamedValues.Count - before);
                end = attempt;
            }

            UnnamedValues.Count = before;
            if (fewest == 0 || !RereadBudget.Spend(reader, attempt))
            {
                break;
            }
        }

        if (fewest == None)
        {
            return false;
        }

        UnnamedValues.Count += fewest;
        reader = end;
        return true;
    }

    private static bool TryRead(UnionCase<T> @case, ref Utf8JsonReader attempt, out T? value)
    {
        try
        {
            value = @case.Read(ref attempt);
            return true;
        }
        catch (JsonException)
        {
            // Not this case: the next one may take it, and raw JSON always does.
            value = default;
            return false;
        }
    }
}
