namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>Runs a project with a names file, as the targets of the package do.</summary>
internal static class NamesFile
{
    public const string Path = "/project/api.names";

    private const string Hint = ".names.g.cs";

    /// <summary>Returns the items with a names file.</summary>
    /// <param name="text">The text of the file, or null if it does not exist yet.</param>
    /// <param name="isUpdated">Whether the new text is emitted.</param>
    public static IReadOnlyList<SpecItem> With(IReadOnlyList<SpecItem> items, string? text, bool isUpdated = false)
    {
        Dictionary<string, string> metadata = new(items[0].Metadata) { ["Names"] = Path, ["UpdateNames"] = isUpdated ? "true" : "" };
        SpecItem[] all = [items[0] with { Metadata = metadata }, .. items.Skip(1)];
        return text is null ? all : [.. all, new SpecItem(new SpecFile(Path, text), SpecItem.Names)];
    }

    /// <summary>Returns the new text of the file from the emitted sources.</summary>
    public static string TextOf(IEnumerable<KeyValuePair<string, string>> sources) =>
        TextOf(sources.Single(static source => source.Key.EndsWith(Hint, StringComparison.Ordinal)).Value);

    /// <summary>Returns whether the source is the new text of a names file.</summary>
    public static bool Is(string hintName) => hintName.EndsWith(Hint, StringComparison.Ordinal);

    private static string TextOf(string source)
    {
        const string begin = "#if OPENAPI_NAMES\n";
        int start = source.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return source[start..source.IndexOf("#endif", start, StringComparison.Ordinal)];
    }
}
