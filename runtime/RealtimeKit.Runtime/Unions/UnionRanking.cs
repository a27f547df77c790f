using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Unions;

/// <summary>
/// Ranks the cases of an object by its properties. A table maps each name to the cases that describe it, so that the time depends
/// on the size of the object, not on that of all cases.
/// </summary>
internal sealed class UnionRanking<T>
{
    private readonly int _cases;

    /// <summary>The sets of properties of which an object must have one, with the index of the case to which each belongs.</summary>
    private readonly (int Case, string[] Names)[] _sets;
    private readonly JsonNames _names;

    /// <summary>For each name, the cases that describe it and the sets that require it.</summary>
    private readonly int[][] _knownBy;
    private readonly int[][] _requiredBy;

    public UnionRanking(UnionCase<T>[] cases)
    {
        _cases = cases.Length;
        _sets = cases.SelectMany(static (@case, index) => SetsOf(@case).Select(set => (index, set))).ToArray();
        ILookup<string, int> known = IndexesByName(cases, static @case => @case.Known);
        ILookup<string, int> required = IndexesByName(_sets, static set => set.Names);
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
        int[] known = new int[_cases];
        int[] missing = Array.ConvertAll(_sets, static set => set.Names.Length);
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

        bool[] isComplete = new bool[_cases];
        for (int i = 0; i < missing.Length; i++)
        {
            isComplete[_sets[i].Case] |= missing[i] <= 0;
        }

        return Order(known, isComplete);
    }

    /// <summary>Finds the best remaining case in each step. The first is nearly always the right one, so sorting all cases would be wasted.</summary>
    private static IEnumerable<(int Index, bool IsLessLikely)> Order(int[] known, bool[] isComplete)
    {
        const int Taken = -1;
        (bool, int) last = (true, int.MaxValue);
        for (int count = 0; count < known.Length; count++)
        {
            int best = -1;
            for (int i = 0; i < known.Length; i++)
            {
                if (known[i] != Taken && (best < 0 || (isComplete[i], known[i]).CompareTo((isComplete[best], known[best])) > 0))
                {
                    best = i;
                }
            }

            (bool, int) likelihood = (isComplete[best], known[best]);
            known[best] = Taken;
            yield return (best, count > 0 && likelihood.CompareTo(last) < 0);
            last = likelihood;
        }
    }

    private static IEnumerable<string[]> SetsOf(UnionCase<T> @case) => @case.RequiredByCases.Length == 0
        ? [@case.Required]
        : @case.RequiredByCases.Select(set => (string[])[.. @case.Required, .. set]);

    private static ILookup<string, int> IndexesByName<TItem>(TItem[] items, Func<TItem, string[]> namesOf) => items
        .SelectMany((item, index) => namesOf(item).Distinct(StringComparer.Ordinal).Select(name => (name, index)))
        .ToLookup(static pair => pair.name, static pair => pair.index, StringComparer.Ordinal);
}
