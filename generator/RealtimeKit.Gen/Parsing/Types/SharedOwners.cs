using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Finds what the components and operations that contain a shared type have in common.</summary>
internal static class SharedOwners
{
    /// <summary>
    /// Returns the words that the owners have in common, the best first: those with which the names of all components begin, if they are
    /// the name of one of them or at least two words (<c>CustomField</c> of <c>CustomFieldRequest</c> and <c>CustomFieldResponse</c>), the thing that
    /// all of them are about (<c>Image</c> of <c>CreateImageRequest</c> and <c>ImageTool</c>), and the scope of all operations.
    /// </summary>
    public static IEnumerable<string> Of(IEnumerable<string> places)
    {
        string[] owners = Distinct(places);
        if (owners.Length < 2)
        {
            return [];
        }

        bool areComponents = Array.TrueForAll(owners, static owner => TypeKey.IsName(owner) && !TypeKey.IsOperation(owner));
        bool areOperations = Array.TrueForAll(owners, static owner => TypeKey.IsOperation(TypeKey.Root(owner)));
        string[] names = Array.ConvertAll(owners, TypeKey.Plain);
        string?[] common = [areComponents ? Start(owners) : null, CommonWords.Thing(names), areOperations ? CommonWords.Scope(names) : null];
        return common.OfType<string>();
    }

    /// <summary>
    /// Returns the words with which all owners end, or an empty string: <c>Permissions</c> of <c>AppPermissions</c> and a property
    /// <c>permissions</c>.
    /// </summary>
    public static string End(IEnumerable<string> places) =>
        CommonWords.End(Array.ConvertAll(Distinct(places), static owner => TypeKey.Split(owner).Part));

    /// <summary>Returns <c>Request</c> or <c>Response</c> if all owners end with it, or null.</summary>
    public static string? Kind(IEnumerable<string> places)
    {
        string[] kinds = Distinct(places)
            .Select(static owner => Words.Split(TypeKey.Split(owner).Part).LastOrDefault() ?? "")
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return kinds.Length == 1 && kinds[0] is ("Request" or "Response") ? kinds[0] : null;
    }

    /// <summary>Returns the adjacent words that all owners have, wherever they are in the name, or null.</summary>
    public static string? Middle(IEnumerable<string> places) => CommonWords.Middle(Array.ConvertAll(Distinct(places), TypeKey.Plain));

    /// <summary>Returns whether a component or the body of an operation contains one of the places.</summary>
    public static bool HasBody(IEnumerable<string> places) => Distinct(places).Any(static owner => !TypeKey.IsOperation(owner));

    private static string[] Distinct(IEnumerable<string> places) =>
        places.Select(OwnerOf).Distinct(StringComparer.Ordinal).OrderBy(static owner => owner, StringComparer.Ordinal).ToArray();

    /// <summary>Returns the key of the type that has the property, also of one whose items the type describes.</summary>
    private static string OwnerOf(string place)
    {
        string owner = TypeKey.Split(place).Owner;
        return TypeKey.IsMember(place) ? owner : TypeKey.Split(owner).Owner;
    }

    private static string? Start(string[] owners)
    {
        List<string>[] words = Array.ConvertAll(owners, Words.Split);
        int shared = 0;
        while (Array.TrueForAll(words, own => shared < own.Count && own[shared] == words[0][shared]))
        {
            shared++;
        }

        string common = string.Concat(words[0].Take(shared));
        return shared > 1 || owners.Contains(common, StringComparer.Ordinal) ? common : null;
    }
}
