using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// Applies YAML merge keys (<c>&lt;&lt;</c>) as YAML 1.1 defines them and most readers still support them. A key of the mapping
/// itself replaces a merged one, wherever it is, and an earlier merged mapping replaces a later one. The entries are shared, not
/// copied. The budget of aliases has been charged for them before they are merged.
/// </summary>
internal sealed class MergeKeys(SpecSource source, DiagnosticBag diagnostics)
{
    /// <param name="merges">The merge keys of one mapping, in the order of the text.</param>
    /// <param name="known">The mapping's own keys, to which merged keys are added.</param>
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
