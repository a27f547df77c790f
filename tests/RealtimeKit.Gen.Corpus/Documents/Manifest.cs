namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>A tab-separated file with a header that has at least the columns <c>path</c> and <c>role</c>.</summary>
internal sealed class Manifest(string folder, IReadOnlyDictionary<string, string> roles)
{
    public const string FileName = "MANIFEST.tsv";

    public static Manifest Read(string file)
    {
        string[] lines = File.ReadAllLines(file);
        string[] header = lines.FirstOrDefault()?.Split('\t') ?? [];
        int path = Array.IndexOf(header, "path");
        int role = Array.IndexOf(header, "role");
        if (path < 0 || role < 0)
        {
            throw new CommandLineException($"{file} has no column 'path' or no column 'role'.");
        }

        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] cells in lines.Skip(1).Select(static line => line.Split('\t')).Where(cells => cells.Length > Math.Max(path, role)))
        {
            roles[cells[path]] = cells[role];
        }

        return new Manifest(Path.GetDirectoryName(Path.GetFullPath(file))!, roles);
    }

    /// <returns>The role, or null if the manifest does not list the file.</returns>
    public string? RoleOf(string file, string namedFolder) =>
        roles.GetValueOrDefault(Relative(namedFolder, file)) ?? roles.GetValueOrDefault(Relative(folder, file));

    public string Folder => folder;

    private static string Relative(string from, string file) => Path.GetRelativePath(from, file).Replace('\\', '/');
}
