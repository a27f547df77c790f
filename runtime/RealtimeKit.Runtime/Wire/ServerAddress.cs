using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The address of a server that has variables. A value stays in its place: none of them chooses another host, path or query.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerAddress
{
    private static readonly SearchValues<char> _ofHosts = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:[]");
    private static readonly SearchValues<char> _ofPaths = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@!$&'()*+,;=/%");

    private readonly string _template;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>An address whose variables have no values yet.</summary>
    /// <param name="template">Variables in braces.</param>
    public ServerAddress(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        _template = template;
    }

    /// <summary>Gives a variable its value.</summary>
    /// <param name="name">As it stands between the braces.</param>
    /// <param name="value">What takes its place.</param>
    /// <param name="allowed">The only values; none for any.</param>
    /// <exception cref="ArgumentException">The value is none of those allowed.</exception>
    public ServerAddress With(string name, string value, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (allowed is { Length: > 0 } && !allowed.Contains(value, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The value is not one of {string.Join(", ", allowed)}.", name);
        }

        _values[name] = value;
        return this;
    }

    /// <summary>The address with all its values.</summary>
    /// <exception cref="ArgumentException">A value holds what does not belong in its place, or the whole is no http or https URL.</exception>
    public Uri ToUri()
    {
        var text = new StringBuilder(_template.Length + 32);
        int next = 0;
        while (_template.IndexOf('{', next) is >= 0 and var open && _template.IndexOf('}', open) is >= 0 and var close)
        {
            text.Append(_template, next, open - next);
            string name = _template[(open + 1)..close];
            string value = _values.GetValueOrDefault(name) ?? throw new ArgumentException("The variable has no value.", name);
            RequirePlace(text.ToString(), value, _template.AsSpan(close + 1), name);
            text.Append(value);
            next = close + 1;
        }

        // Paths are appended to it, whether the last variable is empty or not.
        text.Append(_template, next, _template.Length - next);
        bool isAddress = Uri.TryCreate(text.ToString().TrimEnd('/') + "/", UriKind.Absolute, out Uri? address)
            && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
        return isAddress ? address! : throw new ArgumentException("With these values the server's address is no http or https URL.");
    }

    /// <summary>Where nothing stands before it a value may be a whole address: the document means it so.</summary>
    private static void RequirePlace(string before, string value, ReadOnlySpan<char> after, string name)
    {
        int host = before.IndexOf("://", StringComparison.Ordinal);
        bool isFirst = before.Length == 0;
        bool isInPath = host < 0 || before.IndexOf('/', host + 3) >= 0;
        bool fits = isFirst ? !after.StartsWith("://", StringComparison.Ordinal) || value is "http" or "https"
            : isInPath ? !value.AsSpan().ContainsAnyExcept(_ofPaths) && value.Split('/').All(IsSegment)
            : !value.AsSpan().ContainsAnyExcept(_ofHosts);
        if (!fits)
        {
            throw new ArgumentException("The value holds characters that do not belong in its place in the server's address.", name);
        }
    }

    /// <summary>Servers and proxies read an escape sooner or later: nothing may hide in it that leads elsewhere.</summary>
    private static bool IsSegment(string segment)
    {
        string read = Uri.UnescapeDataString(segment);
        return read is not ("." or "..") && read.AsSpan().IndexOfAny('%', '/', '\\') < 0 && !read.Any(char.IsControl);
    }
}
