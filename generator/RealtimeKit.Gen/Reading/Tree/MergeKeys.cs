using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// What YAML merge keys (<c>&lt;&lt;</c>) bring to the mapping that they stand in, as YAML 1.1 defines them and most
/// readers still read them: a key of the mapping itself wins over a merged one, wherever the two stand, and of several
/// merged mappings the earlier one wins. The entries are shared, not copied; that they come through an alias was charged
/// to the budget of aliases, with all that the alias expands to, before they are merged.
/// </summary>
internal sealed class MergeKeys(SpecSource source, DiagnosticBag diagnostics)
{
    /// <param name="merges">The merge keys of one mapping, in the order of the text.</param>
    /// <param name="known">The mapping's own keys; those that are merged are added.</param>
    public IEnumerable<SpecEntry> Collect(IReadOnlyList<SpecEntry> merges, HashSet<string> known)
    {
        foreach (SpecEntry merge in merges)
        {
            foreach (SpecNode part in merge.Value is SpecSequence several ? several.Items : [merge.Value])
            {
                if (part is not SpecMapping mapping)
                {
                    diagnostics.Add(
                        Descriptors.MergeKeyInvalid,
                        merge.KeyPosition.In(source),
                        part is SpecSequence ? "a list within the list" : $"'{part.AsText() ?? "null"}'");
                    continue;
                }

                foreach (SpecEntry entry in mapping.Entries)
                {
                    if (known.Add(entry.Key))
                    {
                        yield return entry;
                    }
                }
            }
        }
    }
}
