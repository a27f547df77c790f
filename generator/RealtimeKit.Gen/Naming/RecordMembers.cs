namespace RealtimeKit.Gen.Naming;

/// <summary>The members that every emitted record has. Neither a record nor one of its properties can have their names.</summary>
internal static class RecordMembers
{
    /// <summary>The method that writes a record of a hierarchy.</summary>
    public const string WriteJson = "WriteJson";

    /// <summary>The method that converts a record of a hierarchy to a parameter.</summary>
    public const string ToParameter = "ToParameter";

    /// <summary>The further items of a tuple.</summary>
    public const string AdditionalItems = "AdditionalItems";

    /// <summary>The number of items of a tuple.</summary>
    public const string ItemCount = "ItemCount";

    public static readonly IReadOnlyList<string> OfTuple = [AdditionalItems, ItemCount];

    public static readonly IReadOnlyList<string> Names =
    [
        "AdditionalProperties", "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", ToParameter, "ToString", WriteJson,
    ];
}
