using System.Text;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Requests;

/// <summary>Builds the URL of a request from the server, the path and the query, and checks that <see cref="Uri"/> parsed it as intended.</summary>
internal static class RequestTarget
{
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

        var text = new StringBuilder(server.GetLeftPart(UriPartial.Path), 256);
        if (text[^1] != '/' && request.Path.Length > 0)
        {
            text.Append('/');
        }

        text.Append(request.Path);
        int segments = Count(text, '/');
        Uri target = WithQuery(text.ToString(), server, request.QueryText ?? "");
        bool isAsWritten = Origin.Of(target) == Origin.Of(server)
            && target.Fragment.Length == 0
            && target.GetLeftPart(UriPartial.Path).AsSpan().Count('/') == segments
            && target.AbsolutePath.StartsWith(server.AbsolutePath, StringComparison.Ordinal);
        return isAsWritten ? target : throw new ArgumentException("The server would receive another path than that of the operation.", "path");
    }

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

    /// <summary>Returns a URL with the query of another URL and an additional query.</summary>
    public static Uri WithQuery(string path, Uri source, string added)
    {
        string own = source.Query.Length > 1 ? source.Query[1..] : "";
        string query = own.Length > 0 && added.Length > 0 ? own + "&" + added : own + added;
        return new Uri(query.Length > 0 ? path + "?" + query : path, UriKind.Absolute);
    }

    private static int Count(StringBuilder text, char character)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            count += text[i] == character ? 1 : 0;
        }

        return count;
    }
}
