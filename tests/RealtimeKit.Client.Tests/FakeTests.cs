using System.Text.Json;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests;

/// <summary>A consumer's unit test needs no HTTP: every member of the client can be overridden.</summary>
public class FakeTests
{
    [Fact]
    public async Task A_consumer_can_fake_the_client()
    {
        var recordings = new FakeRecordings();
        var meeting = new Meeting(new FakeRealtimeKit(recordings));

        await meeting.EndAsync(new Guid("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10"));

        Assert.Equal([new Guid("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10")], recordings.Stopped);
    }

    /// <summary>The consumer's own code.</summary>
    private sealed class Meeting(RealtimeKitClient realtimeKit)
    {
        public Task EndAsync(Guid recordingId) => realtimeKit.Recordings.StopAsync(recordingId);
    }

    private sealed class FakeRealtimeKit(RecordingsClient recordings) : RealtimeKitClient
    {
        public override RecordingsClient Recordings => recordings;
    }

    private sealed class FakeRecordings : RecordingsClient
    {
        public List<Guid> Stopped { get; } = [];

        public override Task<Recording> StopAsync(Guid recordingId, RealtimeKitRequestOptions? options, CancellationToken cancellationToken = default)
        {
            Stopped.Add(recordingId);
            return Task.FromResult(JsonSerializer.Deserialize<Recording>(SampleJson.Recording(static data => data["status"] = "UPLOADING"))!);
        }
    }
}
