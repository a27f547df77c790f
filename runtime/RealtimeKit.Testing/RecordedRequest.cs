namespace RealtimeKit.Testing;

/// <summary>A request as a <see cref="StubHandler"/> saw it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Uri">The whole URL.</param>
/// <param name="Headers">All headers, those of the body included, by name in any case.</param>
/// <param name="Body">The body as text in UTF-8, empty where there was none.</param>
public sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Method and path; headers and body may hold secrets.</summary>
    public override string ToString() => $"{Method} {Uri.AbsolutePath}";
}
