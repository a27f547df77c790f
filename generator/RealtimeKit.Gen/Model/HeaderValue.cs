namespace RealtimeKit.Gen.Model;

/// <summary>How a header is read.</summary>
/// <param name="Separator">What separates the values of a list; a line break for one in each line of the header.</param>
internal readonly record struct HeaderValue(TypeRef Type, HeaderForm Form, char Separator = HeaderValue.Comma)
{
    public const char Comma = ',';
}
