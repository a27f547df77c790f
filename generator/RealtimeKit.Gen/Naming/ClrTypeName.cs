namespace RealtimeKit.Gen.Naming;

/// <summary>
/// The full name of a .NET type, as <c>Type.FullName</c> and <c>Type.ToString()</c> write it:
/// <c>Shop.Page`1[[Shop.Order, Shop, Version=1.0.0.0]]</c>.
/// </summary>
internal sealed class ClrTypeName
{
    /// <summary>The longest name that is read. Names of types are shorter.</summary>
    private const int Longest = 2000;

    /// <summary>The deepest nesting of generic arguments.</summary>
    private const int Deepest = 8;

    /// <summary>The most namespaces and outer types of a name.</summary>
    private const int MostSegments = 16;

    private readonly string[] _segments;
    private readonly ClrTypeName[] _arguments;

    private ClrTypeName(string[] segments, ClrTypeName[] arguments)
    {
        _segments = segments;
        _arguments = arguments;
    }

    /// <summary>Gets the number of namespaces and outer types that precede the name, of the type or one of its arguments.</summary>
    public int Depth => _arguments.Select(static argument => argument.Depth).Append(_segments.Length - 1).Max();

    /// <summary>Gets whether the name has a namespace or an outer type.</summary>
    public bool IsQualified => _segments.Length > 1;

    /// <summary>Returns the name, or null if the text is not the full name of a .NET type.</summary>
    public static ClrTypeName? Parse(string text)
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

    private static ClrTypeName? Parse(string text, ref int at, int depth)
    {
        int start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '+'))
        {
            at++;
        }

        string[] segments = text.Substring(start, at - start).Split('.', '+');
        if (depth > Deepest || segments.Length > MostSegments || !segments.All(static segment => segment.Length > 0 && char.IsUpper(segment[0])))
        {
            return null;
        }

        if (at == text.Length || text[at] != '`')
        {
            return new ClrTypeName(segments, []);
        }

        do
        {
            at++;
        }
        while (at < text.Length && char.IsDigit(text[at]));
        return ParseArguments(text, ref at, depth) is { } arguments ? new ClrTypeName(segments, arguments) : null;
    }

    /// <summary>Reads <c>[A,B]</c> or <c>[[A, Assembly, Version=1.0.0.0],[B, …]]</c>.</summary>
    private static ClrTypeName[]? ParseArguments(string text, ref int at, int depth)
    {
        List<ClrTypeName> arguments = [];
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
