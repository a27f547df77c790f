using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Unions;

/// <summary>The cases of a union that are still possible after the token and the discriminator were examined.</summary>
/// <param name="cases">The cases.</param>
/// <param name="areObjects">Whether the value is an object.</param>
/// <param name="isOpen">
/// Whether the value is unknown if the only case cannot hold it, as a number or a text is. Otherwise the exception contains the place of the
/// fault within the object or list.
/// </param>
internal sealed class UnionChoice<T>(UnionCase<T>[] cases, bool areObjects, bool isOpen = false)
{
    private readonly UnionRanking<T>? _ranking = areObjects && cases.Length > 1 ? new(cases) : null;
    private readonly (int Index, bool IsLessLikely)[] _asGiven = Array.ConvertAll(Enumerable.Range(0, cases.Length).ToArray(), static index => (index, false));

    /// <summary>Reads the value as the most likely case that accepts it. Returns false if none does.</summary>
    /// <exception cref="JsonException">There is only one case, and it rejects the object or list.</exception>
    public bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        if (cases.Length == 1)
        {
            return TryOnly(ref reader, out value);
        }

        RereadBudget.Enter(reader);
        bool areNullsRefused = UndocumentedNulls.Refuse(true);
        int refused = UndocumentedNulls.Refused;
        try
        {
            // A case that accepts the value as described is preferred to one that would have to accept a null that is not allowed.
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
    /// Tries the cases in order. Of equally likely cases, the one that reads the value with the fewest unknown parts is chosen,
    /// or the first if it has none.
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

    private bool TryOnly(ref Utf8JsonReader reader, out T? value)
    {
        if (!isOpen)
        {
            value = cases[0].Read(ref reader);
            return true;
        }

        int before = UnnamedValues.Count;
        Utf8JsonReader attempt = reader;
        if (!TryRead(cases[0], ref attempt, out value))
        {
            UnnamedValues.Count = before;
            return false;
        }

        reader = attempt;
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
            // The next case may accept the value, and raw JSON always does.
            value = default;
            return false;
        }
    }
}
