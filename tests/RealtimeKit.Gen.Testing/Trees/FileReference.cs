namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>The parts of a <c>$ref</c>. <see cref="File"/> is null for a reference within its own document or to a URL.</summary>
internal sealed record FileReference(string? File, IReadOnlyList<string> Pointer)
{
    public static FileReference Parse(string fromFile, string reference)
    {
        int hash = reference.IndexOf('#');
        string target = hash < 0 ? reference : reference[..hash];
        string pointer = hash < 0 ? "" : reference[(hash + 1)..];
        return new FileReference(
            FileOf(fromFile, target),
            pointer.Split('/', StringSplitOptions.None).Skip(1).Select(Unescape).ToArray());
    }

    private static string? FileOf(string fromFile, string target)
    {
        // A scheme, an authority or a rooted path does not refer to a file beside the document.
        if (target.Length == 0 || target.Contains(':') || target.StartsWith('/') || target.Contains('\0'))
        {
            return null;
        }

        string relative = Uri.UnescapeDataString(target);
        return relative.Contains('\0') ? null : Path.GetFullPath(relative, Path.GetDirectoryName(fromFile)!);
    }

    private static string Unescape(string token) =>
        Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
