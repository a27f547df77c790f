using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests;

public class AddressTests : SimulatedTest
{
    [Fact]
    public async Task One_call_can_go_to_another_account_and_app()
    {
        var elsewhere = new RealtimeKitRequestOptions { AccountId = "other-account", AppId = "other-app" };

        await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => RealtimeKit.Recordings.GetAsync(Guid.Empty, elsewhere, CancellationToken));

        Assert.Equal(
            "/client/v4/accounts/other-account/realtime/kit/other-app/recordings/00000000-0000-0000-0000-000000000000",
            Assert.Single(Simulator.Requests).Path);
    }

    [Fact]
    public async Task What_one_call_overrides_is_forgotten_by_the_next()
    {
        Guid id = Simulator.AddRecording().Id;
        await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => RealtimeKit.Recordings.GetAsync(id, new() { AppId = "other-app" }, CancellationToken));

        Recording recording = await RealtimeKit.Recordings.GetAsync(id, cancellationToken: CancellationToken);

        Assert.Equal(id, recording.Id);
    }

    [Fact]
    public async Task A_missing_account_is_reported_before_anything_is_sent()
    {
        RealtimeKitClientOptions options = Options();
        options.AccountId = null;
        using var realtimeKit = new RealtimeKitClient(options);

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => realtimeKit.Recordings.GetAsync(Guid.NewGuid(), cancellationToken: CancellationToken));

        Assert.Contains("account_id", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task An_id_cannot_leave_its_place_in_the_path()
    {
        await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => RealtimeKit.Recordings.GetAsync(Guid.Empty, new() { AppId = "../../evil?x=y#z" }, CancellationToken));

        Assert.Contains("/kit/..%2F..%2Fevil%3Fx%3Dy%23z/recordings/", Assert.Single(Simulator.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_client_has_the_address_of_the_api()
    {
        Assert.Equal(new Uri("https://api.cloudflare.com/client/v4/"), new RealtimeKitClientOptions().BaseAddress);
    }
}
