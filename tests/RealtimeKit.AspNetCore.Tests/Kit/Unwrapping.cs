namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>
/// One document says of a property that it may be absent or null, another that it is always there. The tests are
/// written once for both: what was received is taken out of whatever it is wrapped in.
/// </summary>
internal static class Unwrapping
{
    public static T Value<T>(T value) => value;

    public static T? Value<T>(Optional<T> value) => value.GetValueOrDefault();
}
