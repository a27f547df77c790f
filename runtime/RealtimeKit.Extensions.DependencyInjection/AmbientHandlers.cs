namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Knows the platform's handlers that repeat requests. They know nothing of operations: they repeat what must not be
/// repeated, and multiply what is.
/// </summary>
internal static class AmbientHandlers
{
    // By name, so that no package need be referenced to do without it.
    private static readonly string[] _repeating =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Leaves out those that a program puts before every <see cref="HttpClient"/>.</summary>
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
    /// Hides failures from those that were added to one client: their deadlines and limits stay in force, and the client
    /// alone decides what is repeated.
    /// </summary>
    public static void HideFailures(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsRepeating(handlers[i].GetType()))
            {
                handlers.Insert(i + 1, new HideFailureHandler());
                handlers.Insert(i, new ShowFailureHandler());
            }
        }
    }

    private static bool IsRepeating(Type? type)
        => type is not null && (_repeating.Contains(type.FullName) || IsRepeating(type.BaseType));
}
