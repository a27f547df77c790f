namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Keeps apart what would share a type, if its author or the names file gives it different names: equal members do not mean the same
/// under different titles, and one of two names in the file would vanish.
/// </summary>
/// <param name="titleOf">Returns a title, or an empty text.</param>
/// <param name="lockedNameOf">Returns the name that the names file gives, or null.</param>
internal sealed class KeptApart<T>(Func<T, string> titleOf, Func<T, string?> lockedNameOf)
{
    /// <summary>Returns the groups of which each may share a type.</summary>
    public IEnumerable<T[]> Divide(IEnumerable<T> alike) => ByTitle(alike).SelectMany(titled => ByName(titled.ToArray()));

    /// <summary>
    /// Returns those of each title, and those without a title, which do not tell to which of several titles they belong, unless
    /// the names file has them as one type.
    /// </summary>
    private IEnumerable<IEnumerable<T>> ByTitle(IEnumerable<T> alike)
    {
        ILookup<string, T> byTitle = alike.ToLookup(titleOf, StringComparer.Ordinal);
        IGrouping<string, T>[] titled = byTitle.Where(static same => same.Key.Length > 0).ToArray();
        if (titled.Length < 2)
        {
            return [alike];
        }

        ILookup<string, string> titles = titled
            .SelectMany(same => same.Select(one => (same.Key, Name: lockedNameOf(one) ?? "")))
            .OrderBy(static one => one.Key, StringComparer.Ordinal)
            .ToLookup(static one => one.Name, static one => one.Key, StringComparer.Ordinal);
        ILookup<string, T> untitled = byTitle[""].ToLookup(
            one => lockedNameOf(one) is { } name && titles[name].FirstOrDefault() is { } title ? title : "", StringComparer.Ordinal);
        return titled.Select(same => same.Concat(untitled[same.Key])).Append(untitled[""]);
    }

    /// <summary>Keeps apart what had different names before. What is new joins the first.</summary>
    private IEnumerable<T[]> ByName(T[] alike)
    {
        if (alike.Length < 2)
        {
            return [];
        }

        ILookup<string, T> byName = alike.ToLookup(one => lockedNameOf(one) ?? "", StringComparer.Ordinal);
        string[] names = byName
            .Select(static same => same.Key)
            .Where(static name => name.Length > 0)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToArray();
        return names.Length < 2
            ? [alike]
            : names.Select((name, index) => byName[name].Concat(index == 0 ? byName[""] : []).ToArray());
    }
}
