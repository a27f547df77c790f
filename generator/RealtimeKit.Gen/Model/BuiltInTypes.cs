namespace RealtimeKit.Gen.Model;

/// <summary>The names of the .NET types that the runtime itself reads and writes.</summary>
internal static class BuiltInTypes
{
    private const string Global = "global::";

    private static readonly Dictionary<string, PrimitiveKind> _kinds = new(StringComparer.Ordinal)
    {
        ["string"] = PrimitiveKind.String,
        ["System.String"] = PrimitiveKind.String,
        ["RealtimeKit.Runtime.SensitiveString"] = PrimitiveKind.Sensitive,
        ["System.Text.Json.JsonElement"] = PrimitiveKind.Element,
        ["bool"] = PrimitiveKind.Boolean,
        ["System.Boolean"] = PrimitiveKind.Boolean,
        ["sbyte"] = PrimitiveKind.SByte,
        ["System.SByte"] = PrimitiveKind.SByte,
        ["byte"] = PrimitiveKind.Byte,
        ["System.Byte"] = PrimitiveKind.Byte,
        ["short"] = PrimitiveKind.Int16,
        ["System.Int16"] = PrimitiveKind.Int16,
        ["ushort"] = PrimitiveKind.UInt16,
        ["System.UInt16"] = PrimitiveKind.UInt16,
        ["int"] = PrimitiveKind.Int32,
        ["System.Int32"] = PrimitiveKind.Int32,
        ["uint"] = PrimitiveKind.UInt32,
        ["System.UInt32"] = PrimitiveKind.UInt32,
        ["long"] = PrimitiveKind.Int64,
        ["System.Int64"] = PrimitiveKind.Int64,
        ["ulong"] = PrimitiveKind.UInt64,
        ["System.UInt64"] = PrimitiveKind.UInt64,
        ["float"] = PrimitiveKind.Single,
        ["System.Single"] = PrimitiveKind.Single,
        ["double"] = PrimitiveKind.Double,
        ["System.Double"] = PrimitiveKind.Double,
        ["decimal"] = PrimitiveKind.Decimal,
        ["System.Decimal"] = PrimitiveKind.Decimal,
        ["System.Guid"] = PrimitiveKind.Guid,
        ["System.DateTimeOffset"] = PrimitiveKind.DateTimeOffset,
        ["System.DateOnly"] = PrimitiveKind.DateOnly,
        ["System.TimeOnly"] = PrimitiveKind.TimeOnly,
        ["System.TimeSpan"] = PrimitiveKind.TimeSpan,
        ["System.Uri"] = PrimitiveKind.Uri,
        ["byte[]"] = PrimitiveKind.Bytes,
        ["System.Byte[]"] = PrimitiveKind.Bytes,
    };

    /// <summary>Returns the kind of a type's name, or null if the runtime does not read and write the type.</summary>
    public static PrimitiveKind? Find(string name)
    {
        string bare = name.StartsWith(Global, StringComparison.Ordinal) ? name.Substring(Global.Length) : name;
        return _kinds.TryGetValue(bare, out PrimitiveKind kind) ? kind : null;
    }

    /// <summary>Returns the keyword of a kind that has one.</summary>
    public static string NameOf(PrimitiveKind kind) => _kinds.First(pair => pair.Value == kind).Key;

    /// <summary>Returns a full name that was probably meant by a name without its namespace, or null.</summary>
    public static string? WithNamespace(string name) => _kinds.Keys.FirstOrDefault(full => full == "System." + name);
}
