namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Finds operationIds that begin with the version of the API, which says nothing about an operation: <c>v1.pets.list</c>.</summary>
internal static class IdVersion
{
    /// <summary>
    /// Returns the operationId without the version at its beginning or behind the method (<c>get-v2-pets</c>), or null if there is none. Separators
    /// say where a version ends.
    /// </summary>
    public static string? Without(string id, string method)
    {
        int start = 0;
        int end = End(id, start);
        bool isMethod = string.Equals(id.Substring(0, end), method, StringComparison.OrdinalIgnoreCase);
        if (isMethod && end < id.Length)
        {
            start = end + 1;
            end = End(id, start);
        }

        string version = id.Substring(start, end - start);
        bool isVersion = TagPrefix.IsVersion(version) && end + 1 < id.Length && char.IsLetter(id[end + 1]);
        return isVersion ? id.Substring(0, start) + id.Substring(end + 1) : null;
    }

    private static int End(string id, int start)
    {
        int end = start;
        while (end < id.Length && char.IsLetterOrDigit(id[end]))
        {
            end++;
        }

        return end;
    }
}
