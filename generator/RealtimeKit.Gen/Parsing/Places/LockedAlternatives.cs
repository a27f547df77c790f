using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// What a names file says about the alternatives of schemas and the contents of bodies: where they were, and which members their types
/// had.
/// </summary>
internal sealed class LockedAlternatives(NameLock names)
{
    private const string Responses = " responses/";

    /// <summary>What precedes the last part of an alternative's place, or of a content's.</summary>
    private static readonly string[] _keywords = ["/oneOf/", "/anyOf/", " request/", Responses];

    private ListMap<string, string>? _byParent;

    /// <summary>Returns the last part of the places of the alternatives at a keyword, or of the contents of a body, sorted.</summary>
    public IReadOnlyList<string> At(string parent) => (_byParent ??= Find())[parent];

    /// <summary>Returns the names of the members, or the values, of the type at a place, or of the items of a list there.</summary>
    public IReadOnlyCollection<string> MembersOf(string place) => TypeAt(place) is not { } type
        ? []
        : new[] { LockKind.Property, LockKind.Value }
            .SelectMany(kind => names.Within(LockKey.Of(kind, type)))
            .Select(static entry => entry.Key.Substring(entry.Key.LastIndexOf(' ') + 1))
            .ToArray();

    /// <summary>Returns the names of the members, or the values, of a schema as the file writes them, or of its items.</summary>
    public static HashSet<string> MembersOf(JsonSchema schema)
    {
        JsonSchema described = ReferenceChain.Of(schema).Last();
        described = described.Item is { } item ? ReferenceChain.Of(item).Last() : described;
        return new HashSet<string>(
            described.Properties.Keys
                .Concat(described.AllOf.SelectMany(static part => ReferenceChain.Of(part).Last().Properties.Keys))
                .Concat(described.Enumeration.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))
                .Select(LockKey.Token),
            StringComparer.Ordinal);
    }

    private string? TypeAt(string place) => names.Find(LockedPlaces.Key(place)) ?? names.Find(LockedPlaces.Key(place + "/items"));

    private ListMap<string, string> Find()
    {
        ListMap<string, string> found = new(StringComparer.Ordinal);
        foreach (string place in names.Entries
            .Select(static entry => entry.Key)
            .Where(static key => key.StartsWith(LockKind.Type + " ", StringComparison.Ordinal) || LockKey.IsOfForm(key))
            .Select(static key => key.Substring(key.IndexOf(' ') + 1))
            .OrderBy(static place => place, StringComparer.Ordinal))
        {
            AddAll(found, place);
        }

        return found;
    }

    private static void AddAll(ListMap<string, string> found, string place)
    {
        foreach (string keyword in _keywords)
        {
            for (int at = place.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = place.IndexOf(keyword, at + 1, StringComparison.Ordinal))
            {
                // The contents of a response are below its status.
                int end = keyword == Responses ? place.IndexOf('/', at + keyword.Length) : at + keyword.Length - 1;
                if (end >= 0)
                {
                    Add(found, place.Substring(0, end), place.Substring(end + 1).Split('/')[0]);
                }
            }
        }
    }

    private static void Add(ListMap<string, string> found, string parent, string name)
    {
        if (!found[parent].Contains(name, StringComparer.Ordinal))
        {
            found.Add(parent, name);
        }
    }
}
