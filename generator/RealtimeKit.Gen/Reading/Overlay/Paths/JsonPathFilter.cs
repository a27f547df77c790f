namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>What a filter selector asks of a node.</summary>
internal abstract record JsonPathFilter;

internal sealed record AnyFilter(IReadOnlyList<JsonPathFilter> Filters) : JsonPathFilter;

internal sealed record AllFilter(IReadOnlyList<JsonPathFilter> Filters) : JsonPathFilter;

internal sealed record NotFilter(JsonPathFilter Filter) : JsonPathFilter;

/// <summary>A query that gives at least one node.</summary>
internal sealed record ExistsFilter(JsonPath Query) : JsonPathFilter;

internal sealed record ComparisonFilter(FilterOperand Left, FilterOperator Operator, FilterOperand Right) : JsonPathFilter;

/// <summary><c>match</c>, which wants the whole string, or <c>search</c>, which is content with a part.</summary>
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

/// <summary>What stands on one side of a comparison, or as an argument: it has a value, or none.</summary>
internal abstract record FilterOperand;

internal sealed record LiteralOperand(FilterValue Value) : FilterOperand;

internal sealed record QueryOperand(JsonPath Query) : FilterOperand;

internal sealed record LengthOperand(FilterOperand Value) : FilterOperand;

internal sealed record CountOperand(JsonPath Query) : FilterOperand;

internal sealed record ValueOperand(JsonPath Query) : FilterOperand;
