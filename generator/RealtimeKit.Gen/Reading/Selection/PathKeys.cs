using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>Reports keys of <c>paths</c> that are not valid path templates, and says what is sent for them.</summary>
internal static class PathKeys
{
    public static void Report(IEnumerable<SlicedOperation> operations, SpecMapping root, DiagnosticBag diagnostics)
    {
        foreach (string path in operations.Select(static operation => operation.Path).Distinct(StringComparer.Ordinal))
        {
            SpecMapping? paths = root["paths"].AsMapping()?[path] is null ? root[MorePaths.Key].AsMapping() : root["paths"].AsMapping();
            foreach (string fault in FaultsOf(path))
            {
                diagnostics.Add(Descriptors.PathParameterMismatch, paths?.KeyLocation(path), $"The path '{path}' {fault}");
            }
        }
    }

    private static IEnumerable<string> FaultsOf(string path)
    {
        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            yield return $"does not begin with a slash, so it is sent as '/{path}'";
        }

        if (Array.Exists(path.Split('?', '#')[0].Split('/'), static segment => segment is "." or ".."))
        {
            yield return "contains a dot segment, which would change the path, so the client throws when its operations are called";
        }

        int end = path.IndexOf('#');
        int open = -1;
        for (int at = 0; at < (end < 0 ? path.Length : end); at++)
        {
            if (path[at] == '{')
            {
                if (open >= 0)
                {
                    yield return Unclosed(path.Substring(open, at - open));
                }

                open = at;
            }
            else if (path[at] == '}')
            {
                if (open < 0)
                {
                    yield return "has a '}' without a '{', so the '}' is sent unchanged";
                }
                else if (at == open + 1)
                {
                    yield return "has braces without a name, so '{}' is sent unchanged";
                }

                open = -1;
            }
        }

        if (open >= 0)
        {
            yield return Unclosed(path.Substring(open));
        }
    }

    private static string Unclosed(string text) => $"has a '{{' without a '}}', so '{text}' is sent unchanged";
}
