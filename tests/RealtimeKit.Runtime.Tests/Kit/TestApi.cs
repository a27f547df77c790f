using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Operations as the generator emits them, and responses to them.</summary>
internal static class TestApi
{
    public const string ThingBody = """{"success":true,"data":{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":4711}}""";

    public static readonly ApiOperation<Thing> Get = Operation("get_thing", HttpMethod.Get, isIdempotent: true);

    public static readonly ApiOperation<Thing> Put = Operation("put_thing", HttpMethod.Put, isIdempotent: true);

    public static readonly ApiOperation<Thing> Post = Operation("create_thing", HttpMethod.Post, isIdempotent: false);

    public static ApiRequest ThingRequest() => new($"things/{"42":thing_id}");

    public static ApiRequest RequestWith(BodyKind kind)
    {
        ApiRequest request = ThingRequest();
        return kind switch
        {
            BodyKind.Json => request.JsonBody(Thing.Sample, ThingJson.Write),
            BodyKind.File => request.StreamBody(new MemoryStream(new byte[400]), "image/png"),
            BodyKind.Form => request.MultipartBody(
                [MultipartPart.Field("a", "text"), MultipartPart.File("f", new FileContent(new MemoryStream(new byte[400]), "f"))]),
            _ => request,
        };
    }

    public static ApiRequest ThingRequest(Thing body) => ThingRequest().JsonBody(body, ThingJson.Write);

    public static ApiOperation<T> Operation<T>(string id, HttpMethod method, bool isIdempotent, params ApiResult<T>[] results) => new()
    {
        OperationId = id,
        Method = method,
        PathTemplate = "/things/{thing_id}",
        IsIdempotent = isIdempotent,
        Results = results,
    };

    public static ApiClientOptions Options(RawServer server) => Options(server.Address);

    public static ApiClientOptions Options(Uri address) => new()
    {
        BaseAddress = address,
        Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = 1_000_000 },
    };

    public static string Response(string body = ThingBody, string status = "200 OK", string contentType = "application/json", string headers = "")
        => $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\ncf-ray: 8c0ffee-FRA\r\n{headers}\r\n{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body))}";

    private static ApiOperation<Thing> Operation(string id, HttpMethod method, bool isIdempotent)
        => Operation(id, method, isIdempotent,
            ApiResult.Json<Thing>("200", static (ref Utf8JsonReader reader) => JsonReading.Envelope(ref reader, "data"u8, ThingJson.Read)));
}
