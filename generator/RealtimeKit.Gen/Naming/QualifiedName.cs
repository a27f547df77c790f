namespace RealtimeKit.Gen.Naming;

/// <summary>
/// The full name of a type: in .NET, as <c>Type.FullName</c> and <c>Type.ToString()</c> write it
/// (<c>Shop.Page`1[[Shop.Order, Shop, Version=1.0.0.0]]</c>), or behind a package, as Java, Go and Protocol Buffers write it
/// (<c>io.k8s.api.core.v1.Pod</c>).
/// </summary>
internal sealed class QualifiedName
{
    /// <summary>The longest name that is read. Names of types are shorter.</summary>
    private const int Longest = 2000;

    /// <summary>The deepest nesting of generic arguments.</summary>
    private const int Deepest = 8;

    /// <summary>The most namespaces and outer types of a name.</summary>
    private const int MostSegments = 16;

    private readonly string[] _segments;
    private readonly QualifiedName[] _arguments;

    private QualifiedName(string[] segments, QualifiedName[] arguments)
    {
        _segments = segments;
        _arguments = arguments;
    }

    /// <summary>Gets the number of namespaces and outer types that precede the name, of the type or one of its arguments.</summary>
    public int Depth => _arguments.Select(static argument => argument.Depth).Append(_segments.Length - 1).Max();

    /// <summary>Gets whether the name has a namespace or an outer type.</summary>
    public bool IsQualified => _segments.Length > 1;

    /// <summary>Gets whether no segment is in lower case, as in the names of .NET types.</summary>
    public bool IsNet => Array.TrueForAll(_segments, IsUpper);

    /// <summary>Gets whether the name has a package, which is in lower case, and a type, which is not.</summary>
    public bool HasPackage => !IsUpper(_segments[0]) && IsUpper(_segments[_segments.Length - 1]);

    /// <summary>Gets the two outermost segments of a name that is in lower case as a whole (<c>api.v2010.account</c>), or null.</summary>
    public string? LowerCaseRoot => _segments.Length > 2 && !Array.Exists(_segments, IsUpper) ? $"{_segments[0]}.{_segments[1]}" : null;

    /// <summary>Returns the name, or null if the text is not the full name of a type.</summary>
    public static QualifiedName? Parse(string text)
    {
        int at = 0;
        return text.Length <= Longest && Parse(text, ref at, depth: 0) is { } name && at == text.Length ? name : null;
    }

    /// <summary>Returns the name as an identifier: <c>PageOfOrder</c>, or <c>ShopPageOfShopOrder</c> with one namespace.</summary>
    /// <param name="namespaces">How many of the nearest namespaces and outer types to include.</param>
    public string Spelled(int namespaces)
    {
        string own = string.Concat(_segments.Skip(Math.Max(0, _segments.Length - 1 - namespaces)).Select(static segment => Identifier.Pascal(segment)));
        return _arguments.Length == 0 ? own : own + "Of" + string.Join("And", _arguments.Select(argument => argument.Spelled(namespaces)));
    }

    private static QualifiedName? Parse(string text, ref int at, int depth)
    {
        int start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or '+'))
        {
            at++;
        }

        string[] segments = text.Substring(start, at - start).Split('.', '+');
        if (depth > Deepest || segments.Length > MostSegments || !AreNames(segments) || (depth > 0 && !IsUpper(segments[0])))
        {
            return null;
        }

        if (at == text.Length || text[at] != '`')
        {
            return new QualifiedName(segments, []);
        }

        do
        {
            at++;
        }
        while (at < text.Length && char.IsDigit(text[at]));
        return ParseArguments(text, ref at, depth) is { } arguments ? new QualifiedName(segments, arguments) : null;
    }

    /// <summary>Returns whether the segments are a type and those around it, behind namespaces or a package.</summary>
    private static bool AreNames(string[] segments)
    {
        int package = segments.TakeWhile(static segment => segment.Length > 0 && char.IsLower(segment[0]) && !segment.Any(char.IsUpper)).Count();
        return segments.Skip(package).All(static segment => IsUpper(segment) && segment.IndexOf('-') < 0);
    }

    private static bool IsUpper(string segment) => segment.Length > 0 && char.IsUpper(segment[0]);

    /// <summary>Reads <c>[A,B]</c> or <c>[[A, Assembly, Version=1.0.0.0],[B, …]]</c>.</summary>
    private static QualifiedName[]? ParseArguments(string text, ref int at, int depth)
    {
        List<QualifiedName> arguments = [];
        do
        {
            at++;
            bool hasAssembly = at < text.Length && text[at] == '[';
            at += hasAssembly ? 1 : 0;
            if (at >= text.Length || Parse(text, ref at, depth + 1) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            if (hasAssembly)
            {
                int end = text.IndexOf(']', at);
                at = end < 0 ? text.Length : end + 1;
            }
        }
        while (at < text.Length && text[at] == ',');
        bool isClosed = at < text.Length && text[at] == ']';
        at++;
        return isClosed ? arguments.ToArray() : null;
    }
}
