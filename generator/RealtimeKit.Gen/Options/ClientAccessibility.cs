namespace RealtimeKit.Gen.Options;

internal enum ClientAccessibility
{
    Public,
    Internal,
}
