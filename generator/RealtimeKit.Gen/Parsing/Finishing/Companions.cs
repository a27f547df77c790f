using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Knows which types one place must tell apart: the cases of a union, and the bodies of an operation, which are overloads of one method.</summary>
internal sealed class Companions
{
    private readonly ListMap<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="places">The types of each place.</param>
    public Companions(IEnumerable<IEnumerable<TypeRef>> places)
    {
        int number = 0;
        foreach (IEnumerable<TypeRef> place in places)
        {
            number++;
            foreach (string key in place.Select(static type => type.Innermost.Name).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal))
            {
                _places.Add(key, number);
            }
        }
    }

    /// <summary>Divides types that are alike into groups in which no two are companions.</summary>
    public IEnumerable<TypeDraft[]> Divide(TypeDraft[] alike)
    {
        List<(List<TypeDraft> Drafts, HashSet<int> Places)> groups = [];
        foreach (TypeDraft draft in alike.OrderBy(static draft => draft.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<int> places = _places[draft.Key];
            (List<TypeDraft> Drafts, HashSet<int> Places) group = groups.Find(group => !places.Any(group.Places.Contains));
            if (group.Drafts is null)
            {
                groups.Add(group = ([], []));
            }

            group.Drafts.Add(draft);
            group.Places.UnionWith(places);
        }

        return groups.Where(static group => group.Drafts.Count > 1).Select(static group => group.Drafts.ToArray());
    }
}
