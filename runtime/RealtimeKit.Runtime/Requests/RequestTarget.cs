using System.Buffers;
using System.Text;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Requests;

/// <summary>Builds the URL of a request from the server, the path and the query, and checks that <see cref="Uri"/> parsed it as intended.</summary>
internal static class RequestTarget
{
    // An escape may stand for a dot or a slash, so it is not among these characters.
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=:@");

    /// <summary>Returns the URL of a request, without credentials.</summary>
    /// <exception cref="ArgumentException">Requests may not be sent to the server, or the server would receive another path.</exception>
    public static Uri Build(Uri baseAddress, ApiRequest request, bool allowPlainHttp)
    {
        Uri server = baseAddress;
        if (request.ServerUrl is { } url)
        {
            RequireFilled(url);
            server = Uri.TryCreate(baseAddress, url, out Uri? resolved) ? resolved : throw new ArgumentException("The server of the operation is not a URL.");
            ServerUri.Require(server, allowPlainHttp, "server");
        }

        string left = server.Query.Length == 0 ? server.AbsoluteUri : server.GetLeftPart(UriPartial.Path);
        string slash = left[^1] != '/' && request.Path.Length > 0 ? "/" : "";
        string query = Joined(server, request.QueryText ?? "");
        Uri target = Parse(string.Concat(string.Concat(left, slash, request.Path), query));
        return IsPlain(request.Path, query) || IsAsWritten(target, server, left.AsSpan().Count('/') + slash.Length + request.Path.AsSpan().Count('/'))
            ? target
            : throw new ArgumentException("The server would receive another path than that of the operation.", "path");
    }

    /// <summary>
    /// Returns whether <see cref="Uri"/> leaves a path and a query unchanged. The path has no dot segments, since <see cref="ApiPath"/> rejects them.
    /// </summary>
    private static bool IsPlain(string path, string query)
        => !path.AsSpan().ContainsAnyExcept(_plain) && !query.Contains('#', StringComparison.Ordinal);

    private static bool IsAsWritten(Uri target, Uri server, int segments)
        => Origin.Of(target) == Origin.Of(server)
            && target.Fragment.Length == 0
            && target.GetLeftPart(UriPartial.Path).AsSpan().Count('/') == segments
            && target.AbsolutePath.StartsWith(server.AbsolutePath, StringComparison.Ordinal);

    /// <summary>Checks that all variables of the operation's server have values. Otherwise the address would contain another host.</summary>
    private static void RequireFilled(string url)
    {
        int open = url.IndexOf('{', StringComparison.Ordinal);
        int close = url.IndexOf('}', StringComparison.Ordinal);
        if (open >= 0 && close > open)
        {
            string name = url[(open + 1)..close];
            throw new ArgumentException($"The variable '{name}' of the operation's server has no value.", name);
        }
    }

    /// <summary>Returns a URL with further pairs in its query. Each replaces those of the same name.</summary>
    /// <param name="target">The URL.</param>
    /// <param name="pairs">The names and values, percent-encoded.</param>
    public static Uri WithQuery(Uri target, KeyValuePair<string, string>[] pairs)
    {
        var own = new PathQuery(target.Query.Length == 0 ? "" : target.Query[1..]);
        var added = new StringBuilder();
        foreach ((string name, string value) in pairs)
        {
            own.Remove(Uri.UnescapeDataString(name));
            added.Append(added.Length == 0 ? "" : "&").Append(name).Append('=').Append(value);
        }

        return Parse($"{target.GetLeftPart(UriPartial.Path)}?{own.And(added)}");
    }

    /// <summary>Parses a URL. Before .NET 10, a URL of about 65,000 characters or more cannot be parsed.</summary>
    /// <exception cref="ArgumentException">The URL is too long.</exception>
    private static Uri Parse(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? url : throw new ArgumentException("The URL of the request is too long for .NET.", "path");

    /// <summary>Returns the query of a URL and an additional one, with the question mark, or an empty text.</summary>
    private static string Joined(Uri source, string added)
    {
        string own = source.Query;
        return own.Length <= 1 ? (added.Length > 0 ? "?" + added : "")
            : added.Length > 0 ? $"{own}&{added}"
            : own;
    }
}
