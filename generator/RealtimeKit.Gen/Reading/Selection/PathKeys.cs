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
            yield return $"does not begin with a slash, and is sent as '/{path}'";
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
                    yield return "closes a brace that it does not open, so that '}' is sent as it is";
                }
                else if (at == open + 1)
                {
                    yield return "names no parameter within its braces, so that '{}' is sent as it is";
                }

                open = -1;
            }
        }

        if (open >= 0)
        {
            yield return Unclosed(path.Substring(open));
        }
    }

    private static string Unclosed(string text) => $"opens a brace that it does not close, so that '{text}' is sent as it is";
}
