namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The types of security schemes that the typed document has no enum value for.</summary>
internal static class SecurityTypes
{
    /// <summary>A client certificate. The typed scheme stores this value in <c>Scheme</c>.</summary>
    public const string MutualTls = "mutualTLS";
}
