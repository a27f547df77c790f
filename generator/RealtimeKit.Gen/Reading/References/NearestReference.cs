using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// Finds the probable target of a reference that cannot be resolved. Only the first such references of a document get a
/// suggestion, because each one is compared with all names and a document may have many of both.
/// </summary>
/// <param name="root">The main document. A bare name may refer to one of its components.</param>
/// <param name="paths">The normalised paths of all documents of the project.</param>
internal sealed class NearestReference(SpecNode root, IReadOnlyCollection<string> paths)
{
    private const int MostHints = 50;
    private const int MostCompared = 100_000;

    private static readonly string[] _sections =
        ["schemas", "parameters", "responses", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems", "securitySchemes", "mediaTypes"];

    private int _hints;
    private int _compared;

    /// <summary>
    /// Returns "; did you mean …?" for a reference into a document that exists, or an empty string. If the pointer would lead through
    /// another reference, returns where that is.
    /// </summary>
    /// <param name="file">The file part as written.</param>
    public string OfFragment(SpecNode document, string file, string fragment)
    {
        if (++_hints > MostHints)
        {
            return "";
        }

        string pointer = SpecPointer.UnescapeFragment(fragment);
        pointer = pointer.StartsWith("/", StringComparison.Ordinal) ? pointer : "/" + pointer;
        if (ReferenceWithin(document, pointer) is { } end)
        {
            return $": the pointer ends at '{file}#{end.Pointer}', which is a reference to '{end.Reference}'";
        }

        return NearestName.DidYouMean((Corrected(document, pointer) ?? Component(document, pointer)) is { } found ? file + "#" + found : null);
    }

    /// <summary>Returns "; did you mean …?" for a reference to a document that does not exist, or an empty string.</summary>
    public string OfFile(string holderPath, string file, string reference)
    {
        if (file.Length == 0 || ++_hints > MostHints)
        {
            return "";
        }

        string fragment = reference.Substring(file.Length);
        if (fragment.Length == 0 && file.IndexOf('.') < 0)
        {
            string pointer = file[0] == '/' ? file : "/" + file;
            string? found = SpecPointer.Evaluate(root, pointer) is null ? ExactComponent(root, pointer) : pointer;
            return NearestName.DidYouMean(found is null ? null : "#" + found);
        }

        return NearestName.DidYouMean(NearestFile(holderPath, file) is { } path ? path + fragment : null);
    }

    /// <summary>Returns "; did you mean …?" for a file that an option names and that does not exist, or an empty string.</summary>
    public static string OfPath(string path, IReadOnlyCollection<string> paths) =>
        NearestName.DidYouMean(paths.Count > MostCompared ? null : NearestName.Find(path, paths) ?? SameFile(path, paths));

    /// <summary>Returns the part of a pointer that leads to a reference without the next key, because a pointer does not follow references.</summary>
    private static (string Pointer, string Reference)? ReferenceWithin(SpecNode document, string pointer)
    {
        SpecNode? node = document;
        for (int start = 0; node is not null && start < pointer.Length;)
        {
            int end = pointer.IndexOf('/', start + 1) is > 0 and var next ? next : pointer.Length;
            SpecNode? inner = SpecPointer.Evaluate(node, pointer.Substring(start, end - start));
            if (inner is null && node.Reference() is { } reference)
            {
                return (pointer.Substring(0, start), reference);
            }

            node = inner;
            start = end;
        }

        return null;
    }

    /// <summary>Returns the pointer with each missing key replaced by the nearest existing one.</summary>
    private string? Corrected(SpecNode document, string pointer)
    {
        SpecNode? node = document;
        string corrected = "";
        foreach (string token in pointer.Substring(1).Split('/'))
        {
            string key = SpecPointer.Unescape(token);
            if (node is SpecMapping mapping)
            {
                string? found = mapping[key] is null ? Nearest(key, mapping.Entries.Select(static entry => entry.Key), mapping.Entries.Count) : key;
                node = found is null ? null : mapping[found];
                corrected += "/" + SpecPointer.Escape(found ?? "");
            }
            else
            {
                node = node is null ? null : SpecPointer.Evaluate(node, "/" + token);
                corrected += "/" + token;
            }

            if (node is null)
            {
                return null;
            }
        }

        return corrected;
    }

    /// <summary>Finds a component of any kind by the last token of the pointer. Searches the sections of every OpenAPI version.</summary>
    private string? Component(SpecNode document, string pointer)
    {
        if (ExactComponent(document, pointer) is { } exact)
        {
            return exact;
        }

        string name = LastToken(pointer);
        return Sections(document, pointer)
            .Select(section => Nearest(name, section.Names.Entries.Select(static entry => entry.Key), section.Names.Entries.Count) is { } found
                ? section.Pointer + SpecPointer.Escape(found)
                : null)
            .FirstOrDefault(static found => found is not null);
    }

    private static string? ExactComponent(SpecNode document, string pointer)
    {
        string name = LastToken(pointer);
        return Sections(document, pointer)
            .Where(section => section.Names[name] is not null)
            .Select(section => section.Pointer + SpecPointer.Escape(name))
            .FirstOrDefault();
    }

    private static string LastToken(string pointer) => SpecPointer.Unescape(pointer.Substring(pointer.LastIndexOf('/') + 1));

    /// <summary>Returns the kind of component that a pointer leads to, or null. Swagger 2.0 has other names for some sections.</summary>
    private static string? KindOf(string pointer)
    {
        string[] tokens = pointer.Split('/');
        string? section = tokens.Length < 3 ? null : tokens[1] == "components" && tokens.Length > 3 ? tokens[2] : tokens[1];
        return section is "definitions" ? "schemas" : section is not null && _sections.Contains(section) ? section : null;
    }

    /// <summary>Returns the sections of the components, or those of one kind if the pointer leads to that kind. Another kind would be no use there.</summary>
    private static IEnumerable<(string Pointer, SpecMapping Names)> Sections(SpecNode document, string pointer)
    {
        string? kind = KindOf(pointer);
        return Sections(document).Where(section => kind is null || KindOf(section.Pointer + "a") == kind);
    }

    private static IEnumerable<(string Pointer, SpecMapping Names)> Sections(SpecNode document)
    {
        SpecMapping? root = document.AsMapping();
        IEnumerable<(string Pointer, SpecNode? Names)> all = new[] { "definitions", "parameters", "responses" }.Select(key => ("/" + key + "/", root?[key]));
        if (root?["components"] is SpecMapping components)
        {
            all = new[] { ("/components/schemas/", components["schemas"]) }
                .Concat(components.Entries.Select(static entry => ("/components/" + SpecPointer.Escape(entry.Key) + "/", (SpecNode?)entry.Value))).Concat(all);
        }

        return all.Where(static section => section.Names is SpecMapping).Select(static section => (section.Pointer, (SpecMapping)section.Names!));
    }

    private string? Nearest(string name, IEnumerable<string> candidates, int count)
    {
        _compared += Math.Min(count, MostCompared);
        return _compared > MostCompared ? null : NearestName.Find(name, candidates);
    }

    private string? NearestFile(string holderPath, string file)
    {
        string[] relative = paths.Where(path => path != holderPath).Select(path => SpecPath.Relative(holderPath, path)).ToArray();
        return Nearest(file.StartsWith("./", StringComparison.Ordinal) ? file.Substring(2) : file, relative, relative.Length) ?? SameFile(file, relative);
    }

    private static string? SameFile(string file, IEnumerable<string> candidates) => candidates
        .Where(path => string.Equals(SpecPath.FileName(path), SpecPath.FileName(file), StringComparison.OrdinalIgnoreCase))
        .OrderBy(static path => path, StringComparer.Ordinal)
        .FirstOrDefault();
}
