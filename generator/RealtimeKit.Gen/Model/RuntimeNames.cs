namespace RealtimeKit.Gen.Model;

/// <summary>Every name outside itself that emitted code says. A test resolves each against the runtime and the framework.</summary>
internal static class RuntimeNames
{
    public const string Runtime = "global::RealtimeKit.Runtime.";
    public const string Wire = "global::RealtimeKit.Runtime.Wire.";

    public const string ApiTransport = Runtime + "ApiTransport";
    public const string ApiClient = Runtime + "IApiClient";
    public const string ApiClientOptions = Runtime + "ApiClientOptions";
    public const string RequestOptions = Runtime + "RequestOptions";
    public const string ApiResponse = Runtime + "ApiResponse";
    public const string OpenEnum = Runtime + "OpenEnum";
    public const string Optional = Runtime + "Optional";
    public const string SensitiveString = Runtime + "SensitiveString";
    public const string FileContent = Runtime + "FileContent";
    public const string NoContent = Runtime + "NoContent";

    public const string ApiOperation = Wire + "ApiOperation";
    public const string ApiRequest = Wire + "ApiRequest";
    public const string ApiResult = Wire + "ApiResult";
    public const string ApiErrorBody = Wire + "ApiErrorBody";
    public const string ParameterValue = Wire + "ParameterValue";
    public const string ParameterStyle = Wire + "ParameterStyle";
    public const string FormField = Wire + "FormField";
    public const string MultipartPart = Wire + "MultipartPart";
    public const string JsonReading = Wire + "JsonReading";
    public const string JsonWriting = Wire + "JsonWriting";
    public const string ParameterValues = Wire + "ParameterValues";
    public const string HeaderReading = Wire + "HeaderReading";
    public const string JsonUnion = Wire + "JsonUnion";
    public const string UnionCase = Wire + "UnionCase";
    public const string UnionTokens = Wire + "UnionTokens";

    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string JsonTokenType = "global::System.Text.Json.JsonTokenType";
    public const string JsonSerializerOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string HttpClient = "global::System.Net.Http.HttpClient";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";
    public const string HttpResponseHeaders = "global::System.Net.Http.Headers.HttpResponseHeaders";
    public const string HttpContentHeaders = "global::System.Net.Http.Headers.HttpContentHeaders";
    public const string Stream = "global::System.IO.Stream";
    public const string Uri = "global::System.Uri";
    public const string Obsolete = "global::System.Obsolete";
}
