namespace RealtimeKit.Gen.Naming;

/// <summary>The names of the members that every class has.</summary>
internal static class ObjectMembers
{
    public static readonly string[] Names = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];
}
