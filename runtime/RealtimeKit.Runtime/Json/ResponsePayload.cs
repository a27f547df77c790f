using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Json;

/// <summary>The body of a response. The bytes are valid only while the body is read.</summary>
internal readonly record struct ResponsePayload(ReadOnlyMemory<byte> Bytes, MediaTypeHeaderValue? ContentType, int MaxJsonDepth, bool IsStrict);
