namespace RealtimeKit.Gen.Naming;

/// <summary>What every emitted record has, or the compiler gives it: neither a record nor one of its properties may be called so.</summary>
internal static class RecordMembers
{
    /// <summary>Writes the record; only where records extend each other.</summary>
    public const string WriteJson = "WriteJson";

    /// <summary>Lays the record out as a parameter; only where records extend each other.</summary>
    public const string ToParameter = "ToParameter";

    public static readonly IReadOnlyList<string> Names =
    [
        "AdditionalProperties", "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", ToParameter, "ToString", WriteJson,
    ];
}
