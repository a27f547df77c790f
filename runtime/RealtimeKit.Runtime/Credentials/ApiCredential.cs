using System.Diagnostics;
using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime;

/// <summary>
/// What proves to the server who calls. A credential is sent to the client's configured origin only, over https only
/// (loopback excepted), and shows itself to nobody: neither ToString nor the debugger nor an exception reveals it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiCredential
{
    private protected ApiCredential()
    {
    }

    /// <summary>Adds itself to an attempt.</summary>
    internal abstract ValueTask AuthorizeAsync(Authorization authorization, CancellationToken cancellationToken);

    /// <summary>Notes that the server accepted what <see cref="AuthorizeAsync"/> gave.</summary>
    internal virtual void Accepted(string secret)
    {
    }

    /// <summary>Gets another secret in place of one that the server refused.</summary>
    internal virtual ValueTask<CredentialRefresh> RefreshAsync(string refused, CancellationToken cancellationToken) => new(CredentialRefresh.None);

    /// <summary>The kind of credential and three asterisks.</summary>
    public sealed override string ToString() => GetType().Name + " ***";
}
