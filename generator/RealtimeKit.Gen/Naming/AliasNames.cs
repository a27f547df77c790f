namespace RealtimeKit.Gen.Naming;

/// <summary>
/// The aliases that every emitted namespace declares. A type that the namespace contains cannot have their names: the compiler
/// could not tell the two apart.
/// </summary>
internal static class AliasNames
{
    public const string Framework = "_system";
    public const string Runtime = "_runtime";
    public const string Wire = "_wire";
    public const string Json = "_json";
    public const string Generic = "_generic";
    public const string Tasks = "_tasks";
    public const string Http = "_http";
    public const string Api = "_api";

    public static readonly IReadOnlyList<string> All = [Framework, Runtime, Wire, Json, Generic, Tasks, Http, Api];
}
