using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Compares words of names with a tag.</summary>
internal static class TagWords
{
    /// <summary>Returns whether a text says the tag, in singular or plural.</summary>
    public static bool Are(string text, string tag)
    {
        string one = Identifier.Pascal(text);
        string other = Identifier.Pascal(tag);
        return AreEqual(one, other) || AreEqual(Plural.Singular(one), other) || AreEqual(one, Plural.Singular(other));
    }

    private static bool AreEqual(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.Replace("_", ""), other.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
}
