using System.Text.Json;
using Refit;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>Creates the client of Refit with source-generated JSON.</summary>
internal static class RefitRecordings
{
    public static IRefitRecordings Create(HttpMessageHandler handler, Uri address)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = TwinSerializer.Default };
        return RestService.For<IRefitRecordings>(
            new HttpClient(handler) { BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/')) },
            new RefitSettings(new SystemTextJsonContentSerializer(options)));
    }
}
