namespace RealtimeKit.Gen.Reading.Text;

/// <summary>Compares and combines paths as text. No file is opened.</summary>
internal static class SpecPath
{
    public static string Normalize(string path) => Collapse(path.Replace('\\', '/'));

    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Returns whether the file part of a reference may name a file of the project: no scheme, host or root.</summary>
    public static bool IsRelative(string file)
    {
        int colon = file.IndexOf(':');
        return file[0] is not ('/' or '\\') && (colon < 0 || file.IndexOf('/') is >= 0 and int slash && slash < colon);
    }

    /// <summary>Returns the path of a file that the document at <paramref name="path"/> names relative to itself.</summary>
    public static string Combine(string path, string file)
    {
        int slash = path.LastIndexOf('/');
        string decoded = Uri.UnescapeDataString(file).Replace('\\', '/');
        return Collapse(slash < 0 ? decoded : path.Substring(0, slash + 1) + decoded);
    }

    /// <summary>
    /// Returns how the document at <paramref name="from"/> would name the file at <paramref name="path"/>. Both are normalized.
    /// </summary>
    public static string Relative(string from, string path)
    {
        string[] left = from.Split('/');
        string[] right = path.Split('/');
        int same = 0;
        while (same < Math.Min(left.Length, right.Length) - 1 && left[same] == right[same])
        {
            same++;
        }

        return string.Join("/", Enumerable.Repeat("..", left.Length - 1 - same).Concat(right.Skip(same)));
    }

    private static string Collapse(string path)
    {
        if (path.IndexOf("./", StringComparison.Ordinal) < 0)
        {
            return path;
        }

        List<string> parts = [];
        foreach (string part in path.Split('/'))
        {
            if (part == "." || (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or "..")))
            {
                if (part == "..")
                {
                    parts.RemoveAt(parts.Count - 1);
                }

                continue;
            }

            parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
