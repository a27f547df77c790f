using System.Diagnostics;
using System.Text;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>A user name and a password, sent as <c>Authorization: Basic</c> in UTF-8 (RFC 7617).</summary>
public sealed class BasicCredential : ApiCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Authorization _authorization;

    /// <summary>Initializes a new instance.</summary>
    /// <exception cref="ArgumentException">
    /// The user name contains a colon, or one of the values contains a control character, such as the end of a line, or an unpaired
    /// surrogate.
    /// </exception>
    public BasicCredential(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name cannot contain a colon.", nameof(user));
        }

        Require(user, nameof(user));
        Require(password, nameof(password));
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _authorization = new Authorization
        {
            Headers = [new("Authorization", "Basic " + encoded)],
            Secrets = password.Length > 0 ? [encoded, password] : [encoded],
        };
    }

    private static void Require(string text, string parameter)
    {
        WholeText.Require(text, parameter);
        if (text.Any(char.IsControl))
        {
            throw new ArgumentException("The text contains a control character, such as the end of a line.", parameter);
        }
    }

    internal override string? Header => "Authorization";

    internal override ValueTask<Authorization> AuthorizeAsync(CancellationToken cancellationToken) => new(_authorization);
}
