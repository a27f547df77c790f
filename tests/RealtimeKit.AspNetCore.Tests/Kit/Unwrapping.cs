namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>
/// The documents of the writers disagree on which properties can be absent or null. These methods unwrap a received value, so
/// that the tests are the same for all documents.
/// </summary>
internal static class Unwrapping
{
    public static T Value<T>(T value) => value;

    public static T? Value<T>(Optional<T> value) => value.GetValueOrDefault();

    public static IReadOnlyList<T>? Value<T>(OptionalList<T> value) => value.GetValueOrDefault();

    public static IReadOnlyDictionary<string, T>? Value<T>(OptionalMap<T> value) => value.GetValueOrDefault();

    public static OpenEnum<T>? Value<T>(OptionalEnum<T> value)
        where T : struct, Enum => value.GetValueOrDefault();
}
