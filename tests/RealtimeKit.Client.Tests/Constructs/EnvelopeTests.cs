using RealtimeKit.Client.Tests.Envelopes;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>A result within a property of the response is null only if the document says so.</summary>
public sealed class EnvelopeTests : ConstructTest
{
    [Fact]
    public async Task A_result_that_can_be_null_is_null()
    {
        Script(200, "application/json", """{"data":null}""");
        Script(200, "application/json", """{"data":null}""");
        using EnvelopesClient client = Client();

        Assert.Null(await client.GetNoteAsync(cancellationToken: CancellationToken));
        Assert.Null(await client.GetCountAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_result_that_can_be_null_is_read()
    {
        Script(200, "application/json", """{"data":{"text":"a"}}""");
        Script(200, "application/json", """{"more":1,"data":2}""");
        using EnvelopesClient client = Client();

        Assert.Equal("a", (await client.GetNoteAsync(cancellationToken: CancellationToken))?.Text);
        Assert.Equal(2, await client.GetCountAsync(cancellationToken: CancellationToken));
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("{}")]
    public async Task A_result_that_cannot_be_null_is_not(string body)
    {
        Script(200, "application/json", body);
        using EnvelopesClient client = Client();

        await Assert.ThrowsAsync<ApiContentException>(() => client.GetCertainAsync(cancellationToken: CancellationToken));
    }

    private EnvelopesClient Client() => new(new EnvelopesClientOptions { BaseAddress = Simulator.BaseAddress });
}
