namespace RealtimeKit.Gen.Model;

/// <summary>
/// The emitted readers and writers stand in a namespace of their own, so that none of them can take the name of a
/// type that the document asks for.
/// </summary>
internal static class Codecs
{
    public const string Namespace = "JsonCodecs";
}
