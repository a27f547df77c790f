using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>The same two operations, as the request builders of Kiota make them.</summary>
internal sealed class KiotaRecordings(HttpClientRequestAdapter adapter)
{
    private const string Template = "{+baseurl}/accounts/{account_id}/realtime/kit/{app_id}/recordings/{recording_id}";

    public static KiotaRecordings Create(HttpMessageHandler handler, Uri address)
    {
        var credential = new ApiKeyAuthenticationProvider("Bearer token", "Authorization", ApiKeyAuthenticationProvider.KeyLocation.Header);
        return new KiotaRecordings(new HttpClientRequestAdapter(
            credential, new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), new HttpClient(handler))
        {
            BaseUrl = address.AbsoluteUri.TrimEnd('/'),
        });
    }

    public Task<KiotaEnvelope?> GetAsync(Guid id) => adapter.SendAsync(Request(Method.GET, id), static _ => new KiotaEnvelope());

    public Task<KiotaEnvelope?> ActAsync(Guid id, KiotaAction action)
    {
        RequestInformation request = Request(Method.PUT, id);
        request.SetContentFromParsable(adapter, "application/json", action);
        return adapter.SendAsync(request, static _ => new KiotaEnvelope());
    }

    private static RequestInformation Request(Method method, Guid id)
    {
        var parameters = new Dictionary<string, object> { ["account_id"] = "account", ["app_id"] = "app", ["recording_id"] = id };
        var request = new RequestInformation(method, Template, parameters);
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }
}
