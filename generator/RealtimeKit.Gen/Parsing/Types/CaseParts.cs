using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Names the alternatives of a union that have no name of their own, after what distinguishes them: the title, a property with a
/// single value (<c>type: dynamic</c>), a property that no other alternative has, or the kind of JSON.
/// </summary>
internal sealed class CaseParts
{
    private const int LongestTitle = 60;

    private const int MostTitleWords = 6;

    /// <summary>The most words of a value that serves as a name.</summary>
    private const int MostValueWords = 4;

    /// <summary>The most lists within lists that are looked at.</summary>
    public const int DeepestList = 8;

    private readonly Alternative[] _alternatives;
    private readonly bool _hasOneObject;
    private readonly ILookup<string, string> _names;
    private readonly ILookup<(string Name, string Value), string> _values;

    private CaseParts(IEnumerable<JsonSchema> branches, PartSteps steps)
    {
        _alternatives = branches.Select(branch => new Alternative(SchemaFacts.Follow(branch), steps)).ToArray();
        _hasOneObject = _alternatives.Count(static alternative => alternative.Members.Length > 0) == 1;
        Member[] members = _alternatives.SelectMany(static alternative => alternative.Members).ToArray();
        _names = members.ToLookup(static member => member.Name, static member => member.Name, StringComparer.Ordinal);
        _values = members
            .Where(static member => member.Value is not null)
            .ToLookup(static member => (member.Name, member.Value!), static member => member.Name);
    }

    /// <summary>
    /// Returns a name for each alternative. Those that would have the same name have their position too, if they need a name. Alternatives of
    /// one type, such as those that differ in null alone, count once and have the name of the first.
    /// </summary>
    /// <param name="branches">The alternatives.</param>
    /// <param name="typeOf">Returns what all alternatives of one type have in common.</param>
    /// <param name="steps">The budget.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<JsonSchema> branches, Func<JsonSchema, (JsonSchema StandIn, int Depth)> typeOf, PartSteps steps)
    {
        Dictionary<(JsonSchema StandIn, int Depth), int> places = [];
        List<int> first = [];
        int[] types = branches.Select((branch, index) =>
        {
            (JsonSchema StandIn, int Depth) type = typeOf(branch);
            if (!places.TryGetValue(type, out int place))
            {
                places.Add(type, place = first.Count);
                first.Add(index);
            }

            return place;
        }).ToArray();
        CaseParts union = new(first.Select(index => branches[index]), steps);
        string[] parts = Array.ConvertAll(union._alternatives, union.PartOf);
        ILookup<string, string> alike = parts
            .Where((_, type) => NeedsName(union._alternatives[type].Schema))
            .ToLookup(static part => part, StringComparer.Ordinal);
        string[] names = parts.Select((part, type) => alike[part].Skip(1).Any() ? part + (first[type] + 1).Invariant() : part).ToArray();
        return Array.ConvertAll(types, type => names[type]);
    }

    /// <summary>Returns whether an alternative can be a type of its own, or a list of one. Plain text and lists of it are none.</summary>
    private static bool NeedsName(JsonSchema alternative)
    {
        JsonSchema schema = alternative;
        for (int depth = 0; depth < DeepestList && schema.Type == JsonObjectType.Array && schema.Item is not null; depth++)
        {
            schema = SchemaFacts.Follow(schema.Item);
        }

        return schema.Enumeration.Count > 1
            || !SchemaFacts.IsScalar(schema.Type);
    }

    private string PartOf(Alternative alternative) =>
        Title(alternative.Schema) ?? Value(alternative) ?? OwnMember(alternative) ?? Kind(alternative.Schema);

    private static string? Title(JsonSchema branch) => branch.Title is { } title && IsShort(title, MostTitleWords) ? Identifier.PascalValue(title) : null;

    /// <summary>Returns the value of the first property that has a single value, unless another alternative has the same.</summary>
    private string? Value(Alternative alternative) => alternative.Members
        .Where(member => member.Value is { } value && !_values[(member.Name, value)].Skip(1).Any())
        .Select(static member => Identifier.PascalValue(member.Value!))
        .FirstOrDefault();

    /// <summary>Returns <c>WithBefore</c> for a property that no other alternative has, a required one first.</summary>
    private string? OwnMember(Alternative alternative)
    {
        if (_hasOneObject)
        {
            return null;
        }

        string[] own = alternative.Members
            .Select(static member => member.Name)
            .Where(name => Words.Split(name).Count > 0 && !_names[name].Skip(1).Any())
            .ToArray();
        return own.Length == 0 ? null : "With" + Identifier.PascalValue(Array.Find(own, alternative.Schema.RequiredProperties.Contains) ?? own[0]);
    }

    private static string Kind(JsonSchema branch) => branch.Type switch
    {
        JsonObjectType.Array => "List",
        JsonObjectType.String => "Text",
        JsonObjectType.Integer or JsonObjectType.Number => "Number",
        JsonObjectType.Object => "Object",
        _ => SchemaFacts.HasObjectKeywords(branch) ? "Object" : "Variant",
    };

    private static bool IsShort(string text, int words) =>
        text.Length is > 0 and <= LongestTitle && Words.Split(text).Count is > 0 and int count && count <= words;

    /// <summary>An alternative with its properties and those of its parts, in the order of the document.</summary>
    private sealed class Alternative(JsonSchema schema, PartSteps steps)
    {
        public JsonSchema Schema { get; } = schema;

        public Member[] Members { get; } = schema.AllOf
            .Select(static part => SchemaFacts.Follow(part))
            .Append(schema)
            .SelectMany(static part => part.Properties)
            .TakeWhile(_ => steps.Take(schema))
            .GroupBy(static property => property.Key, StringComparer.Ordinal)
            .Select(static property => new Member(property.Key, OnlyValue(SchemaFacts.Follow(property.First().Value))))
            .ToArray();

        private static string? OnlyValue(JsonSchema schema) =>
            SingleValues.IsSingle(schema) && schema.Enumeration.First() is string value && IsShort(value, MostValueWords) ? value : null;
    }

    /// <param name="Name">The wire name of the property.</param>
    /// <param name="Value">The only value of the property, or null.</param>
    private sealed record Member(string Name, string? Value);
}
