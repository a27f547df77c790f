using System.Net;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Errors;

/// <summary>A secret of an error is not shown, however strictly bodies are read.</summary>
public sealed class SecretErrorTests
{
    private const string Secret = "CANARYq9f8e";

    public static MatrixTheoryData<string, bool, bool> Cases => new(
        ["application/json", "text/plain", "text/html", "application/octet-stream"], [true, false], [true, false]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_text_of_an_exception_shows_it(string mediaType, bool isStrict, bool isWhole)
    {
        ApiErrorBody error = ApiErrorBody.Json<Thing>("400", static (ref Utf8JsonReader reader) => ThingJson.Read(ref reader));
        ApiOperation<Thing> operation = new()
        {
            OperationId = "create_thing",
            Method = HttpMethod.Post,
            PathTemplate = "/things/{thing_id}",
            Results = TestApi.Post.Results,
            Errors = [isWhole ? error.AsSecret() : error.AsSecret("message")],
        };
        using HttpClient client = FakeHandler.Client((_, _) => new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent($$"""{"message":"{{Secret}}"}""", Encoding.UTF8, mediaType),
        });
        ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/"));
        options.StrictReading = isStrict;
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        string shown = $"{exception}{exception.BodySnippet}{string.Concat(exception.Errors)}";
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
    }
}
