namespace RealtimeKit.Gen.Naming;

/// <summary>The members of every emitted union, which cannot have the name of their class.</summary>
internal static class UnionMembers
{
    public static readonly IReadOnlyList<string> Names = ["Value", "Index", "IsUnknown", "From", "FromUnknown", "Match", "TryGet"];
}
