namespace RealtimeKit.Gen.Naming;

/// <summary>Decides which addresses documentation may link to.</summary>
internal static class WebAddress
{
    /// <summary>Returns whether a text is an absolute address of the web, without characters that need to be escaped in an attribute.</summary>
    public static bool IsValid(string url) =>
        (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && url.All(static unit => unit is > ' ' and < (char)127 and not ('"' or '\'' or '<' or '>' or '\\'));
}
