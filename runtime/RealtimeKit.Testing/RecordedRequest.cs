namespace RealtimeKit.Testing;

/// <summary>A request that a <see cref="StubHandler"/> received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Uri">The whole URL.</param>
/// <param name="Headers">All headers, including those of the body. The case of the names is ignored.</param>
/// <param name="Body">The body as text in UTF-8, or an empty string if there is none.</param>
public sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Returns the method and the path. The headers and the body are left out, since they may contain secrets.</summary>
    public override string ToString() => $"{Method} {Uri.AbsolutePath}";
}
