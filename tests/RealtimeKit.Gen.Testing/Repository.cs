namespace RealtimeKit.Gen.Testing;

/// <summary>The repository that contains the running test.</summary>
internal static class Repository
{
    private static readonly Lazy<string> _root = new(static () =>
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RealtimeKit.Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the test contains RealtimeKit.Gen.sln.");
    });

    public static string Root => _root.Value;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Returns the C# source files below a folder, as paths relative to the root.</summary>
    public static IReadOnlyList<string> SourceFiles(params string[] parts) => Directory
        .EnumerateFiles(PathOf(parts), "*.cs", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();
}
