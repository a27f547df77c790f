using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>Splits a path template into literal text and parameters.</summary>
internal static class PathParser
{
    private const string Unreserved = "-._~";

    /// <summary>
    /// Returns the path without its fragment, which is never sent. Some documents use fragments to distinguish operations of one
    /// path.
    /// </summary>
    public static string WithoutFragment(string path)
    {
        int fragment = path.IndexOf('#');
        return fragment < 0 ? path : path.Substring(0, fragment);
    }

    public static IEnumerable<string> ParameterNames(string path)
    {
        path = WithoutFragment(path);
        for (int open = 0; (open = path.IndexOf('{', open)) >= 0; open++)
        {
            if (Close(path, open) is { } close)
            {
                yield return path.Substring(open + 1, close - open - 1);
                open = close;
            }
        }
    }

    public static EquatableArray<PathPartModel> Parse(string path, Func<string, ParameterModel?> find)
    {
        path = WithoutFragment(path);
        List<PathPartModel> parts = [];
        StringBuilder literal = new();

        void EndLiteral()
        {
            if (literal.Length > 0)
            {
                parts.Add(new PathPartModel(Encode(literal.ToString()), null));
                literal.Clear();
            }
        }

        int position = path.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
        while (position < path.Length)
        {
            if (Close(path, position) is { } close && find(path.Substring(position + 1, close - position - 1)) is { } parameter)
            {
                if (parameter.Constant is { } constant)
                {
                    literal.Append(Encode(constant, Unreserved));
                    position = close + 1;
                    continue;
                }

                EndLiteral();
                parts.Add(new PathPartModel("", parameter));
                position = close + 1;
                continue;
            }

            literal.Append(path[position++]);
        }

        EndLiteral();
        return parts.ToEquatableArray();
    }

    /// <summary>Returns the end of the parameter that begins here, or null if there is none. Empty and unclosed braces are text.</summary>
    private static int? Close(string path, int open)
    {
        int close = path[open] == '{' ? path.IndexOfAny(['{', '}'], open + 1) : -1;
        return close > open + 1 && path[close] == '}' ? close : null;
    }

    /// <summary>Percent-encodes characters that a URI cannot contain. Characters that are already encoded are kept.</summary>
    private static string Encode(string literal, string allowed = Unreserved + "!$&'()*+,;=:@/?%")
    {
        StringBuilder result = new(literal.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(literal))
        {
            char c = (char)b;
            if (b < 0x80 && (char.IsLetterOrDigit(c) || allowed.IndexOf(c) >= 0))
            {
                result.Append(c);
            }
            else
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
