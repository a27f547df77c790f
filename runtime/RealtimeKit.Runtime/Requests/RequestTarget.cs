using System.Text;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Requests;

/// <summary>Puts server, path and query together, and checks that the URL's parser did not see it otherwise.</summary>
internal static class RequestTarget
{
    /// <summary>The URL of a request, without credentials.</summary>
    /// <exception cref="ArgumentException">The server is not one requests may go to, or the path would not arrive as written.</exception>
    public static Uri Build(Uri baseAddress, ApiRequest request, bool allowPlainHttp)
    {
        Uri server = baseAddress;
        if (request.ServerUrl is { } url)
        {
            RequireFilled(url);
            server = Uri.TryCreate(baseAddress, url, out Uri? resolved) ? resolved : throw new ArgumentException("The operation's server is no URL.");
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
        return isAsWritten ? target : throw new ArgumentException("The path would not arrive at the server as the operation writes it.", "path");
    }

    /// <summary>A variable that the document gives no value would make another host of the rest.</summary>
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

    /// <summary>A URL without a query, the query that another one has, and what is added to that.</summary>
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
