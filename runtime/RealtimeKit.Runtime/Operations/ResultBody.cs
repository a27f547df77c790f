namespace RealtimeKit.Runtime.Operations;

/// <summary>What a success case does with the body.</summary>
internal enum ResultBody
{
    None,
    Json,
    Text,
    Bytes,
    Stream,
}
