using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>The .NET types that the project names for formats, and what the compilation contains under the names.</summary>
/// <param name="Formats">The types of formats.</param>
/// <param name="Types">The types of the compilation, those that the documents name included.</param>
/// <param name="Location">The place of the formats in the project file.</param>
internal sealed record NamedTypes(EquatableArray<FormatType> Formats, EquatableArray<NamedType> Types, SpecLocation? Location)
{
    public static readonly NamedTypes None = new(EquatableArray<FormatType>.Empty, EquatableArray<NamedType>.Empty, null);

    /// <summary>Returns the type of that name, or null if the runtime itself reads and writes it.</summary>
    public NamedType? Find(string text) => Types.FirstOrDefault(type => type.Text == text);
}
