using System.Globalization;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>A place, written as <c>48.2,16.4</c> in a query.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    public static bool TryParse(string? text, IFormatProvider? provider, out GeoPoint point)
    {
        point = default;
        string[] parts = (text ?? "").Split(',');
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude))
        {
            return false;
        }

        point = new(latitude, longitude);
        return true;
    }
}

/// <summary>The parameters of a search, wherever each of them is.</summary>
public sealed record SearchParameters(
    string Shelf,
    string Text,
    int? Page,
    [FromHeader(Name = "X-Language")] string? Language,
    [FromQuery(Name = "sort-by")] string[] SortBy);

/// <summary>The parameters as the application received them.</summary>
public sealed record PathValues(int Id, Guid Key, DateOnly Day, string Name, OrderStatus Status);

public sealed record QueryValues
{
    public required string Text { get; init; }
    public int? Page { get; init; }
    public bool Flag { get; init; }
    public double Ratio { get; init; }
    public decimal Price { get; init; }
    public long Big { get; init; }
    public DateTimeOffset At { get; init; }
    public DateOnly Day { get; init; }
    public TimeOnly Time { get; init; }
    public TimeSpan Span { get; init; }
    public Guid? Key { get; init; }
    public OrderStatus Status { get; init; }
}

public sealed record QueryLists(int[] Ids, string[] Names, Guid[] Keys);

public sealed record HeaderValues(string Trace, int? Count, string[] Languages);

public sealed record DefaultValues(int Page, string Sort, bool Descending, OrderStatus Status);

public sealed record LoginForm
{
    public required string User { get; init; }
    public int Attempts { get; init; }
    public bool Remember { get; init; }
    public DateOnly? Birthday { get; init; }
}

/// <summary>A file as the application received it.</summary>
public sealed record StoredFile(string Field, string FileName, string? ContentType, long Length, string Text);

public sealed record StoredFiles(string? Caption, IReadOnlyList<StoredFile> Files);

/// <summary>Something that happened to an order.</summary>
public sealed record OrderEvent(int OrderId, OrderStatus Status, DateTimeOffset At);

/// <summary>The error body of the shop.</summary>
public sealed record Refusal(string Code, string Reason, int? RetryInSeconds);
