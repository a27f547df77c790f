using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App.Models;

public sealed record Numbers
{
    public byte Byte { get; init; }
    public sbyte SByte { get; init; }
    public short Short { get; init; }
    public ushort UShort { get; init; }
    public int Int { get; init; }
    public uint UInt { get; init; }
    public long Long { get; init; }
    public ulong ULong { get; init; }
    public float Float { get; init; }
    public double Double { get; init; }
    public decimal Decimal { get; init; }
    public Half Half { get; init; }
    public Int128 Int128 { get; init; }
    public UInt128 UInt128 { get; init; }
}

public sealed record NullableNumbers
{
    public byte? Byte { get; init; }
    public short? Short { get; init; }
    public int? Int { get; init; }
    public uint? UInt { get; init; }
    public long? Long { get; init; }
    public ulong? ULong { get; init; }
    public float? Float { get; init; }
    public double? Double { get; init; }
    public decimal? Decimal { get; init; }
}

public sealed record Times
{
    public DateTime UtcTime { get; init; }
    public DateTimeOffset Instant { get; init; }
    public DateOnly Day { get; init; }
    public TimeOnly Opens { get; init; }
    public TimeSpan Length { get; init; }
    public DateTimeOffset? MaybeInstant { get; init; }
    public DateOnly? MaybeDay { get; init; }
    public TimeOnly? MaybeOpens { get; init; }
    public TimeSpan? MaybeLength { get; init; }
}

public sealed record Texts
{
    public required string Text { get; init; }
    public char Letter { get; init; }
    public Guid Key { get; init; }
    public required Uri Link { get; init; }
    public required Version Version { get; init; }
    public required byte[] Bytes { get; init; }
    public Guid? MaybeKey { get; init; }
    public char? MaybeLetter { get; init; }
    public Uri? MaybeLink { get; init; }
    public byte[]? MaybeBytes { get; init; }

    /// <summary>Written on a line of its own, <c>&lt;escaped&gt;</c> &amp; "quoted".</summary>
    [EmailAddress]
    public string? Mail { get; init; }

    [RegularExpression("^[A-Z]{3}$")]
    public string? Code { get; init; }
}

/// <summary>The priority, sent as a number.</summary>
public enum Priority
{
    Low = -1,
    Normal = 0,
    High = 10,
}

/// <summary>The permissions of a person, sent as a number.</summary>
[Flags]
public enum Permissions
{
    None = 0,
    Read = 1,
    Write = 2,
    Delete = 4,
}

/// <summary>The features of a product, sent as text.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Features>))]
public enum Features
{
    None = 0,
    Search = 1,
    Export = 2,
    Share = 4,
}

/// <summary>Names in the spelling of other systems.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Carrier>))]
public enum Carrier
{
    [JsonStringEnumMemberName("dhl-express")]
    DhlExpress,

    [JsonStringEnumMemberName("ups_ground")]
    UpsGround,
}

public sealed record Enums
{
    public OrderStatus Status { get; init; }
    public Priority Priority { get; init; }
    public Permissions Permissions { get; init; }
    public Features Features { get; init; }
    public Carrier Carrier { get; init; }
    public OrderStatus? MaybeStatus { get; init; }
    public Priority? MaybePriority { get; init; }
    public Permissions? MaybePermissions { get; init; }
    public required List<OrderStatus> History { get; init; }
    public required List<Priority> Priorities { get; init; }
}

public sealed record Dictionaries
{
    public required Dictionary<string, int> Counts { get; init; }
    public required Dictionary<string, string> Labels { get; init; }
    public required Dictionary<int, string> ById { get; init; }
    public required Dictionary<Guid, decimal> ByKey { get; init; }
    public required Dictionary<OrderStatus, int> ByStatus { get; init; }
    public required Dictionary<string, List<string>> Groups { get; init; }
    public required IReadOnlyDictionary<string, OrderLine> Lines { get; init; }
    public Dictionary<string, int>? MaybeCounts { get; init; }
    public required SortedDictionary<string, Dictionary<string, double>> Nested { get; init; }
}

public sealed record Collections
{
    public required int[] Array { get; init; }
    public required List<string> List { get; init; }
    public required IReadOnlyList<decimal> ReadOnly { get; init; }
    public required HashSet<string> Set { get; init; }
    public required IEnumerable<Guid> Sequence { get; init; }
    public required int[][] Matrix { get; init; }
    public required List<int?> Gaps { get; init; }
    public required List<string?> MaybeTexts { get; init; }
    public List<DateOnly>? MaybeDays { get; init; }
    public required List<Money> Prices { get; init; }
}

/// <summary>JSON that the shop stores without reading it.</summary>
public sealed record JsonColumns
{
    public JsonElement Element { get; init; }
    public required JsonNode Node { get; init; }
    public required JsonObject Object { get; init; }
    public JsonElement? MaybeElement { get; init; }
    public required object Anything { get; init; }
}

/// <summary>Properties that are required, nullable, or both.</summary>
public sealed class Presence
{
    public required string Needed { get; init; }
    public required string? NeededMaybeNull { get; init; }
    public required int NeededNumber { get; init; }
    public string Defaulted { get; init; } = "default";
    public string? Optional { get; init; }
    public int OptionalNumber { get; init; } = 7;

    [Required]
    public string? Annotated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; init; }
}

/// <summary>A node of a tree.</summary>
public sealed class TreeNode
{
    public required string Label { get; set; }
    public TreeNode? Parent { get; set; }
    public List<TreeNode> Children { get; set; } = [];
}
