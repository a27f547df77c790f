namespace RealtimeKit.Gen.Naming;

/// <summary>Checks tokens of HTTP (RFC 9110, 5.6.2), such as methods, the names of headers, and the parts of a media type.</summary>
internal static class HttpToken
{
    private const string Signs = "!#$%&'*+-.^_`|~";

    /// <summary>Returns whether the text is a token, so that HTTP can transmit it as a method or a name.</summary>
    public static bool IsValid(string text) => text.Length > 0 && text.All(IsTokenCharacter);

    private static bool IsTokenCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Signs.IndexOf(c) >= 0;
}
