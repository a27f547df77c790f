using System.Net;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests;

public class ResponseTests : SimulatedTest
{
    [Fact]
    public async Task The_variant_with_the_response_has_status_headers_and_attempts()
    {
        Guid id = Simulator.AddRecording().Id;

        ApiResponse<Recording> response = await RealtimeKit.Recordings.GetWithResponseAsync(id, cancellationToken: CancellationToken);

        Assert.True(response.IsSuccess);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(id, response.Value.Id);
        Assert.Equal(1, response.Attempts);
        Assert.Null(response.Error);
    }

    [Fact]
    public async Task The_variant_with_the_response_does_not_throw_for_a_refusal()
    {
        Guid id = Simulator.AddRecording(SimulatedStatus.Invoked).Id;

        ApiResponse<Recording> response = await RealtimeKit.Recordings.PauseResumeStopRecordingWithResponseAsync(
            id, new() { Action = RecordingAction.Stop }, cancellationToken: CancellationToken);

        Assert.False(response.IsSuccess);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Same(response.Error, Assert.ThrowsAny<ApiStatusException>(() => response.Value));
    }
}
