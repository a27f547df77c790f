namespace RealtimeKit.Gen.Naming;

/// <summary>What every emitted record has, or the compiler gives it: neither a record nor one of its properties may be called so.</summary>
internal static class RecordMembers
{
    public static readonly IReadOnlyList<string> Names =
    [
        "AdditionalProperties", "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", "ToString",
    ];
}
