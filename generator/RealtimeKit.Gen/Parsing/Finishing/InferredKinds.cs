using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Finds the properties of records that distinguish the cases of a union by their constants, although the document names no discriminator.</summary>
internal static class InferredKinds
{
    public static HashSet<(ObjectDraft Record, string Property)> Of(TypeDrafts drafts)
    {
        HashSet<(ObjectDraft Record, string Property)> found = [];
        foreach (UnionDraft union in drafts.All.OfType<UnionDraft>().Where(static union => union.IsInferred))
        {
            foreach (ObjectDraft record in RecordsOf(union, drafts))
            {
                found.Add((record, union.Discriminator));
            }
        }

        return found;
    }

    /// <summary>Returns the records that a union can be, also as a union within it. Forms are not cases.</summary>
    private static IEnumerable<ObjectDraft> RecordsOf(UnionDraft union, TypeDrafts drafts)
    {
        HashSet<TypeDraft> visited = [union];
        Stack<UnionDraft> open = new([union]);
        while (open.Count > 0)
        {
            foreach (TypeDraft draft in open.Pop().Cases.Select(@case => drafts.Of(@case.Type)).OfType<TypeDraft>().Where(visited.Add))
            {
                switch (draft)
                {
                    case ObjectDraft { IsForm: false } record:
                        yield return record;
                        break;
                    case UnionDraft inner:
                        open.Push(inner);
                        break;
                }
            }
        }
    }
}
