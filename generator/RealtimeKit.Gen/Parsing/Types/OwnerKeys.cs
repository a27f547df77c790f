using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Places;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Identifies types that no schema of the document describes alone, by the component, the operation or the name of the type that contains
/// them, and the path within it.
/// </summary>
/// <param name="types">The keys of the types.</param>
/// <param name="operations">The texts that identify operations, by the names of their types' owner.</param>
internal sealed class OwnerKeys(LockedPlaces places, TypeNames types, IReadOnlyDictionary<string, string> operations)
{
    /// <summary>The keys that types have in further owners, by their keys.</summary>
    private readonly ListMap<string, string> _owned = new(StringComparer.Ordinal);

    /// <summary>The names in the document of properties and parameters, by the keys of their types.</summary>
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>Adds the key that a type has in a further owner.</summary>
    public void Add(string key, string further)
    {
        if (!_owned[key].Contains(further, StringComparer.Ordinal))
        {
            _owned.Add(key, further);
        }
    }

    /// <summary>Gives the keys of a type to the one that stands for it.</summary>
    public void Join(string key, string standIn)
    {
        foreach (string own in _owned[key].Prepend(key))
        {
            Add(standIn, own);
        }
    }

    /// <summary>Adds the name in the document of the property or parameter whose type has the key.</summary>
    public void NoteMember(string key, string wireName)
    {
        if (!_members.ContainsKey(key))
        {
            _members.Add(key, wireName);
        }
    }

    /// <summary>Returns an owner and a path for each owner of a type.</summary>
    /// <param name="nameOf">Returns the name of another type by its key, or null.</param>
    public IEnumerable<string> Of(string key, Func<string, string?> nameOf) => _owned[key].Prepend(key).Select(own => Own(own, nameOf));

    /// <summary>
    /// Returns the owners and paths that a type can have in the names file, if the type that contains it had the same name at another place: before
    /// its schema became a component, or the component got another key.
    /// </summary>
    /// <param name="nameOf">Returns the name of another type by its key, or null.</param>
    public IEnumerable<string> EarlierOf(string key, Func<string, string?> nameOf)
    {
        foreach (string own in _owned[key].Prepend(key))
        {
            if (TypeKey.Owners(own).FirstOrDefault(owner => nameOf(owner) is not null) is { } owner)
            {
                string name = nameOf(owner)!;
                foreach (string place in places.PlacesOf(name).Prepend(name))
                {
                    yield return $"{place} {PathWithin(own, owner)}";
                }
            }
        }
    }

    private string Own(string key, Func<string, string?> nameOf)
    {
        foreach (string owner in TypeKey.Owners(key))
        {
            string? text = (types.ComponentOf(owner) is { } component ? places.Places.OfReference(component) : null)
                ?? nameOf(owner)
                ?? (TypeKey.IsOperation(owner) && operations.TryGetValue(TypeKey.Split(owner).Part, out string? operation) ? operation : null);
            if (text is not null)
            {
                return $"{text} {PathWithin(key, owner)}";
            }
        }

        string root = TypeKey.Root(key);
        return $"{LockKey.Token(root)} .{PathWithin(key, root)}";
    }

    /// <summary>Returns the rest of a key behind that of an owner, with the names that members have in the document.</summary>
    private string PathWithin(string key, string owner) => string.Concat(TypeKey.PartsWithin(key, owner).Select(part =>
        (_members.TryGetValue(part.Key, out string? name) ? LockKey.Member(name) : part.Text) + part.Twin));
}
