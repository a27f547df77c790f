namespace RealtimeKit.Runtime.Credentials;

/// <summary>What asking for another secret gave.</summary>
internal enum CredentialRefresh
{
    /// <summary>There is no other secret: a repeated request would be refused as well.</summary>
    None,

    /// <summary>There is another secret. The refused one was never accepted, so this one may be refused as well.</summary>
    Replaced,

    /// <summary>There is another secret in place of one that had been accepted before and has expired.</summary>
    Renewed,
}
