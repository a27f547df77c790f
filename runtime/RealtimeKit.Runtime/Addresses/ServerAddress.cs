using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The address of a server that has variables. A value stays in its place: none of them changes the scheme, the port, the
/// fixed parts of the host, the path around it or the query. What the document itself declares for a variable is accepted
/// as it is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerAddress
{
    private static readonly SearchValues<char> _ofHosts = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");
    private static readonly SearchValues<char> _ofAuthorities = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:[]");
    private static readonly SearchValues<char> _ofPaths
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@!$&'()*+,;=/%");

    private readonly string _template;
    private readonly Dictionary<string, (string Value, bool IsDeclared)> _values = new(StringComparer.Ordinal);

    /// <summary>Initializes an address whose variables have no values yet.</summary>
    /// <param name="template">The address, with variables in braces.</param>
    public ServerAddress(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _template = template;
    }

    /// <summary>Gives a variable its value.</summary>
    /// <param name="name">The name, as it stands between the braces.</param>
    /// <param name="value">The value.</param>
    /// <param name="declared">The default that the document declares, or null.</param>
    /// <param name="allowed">The only values; none for any.</param>
    /// <exception cref="ArgumentException">The value is none of those allowed.</exception>
    public ServerAddress With(string name, string value, string? declared, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (allowed is { Length: > 0 } && !allowed.Contains(value, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The value is not one of {string.Join(", ", allowed)}.", name);
        }

        _values[name] = (value, allowed is { Length: > 0 } || value == declared);
        return this;
    }

    /// <summary>Builds the address.</summary>
    /// <exception cref="ArgumentException">A value holds what does not belong in its place, or the whole is no http or https URL.</exception>
    public Uri ToUri()
    {
        var text = new StringBuilder(_template.Length + 32);
        var host = new StringBuilder();
        bool isFree = false;
        foreach ((string piece, ServerPlace place, bool isVariable) in ServerTemplate.Cut(_template))
        {
            string value = piece;
            if (isVariable)
            {
                (value, bool isDeclared) = _values.TryGetValue(piece, out var given) ? given : throw new ArgumentException("The variable has no value.", piece);
                isFree |= isDeclared || place is ServerPlace.Address or ServerPlace.Authority;
                if (!isDeclared && !Fits(value, place))
                {
                    throw new ArgumentException("The value holds characters that do not belong in its place in the server's address.", piece);
                }
            }

            text.Append(value);
            host.Append(place is ServerPlace.Host ? value : "");
        }

        // Paths are appended to it, whether the last variable is empty or not.
        string whole = text.ToString().TrimEnd('/') + "/";
        return Uri.TryCreate(whole, UriKind.Absolute, out Uri? address) && IsServer(address, whole) && (isFree || IsAsWritten(address, host.ToString(), whole))
            ? address
            : throw new ArgumentException("With these values the server's address is no http or https URL, or leads to another server.");
    }

    private static bool IsServer(Uri address, string whole)
        => address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && address.Query.Length == 0
            && address.Fragment.Length == 0
            && HasNoDotSegment(whole);

    /// <summary>Whether the URL's parser sees the host that was put together, and every label of it.</summary>
    private static bool IsAsWritten(Uri address, string host, string whole)
        => whole.Contains("://" + host, StringComparison.Ordinal)
            && host.Split('.').All(static label => label.Length > 0)
            && address.Host.Equals(host, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(string value, ServerPlace place) => place switch
    {
        ServerPlace.Address => true,
        ServerPlace.Scheme => value is "http" or "https",
        ServerPlace.Authority => IsAuthority(value),
        ServerPlace.Host => !value.AsSpan().ContainsAnyExcept(_ofHosts),
        ServerPlace.Port => IsPort(value),
        ServerPlace.PathStart => value.Length == 0 || (value[0] == '/' && IsPath(value)),
        _ => IsPath(value),
    };

    private static bool IsAuthority(string value)
        => !value.AsSpan().ContainsAnyExcept(_ofAuthorities)
            && Uri.TryCreate($"https://{value}/", UriKind.Absolute, out Uri? address)
            && value.StartsWith(address.Host, StringComparison.OrdinalIgnoreCase)
            && (value.Length == address.Host.Length || (value[address.Host.Length] == ':' && IsPort(value[(address.Host.Length + 1)..])));

    private static bool IsPort(string value)
        => value.Length is > 0 and <= 5 && value.All(char.IsAsciiDigit) && int.Parse(value, CultureInfo.InvariantCulture) is > 0 and <= ushort.MaxValue;

    private static bool IsPath(string value) => !value.AsSpan().ContainsAnyExcept(_ofPaths) && value.Split('/').All(IsSegment);

    /// <summary>Whether no segment of the whole path is one that servers resolve: a fixed dot and a value's dot make two.</summary>
    private static bool HasNoDotSegment(string whole)
    {
        int authority = whole.IndexOf("://", StringComparison.Ordinal);
        int path = authority < 0 ? -1 : whole.IndexOf('/', authority + 3);
        return path < 0 || whole[path..].Split('/').All(IsSegment);
    }

    /// <summary>Servers and proxies decode an escape sooner or later: nothing may hide in it that leads elsewhere.</summary>
    private static bool IsSegment(string segment)
    {
        string read = Uri.UnescapeDataString(segment);
        return read is not ("." or "..") && read.AsSpan().IndexOfAny('%', '/', '\\') < 0 && !read.Any(char.IsControl);
    }
}
