using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Finds the names without articles, for operationIds that are sentences: <c>CreateAnAccount</c> becomes <c>CreateAccount</c>.</summary>
internal static class Articles
{
    /// <summary>Returns the names without articles, the shortest first, or none if there is no article between two words.</summary>
    /// <param name="name">A name in Pascal case.</param>
    public static IEnumerable<string> Omitted(string name, string group)
    {
        List<string> words = Words.Split(name);
        string[] left = ArticleWords.Without(words);
        if (left.Length == words.Count)
        {
            return [];
        }

        string whole = string.Join(" ", left);
        return ShortNames.WithoutTag(whole, group).Append(whole).Select(static one => Identifier.Pascal(one));
    }
}
