namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>An amount that does not convert itself.</summary>
public readonly record struct Money(decimal Amount)
{
    /// <summary>Gets an amount that no JSON number stands for.</summary>
    public static Money Unknown { get; } = new(decimal.MinValue);
}
