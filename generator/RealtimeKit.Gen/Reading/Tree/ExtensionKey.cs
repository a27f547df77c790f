namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>Recognizes the keys that a document may add to every object of OpenAPI.</summary>
internal static class ExtensionKey
{
    public static bool Is(string key) => key.StartsWith("x-", StringComparison.Ordinal);
}
