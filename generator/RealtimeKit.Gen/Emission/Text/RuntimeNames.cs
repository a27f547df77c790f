using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>
/// Every external name that emitted code uses. A test resolves each against the runtime and the framework.
/// </summary>
/// <remarks>
/// A name begins with an alias of its namespace, which every emitted namespace declares at its beginning. The compiler looks up
/// the part before <c>::</c> among aliases only, so no type or member of the document or the consumer can hide it. Within a
/// namespace, the aliases also precede the consumer's own global aliases of the same names.
/// </remarks>
internal static class RuntimeNames
{
    public const string Framework = AliasNames.Framework + "::";
    public const string Runtime = AliasNames.Runtime + "::";
    public const string Wire = AliasNames.Wire + "::";
    public const string Json = AliasNames.Json + "::";
    public const string Generic = AliasNames.Generic + "::";
    public const string Tasks = AliasNames.Tasks + "::";
    public const string Http = AliasNames.Http + "::";

    /// <summary>The namespace of the emitted client.</summary>
    public const string Api = AliasNames.Api + "::";

    /// <summary>The namespaces of the aliases; <see cref="Api"/> depends on the client.</summary>
    public static readonly IReadOnlyList<(string Alias, string Namespace)> Aliases =
    [
        (Generic, "System.Collections.Generic"),
        (Http, "System.Net.Http"),
        (Json, "System.Text.Json"),
        (Runtime, "RealtimeKit.Runtime"),
        (Framework, "System"),
        (Tasks, "System.Threading.Tasks"),
        (Wire, "RealtimeKit.Runtime.Wire"),
    ];

    public const string ApiTransport = Runtime + "ApiTransport";
    public const string ApiUnion = Runtime + "ApiUnion";
    public const string ApiClient = Runtime + "IApiClient";
    public const string ApiClientOptions = Runtime + "ApiClientOptions";
    public const string RequestOptions = Runtime + "RequestOptions";
    public const string ApiStatusException = Runtime + "ApiStatusException";
    public const string ApiResponse = Runtime + "ApiResponse";
    public const string ServerSentEvent = Runtime + "ServerSentEvent";
    public const string OpenEnum = Runtime + "OpenEnum";
    public const string Optional = Runtime + "Optional";
    public const string OptionalEnum = Runtime + "OptionalEnum";
    public const string OptionalList = Runtime + "OptionalList";
    public const string OptionalMap = Runtime + "OptionalMap";
    public const string OptionalSecret = Runtime + "OptionalSecret";
    public const string SensitiveString = Runtime + "SensitiveString";
    public const string FileContent = Runtime + "FileContent";
    public const string NoContent = Runtime + "NoContent";

    public const string ApiKeyLocation = Runtime + "ApiKeyLocation";

    public const string ClientSecurity = Wire + "ClientSecurity";
    public const string SecurityScheme = Wire + "SecurityScheme";
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
    public const string ServerAddress = Wire + "ServerAddress";
    public const string Discriminator = Wire + "Discriminator";
    public const string JsonUnion = Wire + "JsonUnion";
    public const string UnionCase = Wire + "UnionCase";
    public const string UnionTokens = Wire + "UnionTokens";
    public const string JsonCodec = Wire + "IJsonCodec";
    public const string JsonCodecConverter = Wire + "JsonCodecConverter";
    public const string JsonNames = Wire + "JsonNames";
    public const string JsonMembers = Wire + "JsonMembers";
    public const string JsonFields = Wire + "JsonFields";
    public const string JsonTextEnum = Wire + "JsonTextEnum";
    public const string JsonNumberEnum = Wire + "JsonNumberEnum";
    public const string JsonTextFlags = Wire + "JsonTextFlags";
    public const string MultipartParts = Wire + "MultipartParts";
    public const string FormFields = Wire + "FormFields";
    public const string RecordText = Wire + "RecordText";
    public const string RawItems = Wire + "RawItems";
    public const string SpanParsableText = Wire + "SpanParsableText";
    public const string ParsableText = Wire + "ParsableText";
    public const string Utf8ParsableText = Wire + "Utf8ParsableText";
    public const string NumericText = Wire + "NumericText";
    public const string DateText = Wire + "DateText";
    public const string DateTimeText = Wire + "DateTimeText";

    public const string Utf8JsonReader = Json + "Utf8JsonReader";
    public const string Utf8JsonWriter = Json + "Utf8JsonWriter";
    public const string JsonElement = Json + "JsonElement";
    public const string JsonTokenType = Json + "JsonTokenType";
    public const string JsonConverter = Json + "Serialization.JsonConverter";
    public const string Task = Tasks + "Task";
    public const string CancellationToken = Framework + "Threading.CancellationToken";
    public const string AsyncEnumerable = Generic + "IAsyncEnumerable";
    public const string ReadOnlyList = Generic + "IReadOnlyList";
    public const string List = Generic + "List";
    public const string ReadOnlyDictionary = Generic + "IReadOnlyDictionary";
    public const string Dictionary = Generic + "Dictionary";
    public const string HttpClient = Http + "HttpClient";
    public const string HttpMethod = Http + "HttpMethod";
    public const string HttpResponseHeaders = Http + "Headers.HttpResponseHeaders";
    public const string HttpContentHeaders = Http + "Headers.HttpContentHeaders";
    public const string Stream = Framework + "IO.Stream";
    public const string Uri = Framework + "Uri";
    public const string UriKind = Framework + "UriKind";
    public const string ConvertType = Framework + "Convert";
    public const string CultureInfo = Framework + "Globalization.CultureInfo";
    public const string Obsolete = Framework + "Obsolete";
    public const string Guid = Framework + "Guid";
    public const string DateTimeOffset = Framework + "DateTimeOffset";
    public const string DateOnly = Framework + "DateOnly";
    public const string TimeOnly = Framework + "TimeOnly";
    public const string TimeSpan = Framework + "TimeSpan";
    public const string ReadOnlySpan = Framework + "ReadOnlySpan";
    public const string StringBuilder = Framework + "Text.StringBuilder";
    public const string Flags = Framework + "Flags";
    public const string Func = Framework + "Func";
    public const string ArrayType = Framework + "Array";
    public const string Disposable = Framework + "IDisposable";
    public const string GarbageCollector = Framework + "GC";
    public const string StringComparisonType = Framework + "StringComparison";
    public const string ArgumentException = Framework + "ArgumentException";
    public const string ArgumentNullException = Framework + "ArgumentNullException";
    public const string InvalidOperationException = Framework + "InvalidOperationException";
    public const string MaybeNullWhen = Framework + "Diagnostics.CodeAnalysis.MaybeNullWhen";
    public const string SetsRequiredMembers = Framework + "Diagnostics.CodeAnalysis.SetsRequiredMembers";
}
