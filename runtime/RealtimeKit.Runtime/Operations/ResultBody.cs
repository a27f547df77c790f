namespace RealtimeKit.Runtime.Operations;

/// <summary>Specifies how the body of a success response is read.</summary>
internal enum ResultBody
{
    None,
    Json,
    Text,
    Bytes,
    Stream,
}
