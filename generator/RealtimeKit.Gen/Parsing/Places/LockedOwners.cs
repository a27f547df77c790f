using RealtimeKit.Gen.Locking;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Finds the names that a names file has for types that no schema of the document describes alone. Their lines name what contains them: an operation, a
/// component, or a type by its name.
/// </summary>
/// <param name="operations">The texts that identify the operations of the document.</param>
/// <param name="isPlace">Returns whether the document has a schema at a place.</param>
internal sealed class LockedOwners(NameLock names, IEnumerable<string> operations, Func<string, bool> isPlace)
{
    private readonly HashSet<string> _operations = new(operations, StringComparer.Ordinal);

    /// <summary>Gets the names whose owners still exist.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            ILookup<bool, LockEntry> types = names.Entries
                .Where(static entry => LockKey.IsOfType(entry.Key))
                .ToLookup(static entry => IsOwned(LockKey.PlaceOf(entry.Key)));
            HashSet<string> existing = new(
                types[false].Where(entry => isPlace(LockKey.PlaceOf(entry.Key))).Select(static entry => entry.Name),
                StringComparer.Ordinal);
            HashSet<string> found = new(StringComparer.Ordinal);
            List<LockEntry> left = [.. types[true]];

            // One type of this kind can contain another.
            while (left.RemoveAll(entry => Exists(LockKey.PlaceOf(entry.Key), existing) && found.Add(entry.Name)) > 0)
            {
                existing.UnionWith(found);
            }

            return found;
        }
    }

    /// <summary>Returns whether a place is what contains the type, and the path within it. A place alone can begin with a dot too: that of a file.</summary>
    private static bool IsOwned(string place) => place.LastIndexOf(' ') is > 0 and var end && place[end + 1] is '.' or ':';

    private bool Exists(string owned, HashSet<string> existing)
    {
        int end = owned.LastIndexOf(' ');
        string owner = owned.Substring(0, end);

        // The path of a type without a known owner begins with a dot. Nothing tells whether it still exists.
        return owned[end + 1] == '.' || existing.Contains(owner) || _operations.Contains(owner) || isPlace(owner);
    }
}
