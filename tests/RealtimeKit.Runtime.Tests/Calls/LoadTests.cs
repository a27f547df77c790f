using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;
using RealtimeKit.Simulator;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>Measures the memory of the process, so no other test may run at the same time.</summary>
[Collection(nameof(Alone))]
public sealed class LoadTests
{
    private static readonly ApiOperation<Shown> _act = new()
    {
        OperationId = "pause_resume_stop_recording",
        Method = HttpMethod.Put,
        PathTemplate = "/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}",
        IsIdempotent = true,
        Results = [ApiResult.Json<Shown>("200", static (ref Utf8JsonReader reader) => JsonReading.Envelope(ref reader, "data"u8, Read))],
    };

    /// <summary>
    /// Each caller pauses and resumes its own recording. The service refuses to pause a paused recording. An action that was lost
    /// or sent twice therefore shows as a 409 or a wrong status.
    /// </summary>
    [Fact]
    public async Task Under_load_and_refusals_no_action_is_lost_done_twice_or_given_to_another()
    {
        Proof.IsTooLongPerMutant();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        long refusals = 0;
        await using RecordingSimulator simulator = await RecordingSimulator.StartAsync(new() { KeepsRequests = false, Weather = Weather }, cancellationToken);
        ApiClientOptions options = TestApi.Options(simulator.BaseAddress);
        options.Credential = new BearerTokenCredential(simulator.Options.ApiToken);
        using var transport = new ApiTransport(options);
        int callers = Proof.Count(50, 200);
        TimeSpan duration = TimeSpan.FromMilliseconds(Proof.Count(2_000, 60_000));
        long calls = 0;
        long failed = 0;
        long heldAtHalf = 0;
        long started = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            SimulatedRecording own = simulator.AddRecording();
            bool isPaused = false;
            while (TimeProvider.System.GetElapsedTime(started) < duration || Volatile.Read(ref calls) < callers * 4)
            {
                Interlocked.Increment(ref calls);
                try
                {
                    Shown shown = await transport.SendAsync(_act, Request(own.Id, isPaused ? "resume" : "pause"), cancellationToken: cancellationToken);
                    isPaused = !isPaused;
                    Assert.Equal(new Shown(own.Id, isPaused ? "PAUSED" : "RECORDING"), shown);
                }
                catch (ApiStatusException exception) when ((int)exception.StatusCode is 429 or 503)
                {
                    Interlocked.Increment(ref failed);
                }

                if (TimeProvider.System.GetElapsedTime(started) > duration / 2 && Interlocked.CompareExchange(ref heldAtHalf, 1, 0) == 0)
                {
                    Interlocked.Exchange(ref heldAtHalf, GC.GetTotalMemory(forceFullCollection: true));
                }
            }

            Assert.Equal(isPaused ? SimulatedStatus.Paused : SimulatedStatus.Recording, own.Status);
        }));

        long held = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(held < heldAtHalf + (16 * 1024 * 1024), $"Memory grew from {heldAtHalf:N0} to {held:N0} bytes.");
        Assert.True(refusals > calls / 11, $"{refusals} refusals for {calls} actions are too few to prove anything.");
        Proof.Report($"{callers} callers for {duration.TotalSeconds} s against the simulator: {calls} actions, "
            + $"{refusals} responses of 429 or 503, {failed} actions ended in one, no action lost or done twice; memory {heldAtHalf:N0} → {held:N0} bytes");

        ScriptedResponse Weather(long request)
        {
            if (request % 10 != 0)
            {
                return ScriptedResponse.Usual;
            }

            Interlocked.Increment(ref refusals);
            return request % 20 == 0 ? ScriptedResponse.TooManyRequests(TimeSpan.Zero) : ScriptedResponse.Unavailable;
        }

        ApiRequest Request(Guid recording, string action)
            => new ApiRequest(
                $"accounts/{simulator.Options.AccountId:account_id}/realtime/kit/{simulator.Options.AppId:app_id}/recordings/{recording:recording_id}")
                .JsonBody(action, static (writer, value) =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("action", value);
                    writer.WriteEndObject();
                });
    }

    private static Shown Read(ref Utf8JsonReader reader)
    {
        Guid id = default;
        string status = "";
        JsonReading.StartObject(ref reader);
        while (JsonReading.NextProperty(ref reader, out ReadOnlySpan<byte> property))
        {
            if (property.SequenceEqual("id"u8))
            {
                id = JsonReading.Guid(ref reader);
            }
            else if (property.SequenceEqual("status"u8))
            {
                status = JsonReading.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Shown(id, status);
    }

    private sealed record Shown(Guid Id, string Status);
}
