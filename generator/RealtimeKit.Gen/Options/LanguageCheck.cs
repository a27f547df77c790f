using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Options;

/// <summary>Checks whether the project's C# version supports the emitted code.</summary>
internal static class LanguageCheck
{
    /// <returns>The version, such as <c>11.0</c>, if it is too old; otherwise empty.</returns>
    public static string TooOld(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 } old ? old.LanguageVersion.ToDisplayString() : "";
}
