namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Types of namespaces that a usual project imports, and of the runtime. A type of the same name in the client's namespace would hide
/// them, or could not be used beside them.
/// </summary>
internal static class ImportedNames
{
    private static readonly HashSet<string> _all = new(StringComparer.Ordinal)
    {
        "Action", "Activator", "ApiClient", "ApiException", "ApiResponse", "Array", "Attribute", "Barrier", "Boolean", "Buffer", "Byte",
        "CancellationToken", "Char", "Comparer", "Comparison", "Console", "Convert", "Converter", "DateOnly", "DateTime", "DateTimeOffset",
        "DayOfWeek", "Decimal", "Delegate", "Dictionary", "Directory", "DirectoryInfo", "Double", "Enum", "Enumerable", "Environment", "EventArgs",
        "EventHandler", "Exception", "File", "FileAccess", "FileAttributes", "FileContent", "FileInfo", "FileMode", "FileOptions", "FileShare",
        "FileStream", "Func", "Guid", "Half", "HashCode", "HashSet", "HttpClient", "HttpContent", "HttpMethod", "HttpRequestException",
        "HttpStatusCode", "Index", "Interlocked", "JsonDocument", "JsonElement", "Lazy", "Lock", "Lookup", "Math", "Memory", "Monitor", "Mutex",
        "Nullable", "Object", "OpenEnum", "Optional", "OptionalEnum", "OptionalList", "OptionalMap", "OptionalSecret", "Parallel", "Path", "Predicate",
        "Progress", "Queue", "Random", "Range", "RequestOptions", "RetryOptions", "SearchOption", "Semaphore", "SensitiveString", "Single", "Span",
        "Stack", "Stream", "StreamReader", "StreamWriter", "String", "Task", "TaskScheduler", "TaskStatus", "Thread", "ThreadPool", "ThreadState",
        "TimeOnly", "TimeSpan", "TimeZone", "TimeZoneInfo", "Timeout", "Timer", "TimerCallback", "Tuple", "Type", "Uri", "UriKind", "ValueTask",
        "Version", "Void", "Volatile",
    };

    public static bool Has(string name) => _all.Contains(name);
}
