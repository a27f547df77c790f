namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Finds handlers of .NET that repeat requests. They do not know which operations may be retried, and they multiply the retries
/// of the client.
/// </summary>
internal static class AmbientHandlers
{
    // Types are compared by name, so that no reference to their package is necessary.
    private static readonly string[] _repeating =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Removes the handlers that a program adds to every <see cref="HttpClient"/>.</summary>
    public static void Remove(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsRepeating(handlers[i].GetType()))
            {
                handlers.RemoveAt(i);
            }
        }
    }

    /// <summary>
    /// Hides failures from the handlers that were added to one client. Their deadlines and limits remain in effect, but only
    /// the client decides about retries.
    /// </summary>
    public static void HideFailures(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsRepeating(handlers[i].GetType()))
            {
                // Several such handlers may be below each other, and copy the options of a request.
                var key = new HttpRequestOptionsKey<FirstRequest>($"{typeof(FirstRequest).FullName}.{i}");
                handlers.Insert(i + 1, new HideFailureHandler(key));
                handlers.Insert(i, new ShowFailureHandler(key));
            }
        }
    }

    private static bool IsRepeating(Type? type)
        => type is not null && (_repeating.Contains(type.FullName) || IsRepeating(type.BaseType));
}
