namespace RealtimeKit.Gen.Model;

/// <summary>A .NET type as the project or a document names it, and what the compilation contains under that name.</summary>
/// <param name="Text">The name as it is written, with a converter in parentheses.</param>
/// <param name="Type">The type, or null if it cannot be used.</param>
/// <param name="IsPublic">Whether the type can be part of a public client.</param>
/// <param name="Fault">Why the type cannot be used, or what may have been meant by a type that does not exist.</param>
/// <param name="IsMissing">Whether there is no such type.</param>
internal sealed record NamedType(string Text, ScalarType? Type, bool IsPublic, string Fault = "", bool IsMissing = false);

/// <summary>The .NET type of all strings or numbers of a format.</summary>
/// <param name="Format">The value of <c>format</c>.</param>
/// <param name="Type">The name of the type, as in <see cref="NamedType.Text"/>.</param>
internal sealed record FormatType(string Format, string Type);
