using RealtimeKit.Runtime;
namespace RealtimeKit.Client.Tests;

public class ReferenceResponseTests : SimulatedTest
{
    private static readonly DateTimeOffset _instant = new(2019, 12, 27, 18, 11, 19, 117, TimeSpan.Zero);
    private static readonly Guid _id = new("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");

    [Fact]
    public async Task The_published_sample_response_gives_exactly_its_values()
    {
        Recording recording = await GetAsync(SampleJson.Reference);

        Assert.Equal(_id, recording.Id);
        Assert.Equal("https://example.com", recording.AudioDownloadUrl?.Reveal());
        Assert.True(recording.DownloadUrl!.TryGetUrl(out SensitiveString? url));
        Assert.Equal("https://example.com", url.Reveal());
        Assert.Equal(_instant, recording.DownloadUrlExpiry);
        Assert.Equal(0, recording.FileSize);
        Assert.Equal(_instant, recording.InvokedTime);
        Assert.Equal("output_file_name", recording.OutputFileName);
        Assert.Equal(_id, recording.SessionId);
        Assert.Equal(_instant, recording.StartedTime);
        Assert.Equal(RecordingStatus.Invoked, recording.Status);
        Assert.Equal(_instant, recording.StoppedTime);
        Assert.Equal(0, recording.RecordingDuration);
    }

    [Fact]
    public async Task Both_reasons_share_their_types()
    {
        Recording recording = await GetAsync(SampleJson.Reference);

        Assert.Equal(RecordingReason.ApiCall, recording.StartReason?.Reason);
        Assert.Equal(RecordingReason.ApiCall, recording.StopReason?.Reason);
        Caller? caller = recording.StopReason?.Caller;
        Assert.Equal("RealtimeKit_test", caller?.Name);
        Assert.Equal(CallerType.Organization, caller?.Type);
        Assert.Equal(recording.StartReason?.Caller, caller);
    }

    [Fact]
    public async Task The_oddly_cased_user_id_is_read()
    {
        Recording recording = await GetAsync(SampleJson.Reference);

        Assert.Equal(new Guid("d61f6956-e68f-4375-bf10-c38a704d1bec"), recording.StartReason?.Caller?.UserId);
    }

    [Fact]
    public async Task The_storage_is_read_and_its_secrets_stay_hidden()
    {
        Recording recording = await GetAsync(SampleJson.Reference);

        StorageConfig storage = Assert.IsType<StorageConfig>(recording.StorageConfig);
        Assert.Equal(StorageType.Aws, storage.Type);
        Assert.Equal(StorageAuthMethod.Key, storage.AuthMethod);
        Assert.Equal("bucket", storage.Bucket);
        Assert.Equal("host", storage.Host);
        Assert.Equal("path", storage.Path);
        Assert.Equal(0, storage.Port);
        Assert.Equal("us-east-1", storage.Region);
        Assert.Equal("username", storage.Username);
        Assert.Null(storage.AccessKey);
        Assert.Equal(["password", "private_key", "secret"], [storage.Password?.Reveal(), storage.PrivateKey?.Reveal(), storage.Secret?.Reveal()]);
        Assert.Equal(["***", "***", "***"], [storage.Password?.ToString(), storage.PrivateKey?.ToString(), storage.Secret?.ToString()]);
    }

    [Fact]
    public async Task Printing_a_recording_shows_no_secret()
    {
        string secret = "x-amz-signature-" + Guid.NewGuid();
        Recording recording = await GetAsync(SampleJson.Response(data =>
        {
            data["download_url"] = $"https://storage.example/file.mp4?{secret}";
            data["storage_config"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "aws", ["secret"] = secret };
        }));

        Assert.DoesNotContain(secret, recording.ToString());
        Assert.DoesNotContain(secret, $"{recording.DownloadUrl} {recording.StorageConfig} {recording.StorageConfig?.Secret}");
    }
}
