namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>The key under which documents made for AutoRest keep paths that differ only in their query.</summary>
internal static class MorePaths
{
    public const string Key = "x-ms-paths";
}
