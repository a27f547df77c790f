using System.Collections.Immutable;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Tells which of the project's texts a spec needs, so that an edit of one document does not parse the others anew:
/// its overlays, and whatever document it names, directly or through another.
/// </summary>
internal static class InputSelector
{
    private static readonly string[] _extensions = [".yaml", ".yml", ".json"];

    public static EquatableArray<SpecSource> Supporting(ClientInput spec, ImmutableArray<ClientInput> all)
    {
        string[] overlays = RawOptions.Split(spec.Options.Overlay).Select(static path => SpecPath.Normalize(path)).ToArray();
        List<SpecSource> needed = [];
        foreach (ClientInput input in all.Where(static input => input.Role is SpecRole.Spec or SpecRole.Overlay or SpecRole.Reference))
        {
            if (!needed.Contains(input.Source) && overlays.Contains(SpecPath.Normalize(input.Source.Path), StringComparer.Ordinal))
            {
                needed.Add(input.Source);
            }
        }

        Queue<SpecSource> open = new(needed.Append(spec.Source));
        while (open.Count > 0)
        {
            SpecSource reader = open.Dequeue();
            foreach (ClientInput input in all)
            {
                if (input.Role is SpecRole.Spec or SpecRole.Reference && input.Source.Path != spec.Source.Path && !needed.Contains(input.Source)
                    && MayName(reader.Text, SpecPath.FileName(input.Source.Path)))
                {
                    needed.Add(input.Source);
                    open.Enqueue(input.Source);
                }
            }
        }

        return needed.OrderBy(static source => source.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>
    /// A plain name is written as it is. Of any other some signs may be escaped, as those of an address, of JSON or of YAML
    /// are: its longest plain part is looked for. A text that is needless costs time only.
    /// </summary>
    private static bool MayName(string text, string fileName)
    {
        string longest = "";
        int start = 0;
        for (int index = 0; index <= fileName.Length; index++)
        {
            if (index < fileName.Length && fileName[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_')
            {
                continue;
            }

            longest = index - start > longest.Length ? fileName.Substring(start, index - start) : longest;
            start = index + 1;
        }

        return text.IndexOf(longest, StringComparison.Ordinal) >= 0;
    }

    /// <summary>
    /// The paths of the project's other texts, one of which a name may mean that names nothing. Only for a spec that names
    /// files, or an overlay that is not there, so that a file more in the project concerns no other.
    /// </summary>
    public static EquatableArray<string> OtherPaths(ClientInput spec, ImmutableArray<ClientInput> all, EquatableArray<SpecSource> supporting)
    {
        HashSet<string> known = new(supporting.Select(static source => SpecPath.Normalize(source.Path)), StringComparer.Ordinal);
        bool isOverlayMissing = RawOptions.Split(spec.Options.Overlay).Any(path => !known.Contains(SpecPath.Normalize(path)));
        return isOverlayMissing || _extensions.Any(extension => spec.Source.Text.IndexOf(extension, StringComparison.OrdinalIgnoreCase) >= 0)
            ? all.Where(input => input.Role is SpecRole.Spec or SpecRole.Overlay or SpecRole.Reference && input.Source.Path != spec.Source.Path)
                .Select(static input => SpecPath.Normalize(input.Source.Path))
                .Where(path => !known.Contains(path))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(static path => path, StringComparer.Ordinal)
                .ToEquatableArray()
            : EquatableArray<string>.Empty;
    }

    /// <summary>The path of an earlier item's spec whose client has the same name, case ignored as file names are; empty for none.</summary>
    public static string Clash(ClientInput spec, ImmutableArray<ClientInput> all)
    {
        foreach (ClientInput other in all)
        {
            if (other == spec)
            {
                return "";
            }

            if (other.Role == SpecRole.Spec && string.Equals(FullName(other), FullName(spec), StringComparison.OrdinalIgnoreCase))
            {
                return other.Source.Path;
            }
        }

        return "";
    }

    private static string FullName(ClientInput input) => OptionsReader.FullClientName(input);
}
