using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Shortens the names of types that are nested deeply: <c>PaymentCheckoutOptionsDeliveryAddressRegion</c> becomes
/// <c>PaymentAddressRegion</c>. The outermost owner says what the type belongs to, the innermost parts say what it is, and the parts in
/// between are left out.
/// </summary>
internal static class CompactNames
{
    /// <summary>The longest name that a reader can take in at once. A shorter one is not shortened.</summary>
    private const int Longest = 45;

    /// <summary>
    /// Returns the names without owners in the middle, the best first: as many owners as fit, then more, because another type can have that
    /// name.
    /// </summary>
    /// <param name="usual">The name with all owners.</param>
    /// <param name="isRecord">Whether the type is a thing. A single word can name one, but hardly one of its qualities.</param>
    /// <param name="ownerName">Returns the name of an owner by its key.</param>
    public static IEnumerable<string> Of(string key, string usual, bool isRecord, Func<string, string> ownerName)
    {
        if (usual.Length <= Longest)
        {
            return [];
        }

        string[] owners = TypeKey.Owners(key).ToArray();
        int head = Array.FindLastIndex(owners, owner => !TypeKey.IsOperation(owner) && usual.StartsWith(ownerName(owner), StringComparison.Ordinal));
        if (head < 1)
        {
            return [];
        }

        string start = ownerName(owners[head]);
        string[] inner = [.. owners.Take(head).Reverse(), key];
        int last = Array.FindLastIndex(inner, TypeKey.IsMember);
        string[] names = Enumerable.Range(1, inner.Length - 1)
            .Where(first => CanBegin(inner[first], isThing: isRecord || first != last))
            .Select(first => inner.Skip(first).Aggregate(start, Append))
            .ToArray();
        int best = Array.FindIndex(names, static name => name.Length <= Longest);
        return names.Take(best < 0 ? names.Length : best + 1).Reverse();
    }

    /// <summary>Returns whether a part means something behind the outermost owner: a property, or an alternative with a title.</summary>
    private static bool CanBegin(string key, bool isThing)
    {
        string part = TypeKey.Split(key).Part;
        List<string> words = Words.Split(part);
        return words.Count > 1
            ? TypeKey.IsMember(key) || words[0] != "With"
            : TypeKey.IsMember(key) && isThing && !VagueWords.Are(part);
    }

    private static string Append(string name, string key)
    {
        string part = TypeKey.Split(key).Part;
        return part == "Item" && !TypeKey.IsMember(key) && Plural.Singular(name) is { } singular
            ? singular
            : Identifier.Join(name, Overlap.Without(name, part));
    }
}
