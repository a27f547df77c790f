using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Writes headers whose names and values were checked with <see cref="HeaderText"/> into a request.</summary>
internal static class RequestHeaders
{
    /// <summary>Adds a header without parsing it, which costs less.</summary>
    public static void AddChecked(HttpRequestMessage message, string name, string value) => TryAdd(message.Headers, name, value);

    /// <summary>
    /// Sets a header and replaces an earlier one. The headers of the client are set first, then those of the operation, then
    /// those of the call.
    /// </summary>
    public static void Set(HttpRequestMessage message, string name, string value, bool hasLostBody = false)
    {
        bool isAdded = TrySet(message.Headers, name, value);

        // .NET stores headers of the body separately. After a redirect to a GET, which leaves out the body, they are left out too. The request
        // before it was sent with both.
        if (!isAdded && !(message.Content is { } content ? TrySet(content.Headers, name, value) : hasLostBody))
        {
            throw Refused(name);
        }
    }

    private static bool TrySet(HttpHeaders headers, string name, string value)
    {
        if (headers.NonValidated.Contains(name))
        {
            headers.Remove(name);
        }

        return HeaderText.IsReadByPlatform(name) ? TryAddParsed(headers, name, value) : TryAdd(headers, name, value);
    }

    /// <summary>Adds a header on which .NET acts, if the value has its format.</summary>
    private static bool TryAddParsed(HttpHeaders headers, string name, string value)
    {
        try
        {
            headers.Add(name, value);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Adds a header without parsing it. .NET would write many values in another way, and servers take values that it does not.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The values are those of the options, the operation and the credentials, which are checked.")]
    private static bool TryAdd(HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);

    /// <summary>Returns the exception without an inner one, whose message would repeat the value, which may be a secret.</summary>
    private static ArgumentException Refused(string name)
        => new($"The header '{name}' cannot be sent with this value or on this request.", name);
}
