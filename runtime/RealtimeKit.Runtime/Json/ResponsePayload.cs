using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Json;

/// <summary>A body read into memory that is not the reader's to keep.</summary>
internal readonly record struct ResponsePayload(ReadOnlyMemory<byte> Bytes, MediaTypeHeaderValue? ContentType, int MaxJsonDepth, bool IsStrict);
