using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

/// <summary>
/// A handler below the hedging handler of .NET reads the whole response, as one that logs bodies. For the hedging handler, the first request is
/// then still running.
/// </summary>
public sealed class HedgedResponseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string, int> Cases => new(
        ["200 OK", "400 Bad Request", "503 Service Unavailable", "cut"], ["GET", "POST"], [300, 1_500]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_first_request_is_the_result_however_long_its_response_is_read(string status, string method, int milliseconds)
    {
        bool isCut = status == "cut";
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                string response = TestApi.Response(status: isCut ? "200 OK" : status);
                await connection.WriteAsync(response[..^20]);
                await Task.Delay(milliseconds, connection.Stopping);
                if (isCut)
                {
                    return;
                }

                await connection.WriteAsync(response[^20..]);
            }
        });
        using ServiceProvider provider = Provider(server);
        var client = provider.GetRequiredService<ThingsClient>();
        long started = Stopwatch.GetTimestamp();

        Exception? exception = await Record.ExceptionAsync(() => client.SendAsync(method == "GET" ? TestApi.Get : TestApi.Post, Cancellation));

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(6), $"{Stopwatch.GetElapsedTime(started)}");
        Assert.Equal(1, server.Requests);
        switch (exception)
        {
            case null:
                Assert.Equal("200 OK", status);
                break;
            case ApiStatusException failure:
                Assert.Equal(status[..3], $"{(int)failure.StatusCode}");
                Assert.Contains("data", failure.BodySnippet, StringComparison.Ordinal);
                break;
            default:
                var broken = Assert.IsType<HttpRequestException>(Assert.IsType<ApiConnectionException>(exception).InnerException);
                Assert.True(isCut);
                Assert.Equal(HttpRequestError.ResponseEnded, broken.HttpRequestError);
                break;
        }
    }

    private static ServiceProvider Provider(RawServer server)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.Tenant = "t";
            options.BaseAddress = server.Address;
            options.Retry = new RetryOptions { MaxRetries = 0 };
        });
        builder.AddStandardHedgingHandler().Configure(static options => options.Hedging.Delay = TimeSpan.FromMilliseconds(100));
        builder.AddHttpMessageHandler(static () => new ReadingHandler());
        return services.BuildServiceProvider();
    }

    private sealed class ReadingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }
}
