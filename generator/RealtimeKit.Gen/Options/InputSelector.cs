using System.Collections.Immutable;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Text;

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
        HashSet<string> overlays = new(RawOptions.Split(spec.Options.Overlay).Select(static path => SpecPath.Normalize(path)), StringComparer.Ordinal);
        Dictionary<string, SpecSource> needed = new(StringComparer.Ordinal);
        if (overlays.Count > 0)
        {
            foreach (ClientInput input in all.Where(static input => input.Role is SpecRole.Spec or SpecRole.Overlay or SpecRole.Reference))
            {
                if (overlays.Contains(SpecPath.Normalize(input.Source.Path)))
                {
                    needed[input.Source.Path] = input.Source;
                }
            }
        }

        // Each text is read once, however many there are: what it names is looked up among the files' names.
        MentionedFiles files =
            new(all.Where(input => input.Role is SpecRole.Spec or SpecRole.Reference && input.Source.Path != spec.Source.Path)
                .Select(static input => input.Source));
        Queue<SpecSource> open = new(needed.Values.Append(spec.Source));
        while (open.Count > 0)
        {
            foreach (SpecSource mentioned in files.Take(open.Dequeue().Text))
            {
                if (!needed.ContainsKey(mentioned.Path))
                {
                    needed[mentioned.Path] = mentioned;
                    open.Enqueue(mentioned);
                }
            }
        }

        return needed.Values.OrderBy(static source => source.Path, StringComparer.Ordinal).ToEquatableArray();
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
