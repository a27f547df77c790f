namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>One page of a longer list.</summary>
public sealed record PagedResult<T>(IReadOnlyList<T> Items, int Page, long TotalCount)
{
    public bool HasMore => Page * Items.Count < TotalCount;
}

/// <summary>A value with its description.</summary>
public sealed class Envelope<T>
{
    public required T Value { get; set; }

    public string? Remark { get; set; }
}

public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second);

public readonly record struct Money(decimal Amount, string Currency);
