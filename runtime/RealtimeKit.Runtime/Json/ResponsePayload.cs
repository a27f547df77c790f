using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Json;

/// <summary>The body of a response, or an item of it. The bytes are valid only while they are read.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">The declared media type with its charset, or null.</param>
/// <param name="MaxJsonDepth">The deepest level of JSON.</param>
/// <param name="IsStrict">True if nothing is read leniently.</param>
/// <param name="IsPart">True for an item, whose first bytes do not show the charset of the body.</param>
internal readonly record struct ResponsePayload(
    ReadOnlyMemory<byte> Bytes, MediaTypeHeaderValue? ContentType, int MaxJsonDepth, bool IsStrict, bool IsPart = false)
{
    /// <summary>Decodes the bytes as text.</summary>
    /// <exception cref="PayloadException">The charset is not known, or the bytes are not valid in it.</exception>
    public string Decode() => Charset.Decode(Bytes.Span, ContentType, IsPart);
}
