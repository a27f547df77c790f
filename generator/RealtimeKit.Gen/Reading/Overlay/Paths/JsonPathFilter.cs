namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>The condition of a filter selector.</summary>
internal abstract record JsonPathFilter;

internal sealed record AnyFilter(IReadOnlyList<JsonPathFilter> Filters) : JsonPathFilter;

internal sealed record AllFilter(IReadOnlyList<JsonPathFilter> Filters) : JsonPathFilter;

internal sealed record NotFilter(JsonPathFilter Filter) : JsonPathFilter;

/// <summary>A query that must return at least one node.</summary>
internal sealed record ExistsFilter(JsonPath Query) : JsonPathFilter;

internal sealed record ComparisonFilter(FilterOperand Left, FilterOperator Operator, FilterOperand Right) : JsonPathFilter;

/// <summary><c>match</c>, which compares the whole string, or <c>search</c>, which compares parts of it.</summary>
internal sealed record PatternFilter(bool IsWhole, FilterOperand Value, FilterOperand Pattern) : JsonPathFilter;

internal enum FilterOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>One side of a comparison, or an argument of a function.</summary>
internal abstract record FilterOperand;

internal sealed record LiteralOperand(FilterValue Value) : FilterOperand;

internal sealed record QueryOperand(JsonPath Query) : FilterOperand;

internal sealed record LengthOperand(FilterOperand Value) : FilterOperand;

internal sealed record CountOperand(JsonPath Query) : FilterOperand;

internal sealed record ValueOperand(JsonPath Query) : FilterOperand;
