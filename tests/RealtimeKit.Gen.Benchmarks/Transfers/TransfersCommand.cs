using RealtimeKit.Gen.Benchmarks.Loopback;
using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.Runtime;

namespace RealtimeKit.Gen.Benchmarks.Transfers;

/// <summary>
/// Measures transfers over loopback: 100 MB up as a stream and in a form, 100 MB down, and 100,000 server-sent events. The bytes in
/// the table show whether a transfer keeps its content in memory.
/// </summary>
internal static class TransfersCommand
{
    private const int Size = 100_000_000;
    private const int Events = 100_000;

    public static async Task RunAsync()
    {
        using ServerProcess server = await ServerProcess.StartAsync();
        using var client = new TransfersClient(new TransfersClientOptions { BaseAddress = server.Address });
        using var httpClient = new HttpClient { BaseAddress = server.Address };
        var bare = new BareTransfers(httpClient);
        byte[] content = new byte[Size];
        byte[] buffer = new byte[64 * 1024];

        await CompareAsync(
            "upload of 100 MB as a stream",
            Size,
            () => bare.UploadStreamAsync(new MemoryStream(content, writable: false)),
            () => client.UploadStreamAsync(new MemoryStream(content, writable: false)));
        await CompareAsync(
            "upload of 100 MB in a form",
            Size,
            () => bare.UploadFormAsync(new MemoryStream(content, writable: false)),
            () => client.UploadFormAsync(new() { File = new FileContent(new MemoryStream(content, writable: false), "file.bin") }));
        await CompareAsync("download of 100 MB", Size, () => bare.DownloadAsync(Size, buffer), () => DownloadAsync(client, buffer));
        await CompareAsync("100,000 server-sent events", Events, () => bare.ListenAsync(Events), () => ListenAsync(client));
    }

    /// <summary>Measures both sides. A transfer that loses something ends the measurement.</summary>
    private static async Task CompareAsync(string title, long least, Func<Task<long>> bare, Func<Task<long>> emitted)
        => RatioTable.Print(title, await Contest.RunAsync(
            new("HttpClient", async () => Check(await bare(), least)),
            new("emitted client", async () => Check(await emitted(), least))));

    private static void Check(long transferred, long least)
    {
        if (transferred < least)
        {
            throw new InvalidOperationException($"Only {transferred} of {least} arrived.");
        }
    }

    private static async Task<long> DownloadAsync(TransfersClient client, byte[] buffer)
    {
        await using Stream content = await client.DownloadAsync(Size);
        return await content.CountAsync(buffer);
    }

    private static async Task<long> ListenAsync(TransfersClient client)
    {
        long sum = 0;
        await foreach (Event item in client.ListenStreamingAsync(Events))
        {
            sum += item.Id;
        }

        return sum;
    }
}
