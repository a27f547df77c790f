namespace RealtimeKit.Gen.Tests.Support;

/// <summary>A schema with one keyword in it, and what a consumer sees of it.</summary>
/// <param name="Keyword">The keyword, as the support table names it.</param>
/// <param name="Schema">In flow style, on one line.</param>
/// <param name="Type">The C# type of a property of that schema.</param>
/// <param name="Told">The rule that reports the keyword at its line, or empty.</param>
internal sealed record SchemaKeywordCase(string Keyword, string Schema, string Type, string Told = "");
