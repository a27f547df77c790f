using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>What a names file says about the alternatives of schemas: where they were, and which members their types had.</summary>
internal sealed class LockedAlternatives(NameLock names)
{
    private static readonly string[] _keywords = ["/oneOf/", "/anyOf/"];

    private ListMap<string, string>? _byParent;

    /// <summary>Returns the last part of the places of the alternatives at a keyword, in the order of the names file.</summary>
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
            .Where(static key => key.StartsWith(LockKind.Type + " ", StringComparison.Ordinal))
            .Select(static key => key.Substring(LockKind.Type.Length + 1))
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
                string parent = place.Substring(0, at + keyword.Length - 1);
                int end = place.IndexOf('/', at + keyword.Length);
                string name = place.Substring(at + keyword.Length, (end < 0 ? place.Length : end) - at - keyword.Length);
                if (!found[parent].Contains(name, StringComparer.Ordinal))
                {
                    found.Add(parent, name);
                }
            }
        }
    }
}
