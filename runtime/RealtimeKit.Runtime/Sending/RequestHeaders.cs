using System.Diagnostics.CodeAnalysis;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Writes headers whose names and values were checked with <see cref="HeaderText"/> into a request.</summary>
internal static class RequestHeaders
{
    /// <summary>Adds a header without parsing it, which costs less.</summary>
    public static void AddChecked(HttpRequestMessage message, string name, string value) => Add(message.Headers, name, value);

    /// <summary>
    /// Sets a header and replaces an earlier one. The headers of the client are set first, then those of the operation, then
    /// those of the call.
    /// </summary>
    public static void Set(HttpRequestMessage message, string name, string value, bool hasLostBody = false)
    {
        if (message.Headers.NonValidated.Contains(name))
        {
            message.Headers.Remove(name);
        }

        try
        {
            message.Headers.Add(name, value);
        }
        catch (FormatException) when (!HeaderText.IsReadByPlatform(name))
        {
            // Servers take values that .NET does not, such as an entity tag without quotes.
            Add(message.Headers, name, value);
        }
        catch (InvalidOperationException) when (message.Content is { } content)
        {
            // .NET stores headers of the body separately.
            SetOnContent(content, name, value);
        }
        catch (InvalidOperationException) when (hasLostBody)
        {
            // The header describes the body, which a redirect to a GET leaves out. The request before it was sent with both.
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Refused(name);
        }
    }

    private static void SetOnContent(HttpContent content, string name, string value)
    {
        try
        {
            content.Headers.Remove(name);
            content.Headers.Add(name, value);
        }
        catch (FormatException) when (!HeaderText.IsReadByPlatform(name))
        {
            Add(content.Headers, name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Refused(name);
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The values are those of the options, the operation and the credentials, which are checked.")]
    private static void Add(System.Net.Http.Headers.HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);

    /// <summary>Returns the exception without an inner one, whose message would repeat the value, which may be a secret.</summary>
    private static ArgumentException Refused(string name)
        => new($"The header '{name}' cannot be sent with this value or on this request.", name);
}
