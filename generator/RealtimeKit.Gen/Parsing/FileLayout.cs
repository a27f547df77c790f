using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Options;

namespace RealtimeKit.Gen.Parsing;

/// <summary>
/// Which type goes into which file. One file per type reads best, but the compiler's work on an unrelated edit grows
/// with the number of files, so that a big document's types share files by first letter: a bounded number, and an
/// added schema moves nothing.
/// </summary>
internal sealed class FileLayout(ClientOptions options, string specName)
{
    private const int MostTypesWithOwnFile = 60;

    private const string Extension = ".g.cs";

    public EquatableArray<FileModel> Arrange(FinishedClient finished)
    {
        List<FileModel> files = [File(finished.Client.Name) with { Client = finished.Client }];
        files.AddRange(finished.Groups.Select(group => File(group.IsRoot ? group.TypeName + ".Operations" : group.TypeName) with { Group = group }));
        if (finished.Headers.Headers.Count > 0)
        {
            files.Add(File(finished.Headers.Name) with { Headers = finished.Headers });
        }

        if (finished.Incoming.Requests.Count > 0)
        {
            files.Add(File(finished.Incoming.Name) with { Incoming = finished.Incoming });
        }

        if (finished.Links.Links.Count > 0)
        {
            files.Add(File(finished.Links.Name) with { Links = finished.Links });
        }

        files.AddRange(OfTypes(finished.Types));
        return Distinct(files);
    }

    private IEnumerable<FileModel> OfTypes(IReadOnlyList<TypeModel> types)
    {
        bool haveOwnFiles = types.Count <= MostTypesWithOwnFile;
        return types
            .GroupBy(type => haveOwnFiles ? type.Name.ToUpperInvariant() : FirstLetter(type.Name), StringComparer.Ordinal)
            .OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(file => File("Models." + (haveOwnFiles ? file.First().Name : file.Key)) with { Types = file.ToEquatableArray() });
    }

    /// <summary>The compiler tells hint names apart without regard to case, C# its types with it: two tags may need it.</summary>
    private static EquatableArray<FileModel> Distinct(IEnumerable<FileModel> files)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return files
            .Select(file => taken.Add(file.HintName)
                ? file
                : file with { HintName = file.HintName.Replace(Extension, "_" + Identifier.Hash(file.HintName) + Extension) })
            .ToEquatableArray();
    }

    private FileModel File(string name) => new()
    {
        HintName = $"{options.Namespace}.{options.ClientName}.{name}{Extension}",
        SpecName = specName,
        Namespace = options.Namespace,
        Accessibility = options.Accessibility == ClientAccessibility.Internal ? "internal" : "public",
    };

    private static string FirstLetter(string name)
    {
        char first = char.ToUpperInvariant(name[0]);
        return first is >= 'A' and <= 'Z' ? first.ToString() : "Other";
    }
}
