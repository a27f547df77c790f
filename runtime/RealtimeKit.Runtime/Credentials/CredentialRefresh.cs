namespace RealtimeKit.Runtime.Credentials;

/// <summary>The result of obtaining another secret.</summary>
internal enum CredentialRefresh
{
    /// <summary>There is no other secret, so the server would reject another request too.</summary>
    None,

    /// <summary>There is another secret. The server never accepted the rejected one, so it may reject this one too.</summary>
    Replaced,

    /// <summary>There is another secret. It replaces one that the server accepted before and that has expired.</summary>
    Renewed,
}
