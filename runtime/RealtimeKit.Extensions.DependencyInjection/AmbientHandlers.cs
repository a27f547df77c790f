namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Leaves out the handlers that a program puts before every <see cref="HttpClient"/> to repeat requests. They know
/// nothing of operations: they repeat what must not be repeated, and multiply what is.
/// </summary>
internal static class AmbientHandlers
{
    // By name, so that no package need be referenced to do without it.
    private static readonly string[] _repeating =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

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

    private static bool IsRepeating(Type? type)
        => type is not null && (_repeating.Contains(type.FullName) || IsRepeating(type.BaseType));
}
