namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>The manifest's roles that the runner gives a meaning; any other is run and judged like <see cref="Positive"/>.</summary>
internal static class DocumentRole
{
    public const string Positive = "positive";

    /// <summary>Invalid somewhere: may be refused, may be generated with a diagnostic, must not fail.</summary>
    public const string Negative = "negative";

    /// <summary>Part of another document: handed in beside it, never run alone.</summary>
    public const string Fragment = "fragment";

    /// <summary>No OpenAPI, but YAML: may be refused for the former.</summary>
    public const string YamlPositive = "yaml-positive";

    /// <summary>Not even YAML: must be refused, with a place.</summary>
    public const string YamlNegative = "yaml-negative";

    public const string Unknown = "unknown";
}
