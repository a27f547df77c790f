namespace RealtimeKit.Gen.Naming;

/// <summary>The names that every class has already.</summary>
internal static class ObjectMembers
{
    public static readonly string[] Names = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];
}
