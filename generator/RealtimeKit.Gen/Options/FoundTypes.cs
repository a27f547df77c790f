using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>The .NET types that a file or its item names, as the compilation contains them.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Types">One entry for each name.</param>
internal sealed record FoundTypes(string Path, EquatableArray<NamedType> Types)
{
    /// <summary>Returns the types after the lookup failed.</summary>
    public static FoundTypes Unknown(ClientInput input) => new(
        input.Source.Path,
        input.TypeNames.Select(static name => new NamedType(name, null, IsPublic: false, "looking it up failed")).ToEquatableArray());
}
