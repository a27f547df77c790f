using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Options;

namespace RealtimeKit.Gen.Parsing;

/// <summary>
/// Decides which type goes into which file. One file per type is easiest to read, but the compiler's work for an unrelated edit
/// grows with the number of files. The types of a large document therefore share files by their first letter. The number of files
/// is then bounded, and a new schema does not move other types.
/// </summary>
internal sealed class FileLayout(ClientOptions options, string specName)
{
    private const int MostTypesWithOwnFile = 60;

    private const string Extension = ".g.cs";

    /// <param name="names">The lines of the names file.</param>
    public EquatableArray<FileModel> Arrange(FinishedClient finished, IReadOnlyList<LockLine> names)
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
        if (options.UpdatesNames)
        {
            files.Add(File("names") with { Lock = new LockModel(options.Names, options.ClientName, names.ToEquatableArray()) });
        }

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

    /// <summary>
    /// Returns the files with distinct hint names. The compiler ignores the case of hint names, but not of types, so two tags may
    /// clash.
    /// </summary>
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
