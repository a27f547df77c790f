namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>Finds the documents that the command line names.</summary>
internal sealed class DocumentFinder(CorpusOptions options)
{
    private static readonly string[] _extensions = [".json", ".yaml", ".yml"];

    /// <summary>Gets the number of files in the named folders that the manifest does not list.</summary>
    public int Unlisted { get; private set; }

    public IReadOnlyList<DocumentRequest> Find()
    {
        Manifest? given = options.Manifest is null ? null : Manifest.Read(options.Manifest);
        IEnumerable<DocumentRequest> found = options.Paths
            .SelectMany(path => Directory.Exists(path) ? InFolder(Path.GetFullPath(path), given) : [Named(Path.GetFullPath(path), given)])
            .DistinctBy(static request => request.File)
            .Where(request => request.Bytes <= options.MaxKilobytes * 1024L)
            .Where(request => options.Roles.Count == 0 || options.Roles.Contains(request.Role))
            .Where(request => options.Match is null || request.Name.Contains(options.Match, StringComparison.OrdinalIgnoreCase));

        DocumentRequest[] documents = found.ToArray();
        IEnumerable<DocumentRequest> chosen = options.Sample is { } count ? Sample.Take(documents, count) : documents;

        // The largest first, so that no core is idle while another is at the longest document.
        return chosen.OrderByDescending(static request => request.Bytes).ThenBy(static request => request.Name, StringComparer.Ordinal).ToArray();
    }

    private IEnumerable<DocumentRequest> InFolder(string folder, Manifest? manifest)
    {
        string beside = Path.Combine(folder, Manifest.FileName);
        manifest ??= File.Exists(beside) ? Manifest.Read(beside) : null;

        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal))
        {
            string? role = manifest is null ? DocumentRole.Unknown : manifest.RoleOf(file, folder);
            if (role is null)
            {
                Unlisted++;
            }
            else if (role != DocumentRole.Fragment)
            {
                yield return Request(file, folder, folder, role);
            }
        }
    }

    /// <summary>Returns the request for a file that is named itself: it is checked whatever its role is.</summary>
    private static DocumentRequest Named(string file, Manifest? manifest)
    {
        string folder = Path.GetDirectoryName(file)!;
        return File.Exists(file)
            ? Request(file, Environment.CurrentDirectory, manifest?.Folder ?? folder, manifest?.RoleOf(file, folder) ?? DocumentRole.Unknown)
            : throw new CommandLineException($"There is no file or folder '{file}'.");
    }

    private static DocumentRequest Request(string file, string relativeTo, string root, string role) =>
        new(Path.GetRelativePath(relativeTo, file).Replace('\\', '/'), file, root, role, new FileInfo(file).Length);

    private static bool IsDocument(string file) => _extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
