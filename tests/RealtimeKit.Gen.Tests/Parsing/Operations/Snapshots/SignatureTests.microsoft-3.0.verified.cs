public record Address
{
    required string Street { get; init; }
    required string City { get; init; }
    string? Zip { get; init; }
}

public enum Carrier
{
    DhlExpress,
    UpsGround,
}

public record Circle
{
    required double Radius { get; init; }
    string? Colour { get; init; }
}

public record Collections
{
    required IReadOnlyList<int> Array { get; init; }
    required IReadOnlyList<string> List { get; init; }
    required IReadOnlyList<decimal> ReadOnly { get; init; }
    required IReadOnlyList<string> Set { get; init; }
    required IReadOnlyList<Guid> Sequence { get; init; }
    required IReadOnlyList<IReadOnlyList<int>> Matrix { get; init; }
    required IReadOnlyList<int?> Gaps { get; init; }
    required IReadOnlyList<string> MaybeTexts { get; init; }
    IReadOnlyList<DateOnly>? MaybeDays { get; init; }
    required IReadOnlyList<Money> Prices { get; init; }
}

public record DefaultValues
{
    required int Page { get; init; }
    required string Sort { get; init; }
    required bool Descending { get; init; }
    required OpenEnum<OrderStatus> Status { get; init; }
}

public record Dictionaries
{
    required IReadOnlyDictionary<string, int> Counts { get; init; }
    required IReadOnlyDictionary<string, string> Labels { get; init; }
    required IReadOnlyDictionary<string, string> ById { get; init; }
    required IReadOnlyDictionary<string, decimal> ByKey { get; init; }
    required IReadOnlyDictionary<string, int> ByStatus { get; init; }
    required IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; }
    required IReadOnlyDictionary<string, OrderLine> Lines { get; init; }
    IReadOnlyDictionary<string, int>? MaybeCounts { get; init; }
    required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Nested { get; init; }
}

public record Drawing
{
    required Shape Main { get; init; }
    Shape? Background { get; init; }
    required IReadOnlyList<Shape> Shapes { get; init; }
    required IReadOnlyDictionary<string, Shape> Named { get; init; }
}

public record Enums
{
    OpenEnum<OrderStatus>? Status { get; init; }
    long? Priority { get; init; }
    long? Permissions { get; init; }
    string? Features { get; init; }
    OpenEnum<Carrier>? Carrier { get; init; }
    OpenEnum<OrderStatus>? MaybeStatus { get; init; }
    long? MaybePriority { get; init; }
    long? MaybePermissions { get; init; }
    required IReadOnlyList<OpenEnum<OrderStatus>> History { get; init; }
    required IReadOnlyList<long> Priorities { get; init; }
}

public record EnvelopeOfMoney
{
    required Money Value { get; init; }
    string? Remark { get; init; }
}

public record EnvelopeOfProduct
{
    required Product? Value { get; init; }
    string? Remark { get; init; }
}

public record EnvelopeOfint
{
    required int Value { get; init; }
    string? Remark { get; init; }
}

public record EnvelopeOfstring
{
    required string? Value { get; init; }
    string? Remark { get; init; }
}

public class FilesClient
{
    Task<Stream> GetPictureAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Stream> GetStreamAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<string> GetTableAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<LoginForm> LoginAsync(LoginFormForm request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<LoginForm> LoginAsMultipartAsync(LoginFormForm request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadAsync(UploadFileMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadCaptionedFileAsync(UploadCaptionedFileMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadFilesAsync(UploadFilesMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadOptionalFileAsync(UploadOptionalFileMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<int> UploadRawAsync(Stream content, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record HeaderValues
{
    required string Trace { get; init; }
    required int? Count { get; init; }
    required IReadOnlyList<string> Languages { get; init; }
}

public record HttpValidationProblemDetails
{
    string? Type { get; init; }
    string? Title { get; init; }
    int? Status { get; init; }
    string? Detail { get; init; }
    string? Instance { get; init; }
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }
}

public record JsonColumns
{
    JsonElement? Element { get; init; }
    required JsonElement Node { get; init; }
    required IReadOnlyDictionary<string, JsonElement> Object { get; init; }
    JsonElement? MaybeElement { get; init; }
    required JsonElement Anything { get; init; }
}

public record LoginForm
{
    required string User { get; init; }
    int? Attempts { get; init; }
    bool? Remember { get; init; }
    DateOnly? Birthday { get; init; }
}

public record LoginFormForm
{
    required string User { get; init; }
    int? Attempts { get; init; }
    bool? Remember { get; init; }
    DateOnly? Birthday { get; init; }
}

public record Money
{
    decimal? Amount { get; init; }
    string? Currency { get; init; }
}

public record NullableNumbers
{
    byte? Byte { get; init; }
    short? Short { get; init; }
    int? Int { get; init; }
    uint? UInt { get; init; }
    long? Long { get; init; }
    ulong? ULong { get; init; }
    float? Float { get; init; }
    double? Double { get; init; }
    decimal? Decimal { get; init; }
}

public record Numbers
{
    byte? Byte { get; init; }
    long? SByte { get; init; }
    short? Short { get; init; }
    ushort? UShort { get; init; }
    int? Int { get; init; }
    uint? UInt { get; init; }
    long? Long { get; init; }
    ulong? ULong { get; init; }
    float? Float { get; init; }
    double? Double { get; init; }
    decimal? Decimal { get; init; }
    double? Half { get; init; }
    long? Int128 { get; init; }
    long? UInt128 { get; init; }
}

public record Order
{
    int? Id { get; init; }
    required string Customer { get; init; }
    OpenEnum<OrderStatus>? Status { get; init; }
    required IReadOnlyList<OrderLine> Lines { get; init; }
    decimal? Total { get; init; }
    int? Discount { get; init; }
    string? Note { get; init; }
    Address? ShipTo { get; init; }
    DateTimeOffset? PlacedAt { get; init; }
    string? ExternalRef { get; init; }
}

public record OrderEvent
{
    required int OrderId { get; init; }
    required OpenEnum<OrderStatus> Status { get; init; }
    required DateTimeOffset At { get; init; }
}

public record OrderLine
{
    required string Sku { get; init; }
    required int Quantity { get; init; }
    required decimal UnitPrice { get; init; }
}

public record OrderPatch
{
    OptionalEnum<OrderStatus> Status { get; init; }
    Optional<string?> Note { get; init; }
    Optional<int?> Discount { get; init; }
}

public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
    Cancelled,
}

public class OrdersClient
{
    Task<Order> ChangeAsync(int id, OrderPatch request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<int> CountAsync(OpenEnum<OrderStatus>? status = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Order> CreateAsync(Order request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<int> CreateOrdersAsync(IReadOnlyList<Order> request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task DeleteAsync(int id, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Order> FindAsync(bool there, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Order> GetAsync(int id, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Order> GetLatestOrderAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyDictionary<string, decimal>> GetTotalsAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<PagedResultOfOrder> ListAsync(int? page = null, OpenEnum<OrderStatus>? status = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<OpenEnum<OrderStatus>>> ListStatusesAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task ReplaceAsync(int id, Order request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record PagedResultOfEnvelopeOfProduct
{
    required IReadOnlyList<EnvelopeOfProduct> Items { get; init; }
    required int Page { get; init; }
    required long TotalCount { get; init; }
    bool? HasMore { get; init; }
}

public record PagedResultOfOrder
{
    required IReadOnlyList<Order> Items { get; init; }
    required int Page { get; init; }
    required long TotalCount { get; init; }
    bool? HasMore { get; init; }
}

public record PairOfstringAndEnvelopeOfint
{
    required string? First { get; init; }
    required EnvelopeOfint? Second { get; init; }
}

public class ParametersClient
{
    Task<DefaultValues> GetByDefaultsAsync(int? page = null, string? sort = null, bool? @descending = null, OpenEnum<OrderStatus>? status = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<HeaderValues> GetByHeadersAsync(string xTrace, IReadOnlyList<string> xLanguages, int? xCount = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<QueryLists> GetByListsAsync(IReadOnlyList<int> ids, IReadOnlyList<string> name, IReadOnlyList<Guid> keys, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<PathValues> GetByPathAsync(int id, Guid key, DateOnly day, string name, OpenEnum<OrderStatus> status, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<QueryValues> GetByQueryAsync(string text, bool flag, double ratio, decimal price, long big, DateTimeOffset at, DateOnly day, TimeOnly time, TimeSpan span, OpenEnum<OrderStatus> status, int? page = null, Guid? key = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<EnvelopeOfstring> GetFileAsync(string path, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<string> GetNearAsync(string point, string? version = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<SearchParameters> SearchAsync(string shelf, string text, IReadOnlyList<string> sortBy, int? page = null, string? xLanguage = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record PathValues
{
    required int Id { get; init; }
    required Guid Key { get; init; }
    required DateOnly Day { get; init; }
    required string Name { get; init; }
    required OpenEnum<OrderStatus> Status { get; init; }
}

public record Presence
{
    required string Needed { get; init; }
    required string? NeededMaybeNull { get; init; }
    required int NeededNumber { get; init; }
    string? Defaulted { get; init; }
    string? Optional { get; init; }
    int? OptionalNumber { get; init; }
    required string? Annotated { get; init; }
}

public class PricesClient
{
    Task<decimal> GetV1Async(string sku, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Money> GetV2Async(string sku, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyDictionary<string, Money>> ListAsync(string apiVersion, IReadOnlyList<string> sku, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record ProblemDetails
{
    string? Type { get; init; }
    string? Title { get; init; }
    int? Status { get; init; }
    string? Detail { get; init; }
    string? Instance { get; init; }
}

public class ProblemsClient
{
    Task<int> GetExceptionAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task GetRefusalAsync(bool known, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<int> GetTypedProblemAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<int> GetUndeclaredProblemAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task ValidateAsync(OrderLine request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record Product
{
    int? Id { get; init; }
    required string Name { get; init; }
    decimal? Price { get; init; }
    long? Kind { get; init; }
    IReadOnlyList<string>? Tags { get; init; }
    IReadOnlyDictionary<string, string>? Attributes { get; init; }
    DateOnly? Since { get; init; }
}

public class ProductsClient
{
    Task<Product> ChangeAsync(int id, IReadOnlyDictionary<string, JsonElement> request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<long> CountAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Product> CreateAsync(Product request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task DeleteAsync(int id, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Product?> FindAsync(string? name = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Product> GetAsync(int id, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<PagedResultOfEnvelopeOfProduct> GetPageAsync(int? page = null, int? size = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Money>>> GetSalesAsync(DateOnly? @from = null, TimeSpan? within = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task HasAsync(int id, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<Product>> ListAsync(string? name = null, decimal? minPrice = null, IReadOnlyList<int>? ids = null, long? kind = null, int? page = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<string>> ListNamesAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<Product>> ListOfKindAsync(long kind, IReadOnlyList<int>? ids = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task ReplaceAsync(int id, Product request, string? ifMatch = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record QueryLists
{
    required IReadOnlyList<int> Ids { get; init; }
    required IReadOnlyList<string> Names { get; init; }
    required IReadOnlyList<Guid> Keys { get; init; }
}

public record QueryValues
{
    required string Text { get; init; }
    int? Page { get; init; }
    bool? Flag { get; init; }
    double? Ratio { get; init; }
    decimal? Price { get; init; }
    long? Big { get; init; }
    DateTimeOffset? At { get; init; }
    DateOnly? Day { get; init; }
    TimeOnly? Time { get; init; }
    TimeSpan? Span { get; init; }
    Guid? Key { get; init; }
    OpenEnum<OrderStatus>? Status { get; init; }
}

public record Refusal
{
    required string Code { get; init; }
    required string Reason { get; init; }
    required int? RetryInSeconds { get; init; }
}

public class ScalarsClient
{
    Task<int> EchoNumberAsync(int request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<OpenEnum<OrderStatus>> EchoStatusAsync(OpenEnum<OrderStatus> request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<string> EchoTextAsync(string request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<ulong> GetBigAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<byte[]> GetBytesAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<DateOnly> GetDayAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<bool> GetFlagAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Guid> GetGuidAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<TimeSpan> GetLengthAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<decimal> GetNumberAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<long> GetPermissionsAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<long> GetPriorityAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<string> GetTextAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record SearchParameters
{
    required string Shelf { get; init; }
    required string Text { get; init; }
    required int? Page { get; init; }
    required string? Language { get; init; }
    required IReadOnlyList<string> SortBy { get; init; }
}

public class Shape : ApiUnion
{
    Shape FromUnknown(JsonElement json)
    Shape From(ShapeCircle value)
    bool TryGetShapeCircle(out ShapeCircle value)
    implicit operator Shape(ShapeCircle value)
    Shape From(ShapeRectangle value)
    bool TryGetShapeRectangle(out ShapeRectangle value)
    implicit operator Shape(ShapeRectangle value)
    TResult Match<TResult>(Func<ShapeCircle, TResult> shapeCircle, Func<ShapeRectangle, TResult> shapeRectangle, Func<JsonElement, TResult> unknown)
}

public record ShapeCircle
{
    string Kind { get; init; } = "circle"
    required double Radius { get; init; }
    string? Colour { get; init; }
}

public record ShapeRectangle
{
    string Kind { get; init; } = "rectangle"
    double? Width { get; init; }
    double? Height { get; init; }
    string? Colour { get; init; }
}

public class ShapesClient
{
    Task<Shape> EchoAsync(Shape request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Drawing> EchoDrawingAsync(Drawing request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Vehicle> EchoVehicleAsync(Vehicle request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<Vehicle>> EchoVehiclesAsync(IReadOnlyList<Vehicle> request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Circle> GetCircleAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Van> GetVanAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<Shape>> ListAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public class ShopClient : IApiClient<ShopClient>, IDisposable
{
    FilesClient Files { get; }
    OrdersClient Orders { get; }
    ParametersClient Parameters { get; }
    PricesClient Prices { get; }
    ProblemsClient Problems { get; }
    ProductsClient Products { get; }
    ScalarsClient Scalars { get; }
    ShapesClient Shapes { get; }
    StreamsClient Streams { get; }
    UploadsClient Uploads { get; }
    ValuesClient Values { get; }
    void Dispose()
}

public class ShopClientOptions : ApiClientOptions
{
}

public class ShopRequestOptions : RequestOptions
{
}

public record StoredFile
{
    required string Field { get; init; }
    required string FileName { get; init; }
    required string? ContentType { get; init; }
    required long Length { get; init; }
    required string Text { get; init; }
}

public record StoredFiles
{
    required string? Caption { get; init; }
    required IReadOnlyList<StoredFile> Files { get; init; }
}

public class StreamsClient
{
    IAsyncEnumerable<OrderEvent> StreamEventsStreamingAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    IAsyncEnumerable<ServerSentEvent<OrderEvent>> StreamEventsStreamingEventsAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    IAsyncEnumerable<OrderEvent> StreamItemsStreamingAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    IAsyncEnumerable<ServerSentEvent<OrderEvent>> StreamItemsStreamingEventsAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<int>> StreamNumbersAsync(int count, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<Order>> StreamOrdersAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    IAsyncEnumerable<string> StreamWordsStreamingAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    IAsyncEnumerable<ServerSentEvent<string>> StreamWordsStreamingEventsAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record Texts
{
    required string Text { get; init; }
    string? Letter { get; init; }
    Guid? Key { get; init; }
    required Uri Link { get; init; }
    required string Version { get; init; }
    required byte[] Bytes { get; init; }
    Guid? MaybeKey { get; init; }
    string? MaybeLetter { get; init; }
    Uri? MaybeLink { get; init; }
    byte[]? MaybeBytes { get; init; }
    string? Mail { get; init; }
    string? Code { get; init; }
}

public record Times
{
    DateTimeOffset? UtcTime { get; init; }
    DateTimeOffset? Instant { get; init; }
    DateOnly? Day { get; init; }
    TimeOnly? Opens { get; init; }
    TimeSpan? Length { get; init; }
    DateTimeOffset? MaybeInstant { get; init; }
    DateOnly? MaybeDay { get; init; }
    TimeOnly? MaybeOpens { get; init; }
    TimeSpan? MaybeLength { get; init; }
}

public record TreeNode
{
    required string Label { get; init; }
    TreeNode? Parent { get; init; }
    IReadOnlyList<TreeNode>? Children { get; init; }
}

public record UploadAddressForm
{
    string? Street { get; init; }
    string? City { get; init; }
    string? Zip { get; init; }
}

public record UploadCaptionedFileMultipart
{
    required FileContent File { get; init; }
    required string Caption { get; init; }
}

public record UploadDocumentsMultipart
{
    IReadOnlyList<FileContent>? Documents { get; init; }
    string? Caption { get; init; }
}

public record UploadFileMultipart
{
    required FileContent File { get; init; }
}

public record UploadFilesMultipart
{
    required IReadOnlyList<FileContent> Files { get; init; }
}

public record UploadOptionalFileMultipart
{
    FileContent? File { get; init; }
    string? Caption { get; init; }
}

public record UploadPictureMultipart
{
    FileContent? Picture { get; init; }
}

public record UploadProductMultipart
{
    string? Name { get; init; }
    decimal? Price { get; init; }
    IReadOnlyList<string>? Tags { get; init; }
    FileContent? Picture { get; init; }
    IReadOnlyList<FileContent>? Documents { get; init; }
}

public class UploadsClient
{
    Task<Stream> DownloadPictureAsync(ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Address> UploadAddressAsync(UploadAddressForm request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadDocumentsAsync(UploadDocumentsMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadPictureAsync(UploadPictureMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<StoredFiles> UploadProductAsync(UploadProductMultipart request, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record ValidationProblemDetails
{
    string? Type { get; init; }
    string? Title { get; init; }
    int? Status { get; init; }
    string? Detail { get; init; }
    string? Instance { get; init; }
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }
}

public class ValuesClient
{
    Task<Collections> EchoCollectionsAsync(Collections? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Dictionaries> EchoDictionariesAsync(Dictionaries? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyDictionary<string, EnvelopeOfProduct>> EchoDictionaryAsync(IReadOnlyDictionary<string, EnvelopeOfProduct>? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Enums> EchoEnumsAsync(Enums? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<EnvelopeOfProduct> EchoEnvelopeAsync(EnvelopeOfProduct? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<JsonColumns> EchoJsonAsync(JsonColumns? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<IReadOnlyList<IReadOnlyList<int>>> EchoMatrixAsync(IReadOnlyList<IReadOnlyList<int>>? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<EnvelopeOfMoney> EchoMoneyAsync(EnvelopeOfMoney? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<NullableNumbers> EchoNullableNumbersAsync(NullableNumbers? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Numbers> EchoNumbersAsync(Numbers? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<PairOfstringAndEnvelopeOfint> EchoPairAsync(PairOfstringAndEnvelopeOfint? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Presence> EchoPresenceAsync(Presence? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Texts> EchoTextsAsync(Texts? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<Times> EchoTimesAsync(Times? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
    Task<TreeNode> EchoTreeAsync(TreeNode? request = null, ShopRequestOptions? options = null, CancellationToken cancellationToken = default)
}

public record Van
{
    double? LoadVolume { get; init; }
    int? Seats { get; init; }
    required string Plate { get; init; }
}

public class Vehicle : ApiUnion
{
    Vehicle FromUnknown(JsonElement json)
    Vehicle From(VehicleVehicle value)
    bool TryGetVehicleVehicle(out VehicleVehicle value)
    implicit operator Vehicle(VehicleVehicle value)
    Vehicle From(VehicleCar value)
    bool TryGetVehicleCar(out VehicleCar value)
    implicit operator Vehicle(VehicleCar value)
    Vehicle From(VehicleVan value)
    bool TryGetVehicleVan(out VehicleVan value)
    implicit operator Vehicle(VehicleVan value)
    TResult Match<TResult>(Func<VehicleVehicle, TResult> vehicleVehicle, Func<VehicleCar, TResult> vehicleCar, Func<VehicleVan, TResult> vehicleVan, Func<JsonElement, TResult> unknown)
}

public record VehicleCar
{
    string Type { get; init; } = "car"
    int? Seats { get; init; }
    required string Plate { get; init; }
}

public record VehicleVan
{
    string Type { get; init; } = "van"
    double? LoadVolume { get; init; }
    int? Seats { get; init; }
    required string Plate { get; init; }
}

public record VehicleVehicle
{
    string Type { get; init; } = "vehicle"
    required string Plate { get; init; }
}
// /project/microsoft-3.0.json(3360,24): info RTK0034: 'application/x-www-form-urlencoded' has no effect on the client: it cannot contain a file, so the body is sent as multipart/form-data
