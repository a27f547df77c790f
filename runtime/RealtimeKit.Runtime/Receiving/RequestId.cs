using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Finds the server's id of a request in the headers of the response.</summary>
internal static class RequestId
{
    private const int Longest = 128;
    private static readonly string[] _names = ["cf-ray", "x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-ms-request-id"];

    public static string? Read(HttpResponseHeaders headers)
    {
        foreach (string name in _names)
        {
            if (headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.Count == 1)
            {
                string id = values.ToString();
                if (id.Length is > 0 and <= Longest && id.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0)
                {
                    return id;
                }
            }
        }

        return null;
    }
}
