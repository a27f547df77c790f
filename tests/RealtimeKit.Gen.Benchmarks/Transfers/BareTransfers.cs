using System.Net.ServerSentEvents;
using System.Text.Json;

namespace RealtimeKit.Gen.Benchmarks.Transfers;

/// <summary>The transfers with nothing but <see cref="HttpClient"/> and what .NET has for server-sent events.</summary>
internal sealed class BareTransfers(HttpClient client)
{
    public Task<long> UploadStreamAsync(Stream content) => UploadAsync(new StreamContent(content));

    public Task<long> UploadFormAsync(Stream content)
        => UploadAsync(new MultipartFormDataContent { { new StreamContent(content), "file", "file.bin" } });

    public async Task<long> DownloadAsync(long count, byte[] buffer)
    {
        using HttpResponseMessage response = await GetAsync($"bytes/{count}");
        await using Stream content = await response.Content.ReadAsStreamAsync();
        return await content.CountAsync(buffer);
    }

    public async Task<long> ListenAsync(int count)
    {
        using HttpResponseMessage response = await GetAsync($"events/{count}");
        await using Stream content = await response.Content.ReadAsStreamAsync();
        SseParser<EventTwin> events = SseParser.Create(
            content, static (_, data) => JsonSerializer.Deserialize(data, TransferSerializer.Default.EventTwin)!);
        long sum = 0;
        await foreach (SseItem<EventTwin> item in events.EnumerateAsync())
        {
            sum += item.Data.Id;
        }

        return sum;
    }

    private async Task<long> UploadAsync(HttpContent content)
    {
        using (content)
        {
            using HttpResponseMessage response = await client.PostAsync(new Uri("upload", UriKind.Relative), content);
            response.EnsureSuccessStatusCode();
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), TransferSerializer.Default.Int64);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }
}
