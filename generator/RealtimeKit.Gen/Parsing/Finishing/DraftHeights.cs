using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Orders types by how deeply they contain others, so that what a type contains comes before it.</summary>
internal sealed class DraftHeights
{
    private readonly Dictionary<string, TypeDraft> _drafts;
    private readonly Dictionary<TypeDraft, int> _heights = [];

    /// <param name="drafts">The types that count. Types within others do not count.</param>
    public DraftHeights(IReadOnlyCollection<TypeDraft> drafts)
    {
        _drafts = drafts.ToDictionary(static draft => draft.Key, StringComparer.Ordinal);
        foreach (TypeDraft draft in drafts)
        {
            Measure(draft);
        }
    }

    /// <summary>Gets the types of each height, those without inner types first.</summary>
    public IEnumerable<IEnumerable<TypeDraft>> Levels => _heights
        .GroupBy(static pair => pair.Value, static pair => pair.Key)
        .OrderBy(static level => level.Key);

    /// <summary>Measures a type after those within it, without recursion, because types can be nested deeply.</summary>
    private void Measure(TypeDraft outer)
    {
        HashSet<TypeDraft> entered = [];
        Stack<TypeDraft> open = new([outer]);
        while (open.Count > 0)
        {
            TypeDraft draft = open.Peek();
            if (_heights.ContainsKey(draft))
            {
                open.Pop();
                continue;
            }

            TypeDraft[] inner = draft.References.Select(Counted).OfType<TypeDraft>().ToArray();
            if (entered.Add(draft))
            {
                // A type that contains itself is left when it is found again.
                foreach (TypeDraft unknown in inner.Where(each => !_heights.ContainsKey(each) && !entered.Contains(each)))
                {
                    open.Push(unknown);
                }
            }
            else
            {
                open.Pop();
                _heights[draft] = 1 + inner.Select(each => _heights.TryGetValue(each, out int height) ? height : 0).DefaultIfEmpty().Max();
            }
        }
    }

    private TypeDraft? Counted(TypeRef type) => _drafts.TryGetValue(type.Innermost.Name, out TypeDraft? draft) ? draft : null;
}
