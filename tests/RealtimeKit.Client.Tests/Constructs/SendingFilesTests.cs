using System.Text;
using RealtimeKit.Client.Tests.SendingFiles;
using RealtimeKit.Client.Tests.SendingSwagger;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Schemas of files are sent as files, and bytes unchanged.</summary>
public sealed class SendingFilesTests : ConstructTest
{
    [Fact]
    public async Task A_member_of_a_form_is_a_file_however_its_schema_says_so()
    {
        using SendingFilesClient client = Client();

        await client.EditAsync(
            new()
            {
                Image = [File("one"), File("two")],
                Mask = File("mask"),
                Attachments = [File("first")],
                Typed = File("typed"),
                Referred = File("referred"),
                Composed = File("composed"),
                Listed = [File("listed")],
                Untyped = File("untyped"),
                UntypedList = [File("untypedList")],
                FileOrText = FileContent.FromText("only text"),
            },
            cancellationToken: CancellationToken);

        string body = Assert.Single(Simulator.Requests).Body;
        foreach ((string field, string file) in new[]
        {
            ("image", "one"), ("image", "two"), ("mask", "mask"), ("attachments", "first"), ("typed", "typed"), ("referred", "referred"),
                ("composed", "composed"), ("listed", "listed"), ("untyped", "untyped"), ("untypedList", "untypedList"),
        })
        {
            Assert.Contains(
                $"name=\"{field}\"; filename=\"{file}.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n{file}\r\n", body, StringComparison.Ordinal);
        }

        Assert.Contains("name=\"fileOrText\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nonly text\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_sent_in_every_call_that_has_it()
    {
        Script(204, "", "");
        Script(204, "", "");
        using SendingFilesClient client = Client();
        var text = FileContent.FromText("only text");

        await client.EditAsync(new() { Image = [File("one")], FileOrText = text }, cancellationToken: CancellationToken);
        await client.EditAsync(new() { Image = [text, text], FileOrText = text }, cancellationToken: CancellationToken);

        Assert.Equal([2, 4], Simulator.Requests.Select(static request => request.Body.Split("only text").Length));
    }

    [Fact]
    public async Task A_file_that_may_be_left_out_is_and_one_that_may_not_is_refused()
    {
        using SendingFilesClient client = Client();

        await client.EditAsync(new() { Image = [File("one")], Mask = null }, cancellationToken: CancellationToken);

        Assert.Equal(2, Assert.Single(Simulator.Requests).Body.Split("Content-Disposition").Length);
        Assert.Equal("image",
            (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.EditAsync(new() { Image = null! }, cancellationToken: CancellationToken))).ParamName);
        Assert.Equal("image",
            (await Assert.ThrowsAnyAsync<ArgumentException>(
                () => client.EditAsync(new() { Image = [null!] }, cancellationToken: CancellationToken))).ParamName);
    }

    [Fact]
    public async Task An_urlencoded_form_with_files_is_sent_in_parts()
    {
        using SendingFilesClient client = Client();

        await client.MoveAsync(new() { Files = [File("a"), File("b")], Caption = "c" }, cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"a.bin\"", request.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"b.bin\"", request.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"caption\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nc\r\n", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_type_is_sent_in_parts()
    {
        using SendingFilesClient client = Client();

        await client.SendUntypedAsync(new() { File = File("a") }, cancellationToken: CancellationToken);

        Assert.Contains("name=\"file\"; filename=\"a.bin\"", Assert.Single(Simulator.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_the_document_does_not_name_are_named_by_the_caller()
    {
        using SendingFilesClient client = Client();

        await client.SendNamedAsync(new Dictionary<string, FileContent> { ["cover"] = File("a") }, cancellationToken: CancellationToken);

        Assert.Contains("name=\"cover\"; filename=\"a.bin\"", Assert.Single(Simulator.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_sent_under_each_of_their_media_types()
    {
        using SendingFilesClient client = Client();
        using SendingSwaggerClient swagger = Swagger(2);

        await client.SendRangedAsync(Stream("PNG"), "image/png", cancellationToken: CancellationToken);
        await swagger.UpAsync(Stream("bytes"), cancellationToken: CancellationToken);
        await swagger.UpAsync(Stream("""{"a":1}"""), "application/json", cancellationToken: CancellationToken);

        Assert.Equal(
            [("image/png", "PNG"), ("application/octet-stream", "bytes"), ("application/json", """{"a":1}""")],
            Simulator.Requests.Select(static request => (request.Header("Content-Type"), request.Body)));
        Assert.Equal("body", (await Assert.ThrowsAnyAsync<ArgumentException>(() => swagger.UpAsync(null!, cancellationToken: CancellationToken))).ParamName);
    }

    [Fact]
    public async Task A_list_with_commas_can_be_empty()
    {
        using SendingSwaggerClient client = Swagger(3);

        await client.FindCsvAsync(cancellationToken: CancellationToken);
        await client.FindCsvAsync([], cancellationToken: CancellationToken);
        await client.FindCsvAsync(["a", "b"], "text/csv", cancellationToken: CancellationToken);

        Assert.Equal(["/client/v4/csv", "/client/v4/csv?ids=", "/client/v4/csv?ids=a,b"], Simulator.Requests.Select(static request => request.Path));
        Assert.Equal("text/csv", Simulator.Requests[2].Header("Accept"));
    }

    [Fact]
    public async Task A_path_that_differs_in_its_query_alone_is_an_operation_like_any_other()
    {
        using SendingSwaggerClient client = Swagger(3);

        await client.GetLogsAsync(cancellationToken: CancellationToken);
        await client.GetOpenLogsAsync(2, cancellationToken: CancellationToken);
        await client.PutLogAsync("a/b", "head", new() { Text = "t" }, cancellationToken: CancellationToken);

        Assert.Equal(["/client/v4/logs", "/client/v4/logs?kind=open&page=2", "/client/v4/logs/a%2Fb?comp=head&full"],
            Simulator.Requests.Select(static request => request.Path));
        Assert.Equal("""{"text":"t"}""", Simulator.Requests[2].Body);
    }

    [Fact]
    public async Task What_skips_encoding_is_sent_as_it_is_within_its_place()
    {
        using SendingSwaggerClient client = Swagger(1);

        await client.GetBlobAsync("a/b%20c", "x=1%2F2&y", cancellationToken: CancellationToken);

        Assert.Equal("/client/v4/blobs/a/b%20c?sig=x=1%2F2%26y", Assert.Single(Simulator.Requests).Path);
        foreach (string path in new[] { "../secret", "a/%2e%2e/b", "a?b=c", "" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetBlobAsync(path, cancellationToken: CancellationToken));
        }
    }

    [Fact]
    public void A_parameterized_host_is_a_server_to_choose()
    {
        Assert.Null(new SendingSwaggerClientOptions().BaseAddress);
        Assert.Equal("https://acme.example.com/v2/", SendingSwaggerServers.AccountZoneV2("acme").AbsoluteUri);
        Assert.Equal("https://acme.example.org/v2/", SendingSwaggerServers.AccountZoneV2("acme", "example.org").AbsoluteUri);
        Assert.Throws<ArgumentException>(() => SendingSwaggerServers.AccountZoneV2("evil.test/"));
    }

    private static FileContent File(string name) => new(Stream(name), name + ".bin");

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private SendingFilesClient Client()
    {
        Script(204, "", "");
        return new SendingFilesClient(new() { BaseAddress = Simulator.BaseAddress });
    }

    private SendingSwaggerClient Swagger(int responses)
    {
        for (int i = 0; i < responses; i++)
        {
            Script(204, "", "");
        }

        return new SendingSwaggerClient(new() { BaseAddress = Simulator.BaseAddress });
    }
}
