using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Unions;

/// <summary>
/// Ranks the cases of an object by its properties. A table maps each name to the cases that describe it, so that the time depends
/// on the size of the object, not on that of all cases.
/// </summary>
internal sealed class UnionRanking<T>
{
    private readonly int[] _required;
    private readonly JsonNames _names;

    /// <summary>For each name, the cases that describe it and the cases that require it.</summary>
    private readonly int[][] _knownBy;
    private readonly int[][] _requiredBy;

    public UnionRanking(UnionCase<T>[] cases)
    {
        _required = Array.ConvertAll(cases, static @case => @case.Required.Length);
        ILookup<string, int> known = CasesByName(cases, static @case => @case.Known);
        ILookup<string, int> required = CasesByName(cases, static @case => @case.Required);
        string[] names = known.Concat(required).Select(static group => group.Key).Distinct(StringComparer.Ordinal).ToArray();
        _names = new JsonNames(0, default, names);
        _knownBy = Array.ConvertAll(names, name => known[name].ToArray());
        _requiredBy = Array.ConvertAll(names, name => required[name].ToArray());
    }

    /// <summary>
    /// Returns the indexes of the cases, the most likely first. Each has a flag that tells whether it is less likely than the
    /// case before it.
    /// </summary>
    /// <param name="reader">
    /// The reader, on the first token of the object. The position of the caller's reader does not change.
    /// </param>
    public IEnumerable<(int Index, bool IsLessLikely)> Rank(Utf8JsonReader reader)
    {
        int[] known = new int[_required.Length];
        int[] missing = [.. _required];
        while (JsonReading.NextProperty(ref reader, out ReadOnlySpan<byte> text))
        {
            int name = _names.IndexOf(text);
            reader.Skip();
            if (name >= 0)
            {
                Array.ForEach(_knownBy[name], index => known[index]++);
                Array.ForEach(_requiredBy[name], index => missing[index]--);
            }
        }

        return Order(known, missing);
    }

    /// <summary>Finds the best remaining case in each step. The first is nearly always the right one, so sorting all cases would be wasted.</summary>
    private static IEnumerable<(int Index, bool IsLessLikely)> Order(int[] known, int[] missing)
    {
        const int Taken = -1;
        (bool, int) last = (true, int.MaxValue);
        for (int count = 0; count < known.Length; count++)
        {
            int best = -1;
            for (int i = 0; i < known.Length; i++)
            {
                if (known[i] != Taken && (best < 0 || (missing[i] <= 0, known[i]).CompareTo((missing[best] <= 0, known[best])) > 0))
                {
                    best = i;
                }
            }

            (bool, int) likelihood = (missing[best] <= 0, known[best]);
            known[best] = Taken;
            yield return (best, count > 0 && likelihood.CompareTo(last) < 0);
            last = likelihood;
        }
    }

    private static ILookup<string, int> CasesByName(UnionCase<T>[] cases, Func<UnionCase<T>, string[]> namesOf) => cases
        .SelectMany((@case, index) => namesOf(@case).Distinct(StringComparer.Ordinal).Select(name => (name, index)))
        .ToLookup(static pair => pair.name, static pair => pair.index, StringComparer.Ordinal);
}
