namespace RealtimeKit.Runtime.Parameters;

/// <summary>The base64 of bytes, which a part of a multipart body labels.</summary>
internal sealed record Base64Text(string Text);
