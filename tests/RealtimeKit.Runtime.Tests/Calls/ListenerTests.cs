using System.Diagnostics;
using System.Diagnostics.Metrics;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>A listener that throws does not change the result of a call.</summary>
public sealed class ListenerTests
{
    // Other tests run at the same time, and listeners receive the calls of the whole process.
    private static readonly AsyncLocal<string?> _failing = new();

    [Theory]
    [InlineData("sample")]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("measure")]
    public async Task A_call_has_its_own_result(string failing)
    {
        using ActivityListener activities = Activities();
        using MeterListener measurements = Measurements();
        StubHandler stub = new StubHandler().Respond(HttpMethod.Post, "things/{id}", TestApi.ThingBody);
        using var client = new HttpClient(stub);
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://listened.example.com")), client);
        using var outer = new Activity("outer");
        outer.Start();
        _failing.Value = failing;

        Thing thing = await transport.SendAsync(
            TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);

        _failing.Value = null;
        Assert.Equal(Thing.Sample, thing);
        Assert.Single(stub.Requests);
        Assert.Same(outer, Activity.Current);
    }

    private static ActivityListener Activities()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == RealtimeKitDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => Fail("sample") ? default : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = static _ => Fail("start"),
            ActivityStopped = static _ => Fail("stop"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measurements()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == RealtimeKitDiagnostics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => Fail("measure"));
        listener.Start();
        return listener;
    }

    private static bool Fail(string place) => _failing.Value == place ? throw new InvalidOperationException($"{place} fails") : false;
}
