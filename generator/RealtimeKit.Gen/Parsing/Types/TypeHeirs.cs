using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Places;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the new components that are used where the names file has another type, which no longer exists: the author has made a
/// component of its schema. They get these places. If it was a component, its other places are those of references, and stay so.
/// </summary>
internal sealed class TypeHeirs(LockedPlaces places, TypePlaces types)
{
    private readonly NameLock _names = places.Names;

    /// <param name="components">The types whose names are those of components.</param>
    /// <param name="owners">The types by the keys of their places.</param>
    public HashSet<TypeDraft> Of(IEnumerable<TypeDraft> drafts, IEnumerable<TypeDraft> components, Dictionary<string, TypeDraft> owners)
    {
        HashSet<TypeDraft> heirs = [];
        List<(string, JsonSchema)> inherited = [];
        foreach (TypeDraft component in components
            .Concat(drafts.Where(static draft => TypePlaces.KindOf(draft) == LockKind.Form))
            .Where(component => !IsLocked(component)))
        {
            string[] free = types.UsesOf(component).Where(place => IsFree(TypePlaces.KindOf(component) + " " + place, component)).ToArray();
            string[] former = Array.FindAll(free, TargetPlaces.IsOfComponent);
            foreach (string place in former.Length > 0 ? former : free)
            {
                heirs.Add(component);
                inherited.Add((place, component.Schema));
            }
        }

        if (heirs.Count > 0)
        {
            places.Places.AddFormer(inherited);
        }

        return heirs;

        bool IsFree(string key, TypeDraft component) =>
            _names.Find(key) is not null && (!owners.TryGetValue(key, out TypeDraft? owner) || owner == component);
    }

    /// <summary>Returns whether the names file has the type at one of the places where it still is.</summary>
    private bool IsLocked(TypeDraft draft) => types.KeysOf(draft).Any(key => !types.IsFormer(key) && _names.Find(key) is not null);
}
