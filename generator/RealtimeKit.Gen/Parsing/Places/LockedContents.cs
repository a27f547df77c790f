using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// What a names file says about places: which alternatives of schemas and contents of bodies there were, and which types and members each
/// place contained.
/// </summary>
internal sealed class LockedContents(NameLock names)
{
    public const string OneOf = "/oneOf/";
    private const string EnumAlternative = OneOf + AlternativeNames.Enum;
    private const string AnyOf = "/anyOf/";
    private const string Responses = " responses/";

    /// <summary>What precedes the last part of an alternative's place, or of a content's.</summary>
    private static readonly string[] _keywords = [OneOf, AnyOf, " request/", Responses];

    /// <summary>The places of the types and forms, sorted, with their names.</summary>
    private readonly Lazy<(string Place, string Name)[]> _entries = new(() => names.Entries
        .Where(static entry => LockKey.IsOfType(entry.Key))
        .Select(static entry => (Place: LockKey.PlaceOf(entry.Key), entry.Name))
        .OrderBy(static entry => entry.Place, StringComparer.Ordinal)
        .ToArray());

    private ListMap<string, string>? _byParent;

    /// <summary>Returns the last part of the places of the alternatives at a keyword, or of the contents of a body, sorted.</summary>
    public IReadOnlyList<string> At(string parent) => (_byParent ??= Find())[parent];

    /// <summary>Returns the name that the file gives to the type at a place, or null.</summary>
    public string? NameAt(string place) => names.Find(LockedPlaces.Key(place));

    /// <summary>Returns whether the file has the type, or the form, at a place.</summary>
    public bool Has(string place) => NameAt(place) is not null || names.Find(LockedPlaces.KeyOfForm(place)) is not null;

    /// <summary>Returns whether the file has the type at a place, or a type within it.</summary>
    public bool IsWithin(string place) => Within(place).Any();

    /// <summary>
    /// Returns the paths to the types within a place, and to their members and values. Both keywords of alternatives are written alike,
    /// because they can be exchanged, and alternatives of one name have no number. An enum among alternatives has the path to the whole, as
    /// in <see cref="SchemaPaths"/>.
    /// </summary>
    public IEnumerable<string> PathsWithin(string place) => Within(place)
        .Select(entry => (Path: WithoutEnum(WithoutNumbers(entry.Place.Substring(place.Length).Replace(AnyOf, OneOf))), entry.Name))
        .SelectMany(entry => MembersOf(entry.Name).Select(member => entry.Path + " " + member).Prepend(entry.Path));

    /// <summary>Returns a path without the numbers that tell alternatives of one name apart, because they depend on the order.</summary>
    private static string WithoutNumbers(string path)
    {
        string[] parts = path.Split('/');
        for (int i = 1; i < parts.Length; i++)
        {
            int plus = parts[i].LastIndexOf('+');
            if (parts[i - 1] == "oneOf" && plus > 0 && parts[i].Skip(plus + 1).All(char.IsDigit))
            {
                parts[i] = parts[i].Substring(0, plus);
            }
        }

        return string.Join("/", parts);
    }

    private static string WithoutEnum(string path) =>
        path.EndsWith(EnumAlternative, StringComparison.Ordinal) ? path.Substring(0, path.Length - EnumAlternative.Length) : path;

    private IEnumerable<string> MembersOf(string type) => new[] { LockKind.Property, LockKind.Value }
        .SelectMany(kind => names.Within(LockKey.Of(kind, type)))
        .Select(static entry => LockKey.Last(entry.Key));

    private IEnumerable<(string Place, string Name)> Within(string place)
    {
        (string Place, string Name)[] entries = _entries.Value;
        for (int at = FirstFrom(entries, place); at < entries.Length && entries[at].Place.StartsWith(place, StringComparison.Ordinal); at++)
        {
            if (entries[at].Place.Length == place.Length || entries[at].Place[place.Length] == '/')
            {
                yield return entries[at];
            }
        }
    }

    private static int FirstFrom((string Place, string Name)[] entries, string place)
    {
        int low = 0;
        int high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(entries[middle].Place, place) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ListMap<string, string> Find()
    {
        ListMap<string, string> found = new(StringComparer.Ordinal);
        HashSet<(string, string)> added = [];
        foreach ((string Parent, string Name) content in _entries.Value.SelectMany(static entry => ContentsOf(entry.Place)).Where(added.Add))
        {
            found.Add(content.Parent, content.Name);
        }

        return found;
    }

    /// <summary>Returns the keywords and bodies in a place, each with what follows it.</summary>
    private static IEnumerable<(string Parent, string Name)> ContentsOf(string place)
    {
        foreach (string keyword in _keywords)
        {
            for (int at = place.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = place.IndexOf(keyword, at + 1, StringComparison.Ordinal))
            {
                // The contents of a response are below its status.
                int end = keyword == Responses ? place.IndexOf('/', at + keyword.Length) : at + keyword.Length - 1;
                if (end >= 0)
                {
                    yield return (place.Substring(0, end), place.Substring(end + 1).Split('/')[0]);
                }
            }
        }
    }
}
