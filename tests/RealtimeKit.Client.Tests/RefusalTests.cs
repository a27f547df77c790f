using System.Net;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests;

/// <summary>The four forms in which the service rejects a request.</summary>
public class RefusalTests : SimulatedTest
{
    [Fact]
    public async Task An_action_that_is_not_legal_now_is_a_conflict()
    {
        Guid id = Simulator.AddRecording(SimulatedStatus.Uploaded).Id;

        var exception = await Assert.ThrowsAsync<ApiConflictException>(() => RealtimeKit.Recordings.PauseAsync(id, CancellationToken));

        Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
        ApiError error = Assert.Single(exception.Errors);
        Assert.Equal("Cannot pause a recording in status UPLOADED", error.Message);
    }

    [Fact]
    public async Task An_unknown_recording_is_not_found()
    {
        Guid id = Guid.NewGuid();

        var exception = await Assert.ThrowsAsync<ApiNotFoundException>(
            () => RealtimeKit.Recordings.GetAsync(id, cancellationToken: CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
        Assert.Equal($"No recording found for recording_id {id}", Assert.Single(exception.Errors).Message);
    }

    [Fact]
    public async Task A_bad_token_is_refused_by_the_gateway_and_never_repeated_in_the_exception()
    {
        const string token = "not-the-token-4711";
        using var realtimeKit = new RealtimeKitClient(Options(token));

        var exception = await Assert.ThrowsAsync<ApiPermissionException>(
            () => realtimeKit.Recordings.StopAsync(Guid.NewGuid(), CancellationToken));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
        ApiError error = Assert.Single(exception.Errors);
        Assert.Equal("Authentication error", error.Message);
        Assert.Equal(10000, error.Number);
        Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_message_is_an_error_too()
    {
        Simulator.Script(new ScriptedResponse { Response = SimulatedResponse.WebhookUnauthorized() });

        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(
            () => RealtimeKit.Recordings.GetAsync(Guid.NewGuid(), cancellationToken: CancellationToken));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Equal("Unauthorized", Assert.Single(exception.Errors).Message);
    }

    [Fact]
    public async Task An_edge_that_responds_with_html_is_still_an_error_with_a_status()
    {
        Simulator.Script(ScriptedResponse.BadGateway, ScriptedResponse.BadGateway, ScriptedResponse.BadGateway);
        using var realtimeKit = new RealtimeKitClient(WithoutRetries());

        var exception = await Assert.ThrowsAsync<ApiServerException>(
            () => realtimeKit.Recordings.GetAsync(Guid.NewGuid(), cancellationToken: CancellationToken));

        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
        Assert.Empty(exception.Errors);
    }

    [Fact]
    public async Task A_success_that_is_html_is_not_taken_for_json()
    {
        Simulator.Script(new ScriptedResponse { Response = SimulatedResponse.Html(200) });

        await Assert.ThrowsAsync<ApiContentException>(
            () => RealtimeKit.Recordings.GetAsync(Guid.NewGuid(), cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task The_rate_limit_is_waited_out_once()
    {
        Guid id = Simulator.AddRecording().Id;
        Simulator.Script(ScriptedResponse.TooManyRequests(TimeSpan.Zero));

        Recording recording = await RealtimeKit.Recordings.PauseAsync(id, CancellationToken);

        Assert.Equal(RecordingStatus.Paused, recording.Status);
        Assert.Equal(2, Simulator.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_the_server_closes_is_a_connection_error()
    {
        Simulator.Script(ScriptedResponse.Hangup);
        using var realtimeKit = new RealtimeKitClient(WithoutRetries());

        await Assert.ThrowsAsync<ApiConnectionException>(() => realtimeKit.Recordings.StopAsync(Guid.NewGuid(), CancellationToken));
    }

    [Fact]
    public async Task A_callers_cancellation_stays_what_it_is()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        Simulator.Script(ScriptedResponse.Late(TimeSpan.FromMinutes(1)));
        Task<Recording> call = RealtimeKit.Recordings.StopAsync(Guid.NewGuid(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private RealtimeKitClientOptions WithoutRetries()
    {
        RealtimeKitClientOptions options = Options();
        options.Retry.MaxRetries = 0;
        return options;
    }
}
