namespace RealtimeKit.Gen.Model;

/// <summary>
/// The namespace of the emitted readers and writers. They have a namespace of their own so that they cannot clash with the types
/// of a document.
/// </summary>
internal static class Codecs
{
    public const string Namespace = "JsonCodecs";
}
