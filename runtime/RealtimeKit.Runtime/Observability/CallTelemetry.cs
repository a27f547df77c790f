using System.Diagnostics;
using System.Net;
using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Observability;

/// <summary>
/// Reports one call. It uses the path template instead of the path, so that no id becomes a tag. An exception of a listener is ignored:
/// the call may have been made, and its result is not that of the listener.
/// </summary>
internal sealed class CallTelemetry : IDisposable
{
    private readonly CallPlan _plan;
    private readonly Origin _origin;
    private readonly Activity? _activity;
    private readonly long _started;
    private HttpStatusCode? _status;
    private string? _error;
    private int _resends;

    private CallTelemetry(CallPlan plan)
    {
        _plan = plan;
        _origin = plan.Origin;
        _started = plan.Client.TimeProvider.GetTimestamp();
        _activity = StartActivity();
    }

    /// <summary>Starts the report of a call, or returns null if nothing listens.</summary>
    public static CallTelemetry? Start(CallPlan plan)
        => RealtimeKitDiagnostics.ActivitySource.HasListeners() || RealtimeKitDiagnostics.CallDuration.Enabled ? new(plan) : null;

    public void Attempted(int attempt, HttpStatusCode? status)
    {
        _resends = attempt - 1;
        _status = status;
    }

    public void Failed(Exception exception)
        => _error = exception is ApiStatusException status ? Code(status.StatusCode) : exception.GetType().FullName;

    public void Dispose()
    {
        Ignore(Record);
        Ignore(Stop);
    }

    private static void Ignore(Action report)
    {
        try
        {
            report();
        }
        catch
        {
            // It belongs to a listener.
        }
    }

    private Activity? StartActivity()
    {
        Activity? outer = Activity.Current;
        try
        {
            Activity? activity = RealtimeKitDiagnostics.ActivitySource.StartActivity(
                $"{_plan.Operation.Method} {_plan.Operation.PathTemplate}", ActivityKind.Client);
            if (activity is { IsAllDataRequested: true })
            {
                foreach ((string name, object? value) in Tags())
                {
                    activity.SetTag(name, value);
                }
            }

            return activity;
        }
        catch
        {
            // A listener failed. The activity has become the current one, and nothing would end it.
            Activity.Current = outer;
            return null;
        }
    }

    private void Record()
    {
        if (RealtimeKitDiagnostics.CallDuration.Enabled)
        {
            TagList tags = default;
            foreach ((string name, object? value) in Tags().Concat(Outcome()))
            {
                tags.Add(name, value);
            }

            RealtimeKitDiagnostics.CallDuration.Record(_plan.Client.TimeProvider.GetElapsedTime(_started).TotalSeconds, tags);
        }
    }

    private void Stop()
    {
        if (_activity is null)
        {
            return;
        }

        if (_activity.IsAllDataRequested)
        {
            foreach ((string name, object? value) in Outcome())
            {
                _activity.SetTag(name, value);
            }

            if (_resends > 0)
            {
                _activity.SetTag("http.request.resend_count", _resends);
            }
        }

        if (_error is not null)
        {
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private IEnumerable<(string Name, object? Value)> Tags() =>
    [
        ("http.request.method", _plan.Operation.Method.Method),
        ("url.template", _plan.Operation.PathTemplate),
        ("server.address", _origin.Host),
        ("server.port", _origin.Port),
        ("url.scheme", _origin.Scheme),
    ];

    private IEnumerable<(string Name, object? Value)> Outcome()
    {
        if (_status is { } status)
        {
            yield return ("http.response.status_code", (int)status);
        }

        if (_error is not null)
        {
            yield return ("error.type", _error);
        }
    }

    private static string Code(HttpStatusCode status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
