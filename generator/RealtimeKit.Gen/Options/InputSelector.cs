using System.Collections.Immutable;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Selects the texts of the project that a spec needs: its overlays, and the documents that it names directly or indirectly. An
/// edit of one document then does not parse the others again.
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

        // Each text is read once. The names in it are looked up among the names of the files.
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
    /// Returns the paths of other texts of the project, which are suggested for a name that is not found. Only a spec that names
    /// other files, or a missing overlay, depends on them.
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

    /// <summary>Returns the .NET types that the spec, its overlays and the documents that it needs name.</summary>
    public static EquatableArray<NamedType> TypesOf(
        ClientInput spec,
        EquatableArray<SpecSource> supporting,
        IEnumerable<FoundTypes> found)
    {
        HashSet<string> paths = new(supporting.Select(static source => source.Path), StringComparer.Ordinal) { spec.Source.Path };
        return found
            .Where(types => paths.Contains(types.Path))
            .SelectMany(static types => types.Types)
            .Distinct()
            .ToEquatableArray();
    }

    /// <summary>
    /// Returns the path of an earlier spec whose client has the same name, ignoring case as file names do; empty for none.
    /// </summary>
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

    /// <summary>Returns the names file of a spec, or null if it does not exist.</summary>
    public static SpecSource? Names(ClientInput spec, ImmutableArray<ClientInput> all) => spec.Options.Names.Length == 0
        ? null
        : all.FirstOrDefault(input => input.Role == SpecRole.Names && HasPath(input, spec.Options.Names))?.Source;

    /// <summary>Returns the client of an earlier spec that has the same names file; empty for none.</summary>
    public static string NamesClash(ClientInput spec, ImmutableArray<ClientInput> all) =>
        spec.Options.Names.Length > 0
        && all.TakeWhile(other => other != spec).FirstOrDefault(other => AreOne(other.Options.Names, spec.Options.Names)) is { } first
            ? FullName(first)
            : "";

    private static bool HasPath(ClientInput input, string path) => AreOne(input.Source.Path, path);

    private static bool AreOne(string path, string other) =>
        path.Length > 0 && string.Equals(SpecPath.Normalize(path), SpecPath.Normalize(other), StringComparison.Ordinal);

    private static string FullName(ClientInput input) => OptionsReader.FullClientName(input);
}
