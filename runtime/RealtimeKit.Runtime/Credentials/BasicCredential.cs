using System.Diagnostics;
using System.Text;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>A user name and a password, sent as <c>Authorization: Basic</c> in UTF-8 (RFC 7617).</summary>
public sealed class BasicCredential : ApiCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _password;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _encoded;

    /// <summary>Initializes a new instance.</summary>
    /// <exception cref="ArgumentException">The user name contains a colon, or one of the values contains an unpaired surrogate.</exception>
    public BasicCredential(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name cannot contain a colon.", nameof(user));
        }

        _password = WholeText.Require(password, nameof(password));
        _encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WholeText.Require(user, nameof(user))}:{password}"));
    }

    internal override ValueTask AuthorizeAsync(Authorization authorization, CancellationToken cancellationToken)
    {
        authorization.Headers.Add(new("Authorization", "Basic " + _encoded));
        authorization.Secrets.Add(_encoded);
        if (_password.Length > 0)
        {
            authorization.Secrets.Add(_password);
        }

        return ValueTask.CompletedTask;
    }
}
