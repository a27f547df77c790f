using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Options;

/// <summary>Whether the project's C# knows what emitted code is written in.</summary>
internal static class LanguageCheck
{
    /// <returns>The version, such as <c>11.0</c>, where it is too old; empty otherwise.</returns>
    public static string TooOld(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 } old ? old.LanguageVersion.ToDisplayString() : "";
}
