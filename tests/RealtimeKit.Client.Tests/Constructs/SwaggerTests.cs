using RealtimeKit.Client.Tests.Swagger;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Constructs that only Swagger 2.0 has.</summary>
public sealed class SwaggerTests : ConstructTest
{
    [Fact]
    public void The_address_is_made_of_scheme_host_and_path() =>
        Assert.Equal(new Uri("https://swagger.example/v2/"), new SwaggerClientOptions().BaseAddress);

    [Fact]
    public async Task A_list_is_laid_out_by_its_collection_format()
    {
        Script(200, "text/csv", "a,b");
        using SwaggerClient client = Client();

        string text = await client.GetListsAsync(["a", "b"], ["a", "b"], ["a", "b"], ["a", "b"], ["a", "b"], [1, 2], cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("a,b", text);
        Assert.Equal("/client/v4/lists?multi=a&multi=b&csv=a,b&ssv=a%20b&tsv=a%09b&pipes=a%7Cb", request.Path);
        Assert.Equal(("1,2", "text/csv"), (request.Header("X-List"), request.Header("Accept")));
    }

    [Fact]
    public async Task A_collection_format_applies_in_paths_and_headers_too()
    {
        Script(204, "", "");
        using SwaggerClient client = Client();

        await client.GetJoinedAsync(["a", "b/c"], [1, 2], [3, 4], cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("/client/v4/joined/a%7Cb%2Fc", request.Path);
        Assert.Equal(("1 2", "3|4"), (request.Header("X-Ssv"), request.Header("X-Pipes")));
    }

    [Fact]
    public async Task Form_data_is_a_multipart_or_a_form_as_the_operation_consumes_it()
    {
        Script(204, "", "");
        Script(204, "", "");
        using SwaggerClient client = Client();
        using var content = new MemoryStream("data"u8.ToArray());

        await client.SendFileAsync(new() { File = new FileContent(content, "a.bin"), Note = "n", Tags = ["x", "y"], Csv = ["x", "y"], Tsv = ["x", "y"] },
            cancellationToken: CancellationToken);
        await client.SendFieldsAsync(new() { Note = "n", Tags = ["x", "y"], Csv = ["x", "y"] }, cancellationToken: CancellationToken);

        Assert.Contains("name=\"file\"; filename=\"a.bin\"", Simulator.Requests[0].Body);
        Assert.Contains("\r\n\r\nx,y\r\n", Simulator.Requests[0].Body);
        Assert.Contains("\r\n\r\nx\ty\r\n", Simulator.Requests[0].Body);
        Assert.Equal(3, Simulator.Requests[0].Body.Split("name=\"tags\"").Length);
        Assert.Equal(
            ("application/x-www-form-urlencoded", "note=n&tags=x&tags=y&csv=x,y"), (Simulator.Requests[1].Header("Content-Type"), Simulator.Requests[1].Body));
    }

    [Fact]
    public async Task A_file_is_a_stream_of_what_the_operation_produces()
    {
        Script(200, "application/pdf", "%PDF", ("X-Pages", "3"));
        using SwaggerClient client = Client();

        ApiResponse<Stream> response = await client.GetFileWithResponseAsync(cancellationToken: CancellationToken);
        await using Stream stream = response.Value;

        Assert.Equal("%PDF", await new StreamReader(stream).ReadToEndAsync(CancellationToken));
        Assert.Equal(3, response.Headers.GetXPages());
        Assert.Equal("application/pdf", Assert.Single(Simulator.Requests).Header("Accept"));
    }

    [Fact]
    public async Task An_operations_own_media_types_win_over_the_documents()
    {
        Script(200, "application/json", """{"text":"t"}""");
        using SwaggerClient client = Client();

        Note note = await client.SendNoteAsync("hello", cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal(("t", "text/plain; charset=utf-8", "application/json", "hello"), (note.Text, request.Header("Content-Type"), request.Header("Accept"), request.Body));
    }

    private SwaggerClient Client() => new(new SwaggerClientOptions { BaseAddress = Simulator.BaseAddress });
}
