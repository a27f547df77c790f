using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Logs the method, host and path template of each request, without ids, queries, headers and bodies. An exception of a logger is
/// ignored, because it would look like a failure of the connection.
/// </summary>
internal sealed partial class ApiClientLogger(ILoggerFactory? factory) : IHttpClientLogger
{
    private readonly ILogger? _logger = factory?.CreateLogger("RealtimeKit.Client");

    public object? LogRequestStart(HttpRequestMessage request)
    {
        Log(logger => LogSending(logger, request.Method.Method, request.RequestUri?.Host, Template(request)));

        return null;
    }

    public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
    {
        double milliseconds = elapsed.TotalMilliseconds;
        Log(logger => LogReceived(
            logger, request.Method.Method, request.RequestUri?.Host, Template(request), (int)response.StatusCode, milliseconds));
    }

    public void LogRequestFailed(object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed)
    {
        double milliseconds = elapsed.TotalMilliseconds;
        Log(logger => LogFailed(
            logger, request.Method.Method, request.RequestUri?.Host, Template(request), exception.GetType().Name, milliseconds));
    }

    private void Log(Action<ILogger> log)
    {
        if (_logger is null)
        {
            return;
        }

        try
        {
            log(_logger);
        }
        catch
        {
            // The request may have been processed, and its result is not that of the logger.
        }
    }

    private static string Template(HttpRequestMessage request)
        => request.Options.TryGetValue(ApiTransport.UrlTemplate, out string? template) ? template : "?";

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Host} {Path} is sent")]
    private static partial void LogSending(ILogger logger, string method, string? host, string path);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Host} {Path} returned {Status} after {Elapsed:F0} ms")]
    private static partial void LogReceived(ILogger logger, string method, string? host, string path, int status, double elapsed);

    [LoggerMessage(3, LogLevel.Warning, "{Method} {Host} {Path} failed with {Error} after {Elapsed:F0} ms")]
    private static partial void LogFailed(ILogger logger, string method, string? host, string path, string error, double elapsed);
}
