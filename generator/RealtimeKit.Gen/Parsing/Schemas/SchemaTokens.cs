using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Determines the JSON tokens with which a value of a schema may begin. Null is not included, because it belongs to the place of
/// a value.
/// </summary>
/// <param name="byKeywords">Whether <c>properties</c> and <c>items</c> without a type mean an object and a list, as their author means.</param>
internal sealed class SchemaTokens(SchemaIndex index, bool byKeywords = false)
{
    private const int Deepest = 16;

    private readonly Dictionary<JsonSchema, JsonTokens> _known = [];

    public JsonTokens Of(JsonSchema schema) => Of(schema, 0);

    /// <summary>Returns the tokens that a schema itself allows, without its parts. An object without keywords leaves the type to the parts.</summary>
    public JsonTokens OfOwn(JsonSchema actual) =>
        actual.Type == JsonObjectType.Object && !SchemaFacts.HasObjectKeywords(actual) ? JsonTokens.Any : OfType(actual);

    /// <summary>Returns the tokens in words, to follow "is".</summary>
    public static string Words(JsonTokens tokens)
    {
        (JsonTokens Token, string Word)[] all =
            [(JsonTokens.String, "a string"),
                (JsonTokens.Number, "a number"), (JsonTokens.Boolean, "a boolean"), (JsonTokens.Array, "a list"), (JsonTokens.Object, "an object")];
        return string.Join(" or ", all.Where(one => (tokens & one.Token) != 0).Select(static one => one.Word));
    }

    private JsonTokens Of(JsonSchema schema, int depth)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        if (_known.TryGetValue(actual, out JsonTokens known))
        {
            return known;
        }

        if (depth == Deepest)
        {
            return JsonTokens.Any;
        }

        // A schema within itself does not restrict its tokens.
        _known[actual] = JsonTokens.Any;
        JsonTokens tokens = OfType(actual) & OfValues(actual);
        foreach (JsonSchema part in actual.AllOf)
        {
            tokens &= Of(part, depth + 1);
        }

        tokens &= OfAny(actual.OneOf, depth) & OfAny(actual.AnyOf, depth);

        // A contradiction is reported elsewhere.
        return _known[actual] = tokens == JsonTokens.None ? JsonTokens.Any : tokens;
    }

    private JsonTokens OfAny(ICollection<JsonSchema> branches, int depth) =>
        branches.Count == 0 ? JsonTokens.Any : branches.Aggregate(JsonTokens.None, (all, branch) => all | Of(branch, depth + 1));

    private JsonTokens OfType(JsonSchema schema) => schema.Type switch
    {
        JsonObjectType.String => JsonTokens.String,
        JsonObjectType.Integer or JsonObjectType.Number => index.TraitsOf(schema).InText == NumberText.None
            ? JsonTokens.Number
            : JsonTokens.Number | JsonTokens.String,
        JsonObjectType.Boolean => JsonTokens.Boolean,
        JsonObjectType.Array => JsonTokens.Array,
        JsonObjectType.Object => JsonTokens.Object,
        _ when byKeywords && SchemaFacts.HasObjectKeywords(schema) => JsonTokens.Object,
        _ when byKeywords && ContainerParts.IsList(schema) => JsonTokens.Array,
        _ => JsonTokens.Any,
    };

    private static JsonTokens OfValues(JsonSchema schema) =>
        schema.Enumeration.Count == 0 ? JsonTokens.Any : schema.Enumeration.Aggregate(JsonTokens.None, static (all, value) => all | OfValue(value));

    private static JsonTokens OfValue(object? value) => value switch
    {
        string => JsonTokens.String,
        bool => JsonTokens.Boolean,
        IDictionary<string, object?> => JsonTokens.Object,
        IList<object?> => JsonTokens.Array,
        null => JsonTokens.Any,
        _ => JsonTokens.Number,
    };
}
