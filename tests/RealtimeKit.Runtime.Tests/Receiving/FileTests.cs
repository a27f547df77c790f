using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>A stream that a call returns throws the same exceptions as a call.</summary>
public sealed class FileTests
{
    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_that_is_pending_when_its_file_is_disposed_does_not_take_the_next_response(bool withToken)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                bool isFile = request.Method == "GET";
                await connection.WriteAsync(isFile
                    ? "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 20\r\n\r\n0123456789"
                    : TestApi.Response());
                if (isFile)
                {
                    await Task.Delay(60);
                    await connection.WriteAsync("0123456789");
                }
            }
        });
        using var transport = new ApiTransport(TestApi.Options(server.Address));
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await file.ReadExactlyAsync(new byte[10], Cancellation);
        using var source = new CancellationTokenSource();
        Task<int> pending = file.ReadAsync(new byte[10], withToken ? source.Token : CancellationToken.None).AsTask();
        await file.DisposeAsync();
        await Task.Delay(90, Cancellation);

        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_was_disposed_cannot_be_read(bool isAsync)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 10\r\n\r\n0123456789");
            }
        });
        using var transport = new ApiTransport(TestApi.Options(server.Address));
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        await file.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => _ = isAsync
            ? await file.ReadAsync(new byte[5], TestContext.Current.CancellationToken)
            : file.Read(new byte[5]));
    }

    [Theory]
    [InlineData("Content-Length: 99\r\n\r\nabc", false)]
    [InlineData("Content-Length: 99\r\n\r\nabc", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n", true)]
    public async Task One_that_breaks_off_is_a_connection_failure(string rest, bool isReset)
    {
        await using Opened opened = await OpenAsync(rest, isReset);

        foreach (Func<Stream, Task> read in Readers())
        {
            var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => read(opened.File));
            Assert.Equal("file", exception.OperationId);
            Assert.Contains("GET /things/{thing_id} (file) failed", exception.Message, StringComparison.Ordinal);
            Assert.Equal((true, 1), (exception.RequestMayHaveBeenSent, exception.Attempts));
        }
    }

    [Theory]
    [InlineData(2, 99, false)]
    [InlineData(3, 4, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, null, true)]
    public async Task Over_HTTP_2_one_that_is_shorter_than_declared_is_a_connection_failure_too(int version, int? length, bool isComplete)
    {
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            HttpResponseMessage response = new() { Version = new Version(version, 0), Content = new StreamContent(new MemoryStream("abc"u8.ToArray())) };
            response.Content.Headers.ContentLength = length;
            return response;
        });
        using var transport = new ApiTransport(TestApi.Options(new Uri("http://localhost")), client);
        foreach (Func<Stream, Task> read in Readers())
        {
            await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
            if (isComplete)
            {
                await file.CopyToAsync(Stream.Null, Cancellation);
                continue;
            }

            var exception = await Assert.ThrowsAsync<ApiConnectionException>(async () =>
            {
                await read(file);
                await read(file);
            });
            Assert.True(exception.RequestMayHaveBeenSent);
        }
    }

    [Fact]
    public async Task One_that_is_not_compressed_as_it_says_is_content_that_is_not_as_described()
    {
        await using Opened opened = await OpenAsync("Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\nabcdefghijklmnopqrst", isReset: false);

        await Assert.ThrowsAsync<ApiContentException>(() => opened.File.CopyToAsync(Stream.Null, Cancellation));
    }

    [Theory]
    [InlineData("gzip;q=1")]
    [InlineData("g zip")]
    [InlineData("identity, gzip;x")]
    [InlineData("\u00fcgzip")]
    public async Task One_with_a_coding_that_is_not_valid_is_not_returned_with_its_coded_bytes(string coding)
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(
            () => OpenAsync($"Content-Encoding: {coding}\r\nContent-Length: 3\r\n\r\nabc", isReset: false));

        Assert.Contains("still compressed", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, chunked")]
    [InlineData("x,chunked")]
    public async Task One_that_was_encoded_on_its_way_is_not_returned_with_its_coded_bytes(string coding)
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(
            () => OpenAsync($"Transfer-Encoding: {coding}\r\n\r\n3\r\nabc\r\n0\r\n\r\n", isReset: false));

        Assert.Contains("still compressed", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chunked")]
    [InlineData("Chunked ")]
    [InlineData("identity, chunked")]
    public async Task One_in_chunks_is_returned(string coding)
    {
        await using Opened opened = await OpenAsync($"Transfer-Encoding: {coding}\r\n\r\n3\r\nabc\r\n0\r\n\r\n", isReset: false);

        Assert.Equal("abc", await new StreamReader(opened.File).ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData(" , Identity ,")]
    public async Task One_without_a_coding_is_returned(string coding)
    {
        await using Opened opened = await OpenAsync($"Content-Encoding: {coding}\r\nContent-Length: 3\r\n\r\nabc", isReset: false);

        Assert.Equal("abc", await new StreamReader(opened.File).ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task A_read_that_the_caller_cancels_carries_his_token()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc");
            await connection.StallAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        using var source = new CancellationTokenSource(50);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.CopyToAsync(Stream.Null, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        await Assert.ThrowsAsync<ApiConnectionException>(() => file.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task One_that_the_caller_disposed_and_invalid_arguments_are_reported_as_such()
    {
        await using Opened opened = await OpenAsync("Content-Length: 3\r\n\r\nabc", isReset: false);
        Stream file = opened.File;

        Assert.ThrowsAny<ArgumentException>(() => file.Read(new byte[1], 0, 2));
        Assert.Equal("abc", await new StreamReader(file, leaveOpen: true).ReadToEndAsync(Cancellation));
        await file.DisposeAsync();
        Exception? exception = await Record.ExceptionAsync(() => file.CopyToAsync(Stream.Null, Cancellation));
        Assert.True(exception is null or ObjectDisposedException, $"{exception}");
    }

    private static IEnumerable<Func<Stream, Task>> Readers() =>
    [
        static file => file.CopyToAsync(Stream.Null, Cancellation),
        static async file => await file.ReadExactlyAsync(new byte[50], Cancellation),
        static file => file.ReadAsync(new byte[50], 0, 50, Cancellation),
        static file => Task.Run(() => file.Read(new byte[50], 0, 50)),
        static file => Task.Run(() => file.CopyTo(Stream.Null)),
    ];

    private static async Task<Opened> OpenAsync(string rest, bool isReset)
    {
        var isOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\n" + rest);
            await isOpen.Task.WaitAsync(connection.Stopping);
            if (isReset)
            {
                connection.Reset();
            }
        });
        var transport = new ApiTransport(TestApi.Options(server));
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        isOpen.SetResult();
        return new Opened(server, transport, file);
    }

    private sealed record Opened(RawServer Server, ApiTransport Transport, Stream File) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await File.DisposeAsync();
            Transport.Dispose();
            await Server.DisposeAsync();
        }
    }
}
