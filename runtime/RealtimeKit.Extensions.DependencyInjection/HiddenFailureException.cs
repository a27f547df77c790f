namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Passes an exception through a handler that would repeat the request. That handler logs it, so it contains nothing of the exception, whose
/// text may repeat a secret.
/// </summary>
internal sealed class HiddenFailureException(Exception failure)
    : Exception($"The request failed with {failure.GetType().Name}. The client decides whether to retry it.")
{
    public Exception Failure { get; } = failure;
}
