using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Builds the address of a server from a template with variables. A value cannot change the scheme, the port, the fixed parts
/// of the host, the path around it or the query. Values that the API description itself declares are used as they are.
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

    /// <summary>Initializes a new instance from a template.</summary>
    /// <param name="template">The address, with variables in braces.</param>
    public ServerAddress(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _template = template;
    }

    /// <summary>Sets the value of a variable.</summary>
    /// <param name="name">The name of the variable, without braces.</param>
    /// <param name="value">The value.</param>
    /// <param name="declared">The default value in the API description, or null.</param>
    /// <param name="allowed">The allowed values, or none if every value is allowed.</param>
    /// <exception cref="ArgumentException">The value is not one of the allowed values.</exception>
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
    /// <exception cref="ArgumentException">
    /// A value contains characters that are not allowed in its part of the address, or the result is not an http or https URL.
    /// </exception>
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
                    throw new ArgumentException("The value contains characters that are not allowed in this part of the server's address.", piece);
                }
            }

            text.Append(value);
            host.Append(place is ServerPlace.Host ? value : "");
        }

        // Paths are appended to the address, so it always ends with one slash, even if the last variable is empty.
        string whole = text.ToString().TrimEnd('/') + "/";
        return Uri.TryCreate(whole, UriKind.Absolute, out Uri? address) && IsServer(address, whole) && (isFree || IsAsWritten(address, host.ToString(), whole))
            ? address
            : throw new ArgumentException("With these values, the server's address is not an http or https URL or belongs to another server.");
    }

    private static bool IsServer(Uri address, string whole)
        => address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && address.Query.Length == 0
            && address.Fragment.Length == 0
            && HasNoDotSegment(whole);

    /// <summary>Returns whether <see cref="Uri"/> parsed exactly the host that was built, with each of its labels.</summary>
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

    /// <summary>Returns whether the path has no segment that servers resolve. A fixed dot and a value that is a dot form such a segment together.</summary>
    private static bool HasNoDotSegment(string whole)
    {
        int authority = whole.IndexOf("://", StringComparison.Ordinal);
        int path = authority < 0 ? -1 : whole.IndexOf('/', authority + 3);
        return path < 0 || whole[path..].Split('/').All(IsSegment);
    }

    /// <summary>
    /// Returns whether a value may be used in a path. Servers and proxies decode escapes at some point, so a decoded escape
    /// must not lead elsewhere either.
    /// </summary>
    private static bool IsSegment(string segment)
    {
        string read = Uri.UnescapeDataString(segment);
        return read is not ("." or "..") && read.AsSpan().IndexOfAny('%', '/', '\\') < 0 && !read.Any(char.IsControl);
    }
}
