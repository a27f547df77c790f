namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Identifies a type while the document is parsed: the path from a component or an operation to the schema. Its separators cannot
/// occur in identifiers, so two different places never have the same key. <see cref="Parsing.Types.TypeSpelling"/> turns keys
/// into names when all of them are known.
/// </summary>
internal static class TypeKey
{
    /// <summary>The longest key. The middle of a longer path is replaced by a hash.</summary>
    private const int Longest = 480;

    /// <summary>Precedes a property or parameter.</summary>
    private const char MemberMark = ':';

    /// <summary>Precedes a part that the document does not name, such as the items of a list.</summary>
    private const char PartMark = '.';

    /// <summary>Follows the name of an operation.</summary>
    private const char OperationMark = '!';

    /// <summary>Precedes what distinguishes two schemas of the same place, and is not part of the name.</summary>
    private const char TwinMark = '~';

    private static readonly char[] _separators = [MemberMark, PartMark];

    /// <summary>Returns the key with which the keys of an operation's inline types begin.</summary>
    public static string OfOperation(string name) => name + OperationMark;

    /// <summary>Returns the key of a property or parameter.</summary>
    /// <param name="owner">The key of the type or operation.</param>
    /// <param name="name">The property or parameter, as an identifier.</param>
    public static string Member(string owner, string name) => Join(owner, MemberMark, name);

    /// <summary>Returns the key of a part that the document does not name, such as <c>Item</c> or <c>Response</c>.</summary>
    public static string Part(string owner, string part) => Join(owner, PartMark, Identifier.PascalValue(part));

    /// <summary>Returns a key for another schema that would have the same key.</summary>
    /// <param name="key">The key of both.</param>
    /// <param name="path">What distinguishes the schema from others.</param>
    public static string Twin(string key, string path) => key + TwinMark + Identifier.Hash(path);

    /// <summary>Returns whether a type has the name of a component or one that the author gave, which is the key itself.</summary>
    public static bool IsName(string key) => key.IndexOfAny(_separators) < 0 && key.IndexOf(TwinMark) < 0;

    /// <summary>Returns the number of parts behind the component or operation.</summary>
    public static int Depth(string key) => key.Count(static c => c is MemberMark or PartMark);

    /// <summary>Returns the key of the component or operation with which a key begins.</summary>
    public static string Root(string key) => key.Split(_separators)[0];

    /// <summary>Returns the keys with which a key begins, the longest first.</summary>
    public static IEnumerable<string> Owners(string key)
    {
        for (int at = key.LastIndexOfAny(_separators); at > 0; at = key.LastIndexOfAny(_separators, at - 1))
        {
            yield return key.Substring(0, at);
        }
    }

    /// <summary>Returns the parts of a key behind that of an owner, each with the key that ends with it.</summary>
    /// <returns>Each key and part without what distinguishes it from a twin, and this.</returns>
    public static IEnumerable<(string Key, string Text, string Twin)> PartsWithin(string key, string owner)
    {
        int end;
        for (int start = owner.Length; start < key.Length; start = end)
        {
            end = key.IndexOfAny(_separators, start + 1) is >= 0 and var next ? next : key.Length;
            int twin = key.IndexOf(TwinMark, start, end - start) is >= 0 and var mark ? mark : end;
            yield return (key.Substring(0, twin), key.Substring(start, twin - start), key.Substring(twin, end - twin));
        }
    }

    public static bool IsWithin(string key, string owner) =>
        key.Length > owner.Length + 1 && key.StartsWith(owner, StringComparison.Ordinal) && key[owner.Length] is MemberMark or PartMark;

    /// <summary>Splits a key at its last part.</summary>
    /// <returns>The key of the owner, empty for a component, and the last part without the characters that only keys have.</returns>
    public static (string Owner, string Part) Split(string key)
    {
        int at = key.LastIndexOfAny(_separators);
        string part = key.Substring(at + 1);
        int twin = part.IndexOf(TwinMark);
        part = (twin < 0 ? part : part.Substring(0, twin)).TrimEnd(OperationMark);
        return at < 0 ? ("", part) : (key.Substring(0, at), Inner(part));
    }

    /// <summary>Returns whether the last part is a property or parameter.</summary>
    public static bool IsMember(string key) => key.LastIndexOf(MemberMark) > key.LastIndexOf(PartMark);

    public static bool IsOperation(string key) => key.Length > 0 && key[key.Length - 1] == OperationMark;

    /// <summary>Returns the parts as one word, for messages.</summary>
    public static string Plain(string key)
    {
        (string owner, string part) = Split(key);
        return owner.Length == 0 ? part : Identifier.Join(Plain(owner), part);
    }

    /// <summary>Returns an identifier as it is written within another one.</summary>
    private static string Inner(string part)
    {
        string trimmed = part.TrimStart('_');
        return trimmed.Length == 0 ? part : char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1);
    }

    private static string Join(string owner, char mark, string part)
    {
        if (owner.Length + 1 + part.Length > Longest)
        {
            owner = Twin(Split(Root(owner)).Part, owner);
        }

        return owner + mark + part;
    }
}
