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

    public EquatableArray<FileModel> Arrange(ClientClassModel client, IReadOnlyList<GroupModel> groups, HeadersModel headers, IncomingModel incoming, LinksModel links, IReadOnlyList<TypeModel> types)
    {
        List<FileModel> files = [File(client.Name) with { Client = client }];
        files.AddRange(groups.Select(group => File(group.IsRoot ? group.TypeName + ".Operations" : group.TypeName) with { Group = group }));
        if (headers.Headers.Count > 0)
        {
            files.Add(File(headers.Name) with { Headers = headers });
        }

        if (incoming.Requests.Count > 0)
        {
            files.Add(File(incoming.Name) with { Incoming = incoming });
        }

        if (links.Links.Count > 0)
        {
            files.Add(File(links.Name) with { Links = links });
        }

        Func<TypeModel, string> place = types.Count <= MostTypesWithOwnFile
            ? static type => type.Name.ToUpperInvariant()
            : static type => FirstLetter(type.Name);
        foreach (IGrouping<string, TypeModel> file in types.GroupBy(place, StringComparer.Ordinal).OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            string name = types.Count <= MostTypesWithOwnFile ? "Models." + file.First().Name : "Models." + file.Key;
            files.Add(File(name) with { Types = file.ToEquatableArray() });
        }

        return Distinct(files);
    }

    /// <summary>The compiler tells hint names apart without regard to case, C# its types with it: two tags may need it.</summary>
    private static EquatableArray<FileModel> Distinct(IEnumerable<FileModel> files)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return files
            .Select(file => taken.Add(file.HintName) ? file : file with { HintName = file.HintName.Replace(Extension, "_" + Identifier.Hash(file.HintName) + Extension) })
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
