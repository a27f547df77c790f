namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>The roles that have a meaning to the corpus runner. Any other is treated as <see cref="Positive"/>.</summary>
internal static class DocumentRole
{
    public const string Positive = "positive";

    /// <summary>Not valid. It may be refused, or generated with a diagnostic; it must not fail.</summary>
    public const string Negative = "negative";

    /// <summary>Part of another document, and never checked alone.</summary>
    public const string Fragment = "fragment";

    /// <summary>YAML, but not OpenAPI. It may be refused.</summary>
    public const string YamlPositive = "yaml-positive";

    /// <summary>Not YAML. It must be refused, with a place.</summary>
    public const string YamlNegative = "yaml-negative";

    /// <summary>Damaged at random. It may be refused, or generated; it must not fail.</summary>
    public const string Mutated = "mutated";

    public const string Unknown = "unknown";
}
