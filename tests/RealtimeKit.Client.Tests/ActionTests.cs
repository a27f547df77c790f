using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests;

public class ActionTests : SimulatedTest
{
    [Fact]
    public async Task A_recording_is_paused_resumed_and_stopped()
    {
        Guid id = Simulator.AddRecording().Id;

        Recording paused = await RealtimeKit.Recordings.PauseAsync(id, CancellationToken);
        Recording resumed = await RealtimeKit.Recordings.ResumeAsync(id, CancellationToken);
        await RealtimeKit.Recordings.StopAsync(id, CancellationToken);
        Recording uploaded = await RealtimeKit.Recordings.GetAsync(id, cancellationToken: CancellationToken);

        Assert.Equal(RecordingStatus.Paused, paused.Status);
        Assert.Equal(RecordingStatus.Recording, resumed.Status);
        Assert.Equal(RecordingStatus.Uploaded, uploaded.Status);
        Assert.Equal(RecordingReason.ApiCall, uploaded.StopReason?.Reason);
        Assert.NotNull(uploaded.DownloadUrl);
    }

    [Fact]
    public async Task The_long_form_does_the_same()
    {
        Guid id = Simulator.AddRecording(SimulatedStatus.Paused).Id;

        Recording recording = await RealtimeKit.Recordings.PauseResumeStopRecordingAsync(
            id, new RecordingActionRequest { Action = RecordingAction.Resume }, cancellationToken: CancellationToken);

        Assert.Equal(RecordingStatus.Recording, recording.Status);
    }

    [Fact]
    public async Task Each_action_is_one_put_with_one_word()
    {
        Guid id = Simulator.AddRecording().Id;

        await RealtimeKit.Recordings.PauseAsync(id, CancellationToken);
        await RealtimeKit.Recordings.ResumeAsync(id, CancellationToken);
        await RealtimeKit.Recordings.StopAsync(id, CancellationToken);

        Assert.Equal(
            ["""PUT {"action":"pause"}""", """PUT {"action":"resume"}""", """PUT {"action":"stop"}"""],
            Simulator.Requests.Select(static request => $"{request.Method} {request.Body}"));
        Assert.All(Simulator.Requests, request =>
        {
            Assert.EndsWith($"/realtime/kit/{Simulator.Options.AppId}/recordings/{id}", request.Path, StringComparison.Ordinal);
            Assert.Equal("Bearer simulator-token", request.Header("Authorization"));
            Assert.StartsWith("application/json", request.Header("Content-Type"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Only_a_get_is_sent_when_only_reading()
    {
        Guid id = Simulator.AddRecording().Id;

        await RealtimeKit.Recordings.GetAsync(id, cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Empty(request.Body);
    }

    [Theory]
    [InlineData(SimulatedStatus.Invoked, "")]
    [InlineData(SimulatedStatus.Recording, "pause stop")]
    [InlineData(SimulatedStatus.Paused, "resume stop")]
    [InlineData(SimulatedStatus.Uploading, "")]
    [InlineData(SimulatedStatus.Uploaded, "")]
    [InlineData(SimulatedStatus.Errored, "")]
    public async Task What_is_legal_depends_on_the_status(SimulatedStatus status, string legal)
    {
        List<string> accepted = [];
        foreach (RecordingAction action in Enum.GetValues<RecordingAction>())
        {
            Guid id = Simulator.AddRecording(status).Id;
            ApiResponse<Recording> response = await RealtimeKit.Recordings.PauseResumeStopRecordingWithResponseAsync(
                id, new() { Action = action }, cancellationToken: CancellationToken);
            Assert.True(response.IsSuccess || response.Error is ApiConflictException);
            if (response.IsSuccess)
            {
                accepted.Add(action.ToString().ToLowerInvariant());
            }
        }

        Assert.Equal(legal, string.Join(' ', accepted.Order()));
    }
}
