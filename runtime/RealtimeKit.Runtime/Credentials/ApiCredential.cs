using System.Diagnostics;
using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime;

/// <summary>
/// The base class of credentials. A credential is sent only to the origin of the client and to its trusted origins, and only
/// over https or to a loopback address. It is never shown: not by ToString, the debugger or exceptions.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiCredential
{
    private protected ApiCredential()
    {
    }

    /// <summary>Gets the name of the header in which the credential is sent, or null if it is not sent in a header.</summary>
    internal abstract string? Header { get; }

    /// <summary>Returns what the credential adds to a request.</summary>
    internal abstract ValueTask<Authorization> AuthorizeAsync(CancellationToken cancellationToken);

    /// <summary>Records that the server accepted a secret from <see cref="AuthorizeAsync"/>.</summary>
    internal virtual void Accepted(string secret)
    {
    }

    /// <summary>Obtains another secret after the server rejected one.</summary>
    internal virtual ValueTask<CredentialRefresh> RefreshAsync(string refused, CancellationToken cancellationToken) => new(CredentialRefresh.None);

    /// <summary>Returns the type of the credential and three asterisks.</summary>
    public sealed override string ToString() => GetType().Name + " ***";
}
