using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Schemas;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Finds the names of the secret properties in a body. Exceptions show texts of bodies that were not read as their types, so they
/// recognize secrets by their names.
/// </summary>
internal sealed class SecretNames
{
    /// <summary>The names whose values exceptions show, because they describe errors. The runtime has the same list.</summary>
    private static readonly HashSet<string> _describing = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "correlationId", "correlation_id", "detail", "error", "error_description", "message", "reason", "requestId", "request_id", "status",
        "title", "traceId", "trace_id", "type",
    };

    private readonly Dictionary<string, TypeModel> _types;
    private readonly NamesWithin _names;

    public SecretNames(IReadOnlyCollection<TypeModel> types)
    {
        _types = types.ToDictionary(static type => type.Name, StringComparer.Ordinal);
        _names = new NamesWithin(types, types.OfType<ObjectModel>().ToDictionary(static type => type.Name, NamesOf, StringComparer.Ordinal));
    }

    /// <summary>Returns the names of all secret properties at any depth.</summary>
    public EquatableArray<string> Of(TypeRef type) => _names.Of([type]);

    /// <summary>Returns the names of the secret properties whose names describe errors.</summary>
    public EquatableArray<string> Shown(IEnumerable<TypeRef> types) => _names.Of(types).Where(_describing.Contains).ToEquatableArray();

    /// <summary>Returns whether a value is a secret as a whole.</summary>
    public bool IsSecret(TypeRef type) => Secrets.IsHidden(type)
        || (type.Element is { } element && IsSecret(element))
        || (_types.TryGetValue(type.Name, out TypeModel? model) && model switch
        {
            UnionModel union => union.IsSecret,
            TupleModel tuple => tuple.Items.Any(static item => Secrets.IsHidden(item.Type)) || (tuple.Rest is { } rest && Secrets.IsHidden(rest)),
            _ => false,
        });

    private string[] NamesOf(ObjectModel record)
    {
        IEnumerable<string> names = record.Properties.Where(property => IsSecret(property.Type)).Select(static property => property.WireName);
        if (record.AdditionalProperties is { } others && IsSecret(others))
        {
            // The names of other properties are not known, so each name is a secret that exceptions show and that no property has.
            names = names.Concat(_describing.Except(record.Properties.Select(static property => property.WireName), StringComparer.OrdinalIgnoreCase));
        }

        return names.ToArray();
    }
}
