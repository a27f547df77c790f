using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Inventing;

/// <summary>
/// Makes valid schemas of every kind, nested at random. Circles lead through properties and items only, since circles of
/// composition are not valid.
/// </summary>
internal sealed class InventedSchemas(Draw draw, bool is31)
{
    private const int Deepest = 3;

    public static readonly string[] ComponentNames =
    [
        "Pet", "pet", "PET", "Pet_Status", "PetStatus", "pet-status", "System", "Task", "List", "string", "class", "record", "_", "1st", "a.b-c", "Value",
        "Index", "Item1", "Equals",
        "Clone", "AdditionalProperties", "EqualityContract", "JsonElement", "Uri", "Guid", "Dictionary", "Options", "Runtime", "RealtimeKit", "Consumer",
        "JsonCodecs", "ApiClient", "ApiClientOptions",
        "Exception", "Stream", "HttpClient", "Optional", "OpenEnum", "Error", "NotFound", "Request", "Response", "PetJson", "Func", "Object", "Type",
        "Attribute", "Nullable",
    ];

    private static readonly string[] _propertyNames =
    [
        "id", "ID", "Id", "name", "status", "type", "kind", "value", "Value", "reader", "writer", "rest", "seen0", "count", "default", "class", "this", "", " ",
        "a b", "a-b", "a_b", "aB", "$ref", "$type", "@id",
        "1", "-1", "+1", "😀", "名前", "ünï", "quote\"d", "back\\slash", "{brace}", "line\nfeed", "Equals", "GetHashCode", "ToString", "Clone", "PrintMembers",
        "EqualityContract", "AdditionalProperties", "item1",
        "theName", "global", "System", "value__", "x-y", "enum", "const", "properties", "required", "Deconstruct", "op_Equality", "GetType", "MemberwiseClone",
    ];

    /// <summary>Returns a component. It is composed only of components before it.</summary>
    public JsonNode Component(IReadOnlyList<string> all, int index) => Schema(new Place(all, index), 0);

    /// <summary>Returns a schema outside the components. It may be composed of any component.</summary>
    public JsonNode Inline(IReadOnlyList<string> all, int depth = 1) => Schema(new Place(all, all.Count), depth);

    public JsonNode Scalar(IReadOnlyList<string> all) => draw.Below(3) == 0 ? Enum() : Primitive();

    private JsonNode Schema(Place place, int depth)
    {
        JsonNode schema = draw.Below(depth >= Deepest ? 5 : 13) switch
        {
            0 or 1 => Primitive(),
            2 => Enum(),
            3 => Before(place) ?? Primitive(),
            4 => Odd(),
            5 or 6 => Array(place, depth),
            7 or 8 or 9 => Object(place, depth),
            10 => All(place, depth),
            11 => Union(place, depth),
            _ => Map(place, depth),
        };
        if (schema is JsonObject annotated && !annotated.ContainsKey("$ref"))
        {
            Annotate(annotated);
        }

        return schema;
    }

    private JsonObject Primitive()
    {
        (string type, string format) = draw.Of(
            ("string", ""), ("string", "uuid"), ("string", "date-time"), ("string", "date"), ("string", "uri"), ("string", "byte"), ("string", "binary"),
                ("string", "password"), ("string", "other"),
            ("integer", ""), ("integer", "int32"), ("integer", "int64"), ("integer", "uint16"), ("integer", "int8"), ("number", ""), ("number", "float"),
                ("number", "decimal"), ("boolean", ""));
        JsonObject schema = new() { ["type"] = type };
        if (format.Length > 0)
        {
            schema["format"] = format;
        }

        if (draw.Chance(20))
        {
            schema["default"] = type switch { "string" => draw.Prose(), "boolean" => true, "integer" => draw.Of(0, 1, 127), _ => draw.Of(0.5, -1e10) };
        }

        return schema;
    }

    private JsonObject Enum()
    {
        JsonObject schema = draw.Below(4) switch
        {
            0 => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(1, 2, -3) },
            1 when is31 => new JsonObject { ["const"] = draw.Of("fixed", "", "class") },
            2 => new JsonObject { ["enum"] = new JsonArray("auto", 1, true, 0.5) },
            _ => new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. draw.Some(_propertyNames, 6).Select(static value => JsonValue.Create(value))]),
            },
        };
        return schema;
    }

    private JsonNode? AnyReference(Place place) => place.All.Count == 0 ? null : Reference(draw.Of<string>([.. place.All]));

    private JsonNode? Before(Place place) => place.Index == 0 ? null : Reference(place.All[draw.Below(place.Index)]);

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private JsonNode Odd() => draw.Below(4) switch
    {
        0 when is31 => JsonValue.Create(true),
        1 => new JsonObject { ["type"] = "object" },
        2 => new JsonObject { ["not"] = new JsonObject { ["type"] = "string" } },
        _ => new JsonObject(),
    };

    private JsonObject Array(Place place, int depth)
    {
        JsonObject schema = new() { ["type"] = "array" };
        if (is31 && draw.Chance(30))
        {
            schema["prefixItems"] = new JsonArray([.. Enumerable.Range(0, 1 + draw.Below(3)).Select(_ => Members(place, depth))]);
            schema["minItems"] = draw.Below(3);
            if (draw.Chance(50))
            {
                schema["items"] = draw.Chance(50) ? JsonValue.Create(false) : Members(place, depth);
            }
        }
        else
        {
            schema["items"] = Members(place, depth);
        }

        return schema;
    }

    private JsonObject Object(Place place, int depth)
    {
        JsonObject properties = [];
        foreach (string name in draw.Some(_propertyNames, 6))
        {
            properties[name] = Members(place, depth);
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        if (draw.Chance(60))
        {
            schema["required"] = new JsonArray(
                [.. properties.Where(_ => draw.Chance(40)).Select(static pair => JsonValue.Create(pair.Key)).Append(JsonValue.Create("undeclared"))]);
        }

        if (draw.Chance(30))
        {
            schema["additionalProperties"] = draw.Chance(50) ? JsonValue.Create(draw.Chance(50)) : Members(place, depth);
        }

        if (is31 && draw.Chance(15))
        {
            schema["patternProperties"] = new JsonObject { ["^x-"] = Members(place, depth) };
        }

        return schema;
    }

    private JsonObject Map(Place place, int depth) => new() { ["type"] = "object", ["additionalProperties"] = Members(place, depth) };

    private JsonNode All(Place place, int depth)
    {
        JsonArray parts = [.. Enumerable.Range(0, 1 + draw.Below(2)).Select(_ => Before(place) ?? Object(place, depth + 1))];
        if (draw.Chance(60))
        {
            parts.Add(Object(place, depth + 1));
        }

        JsonObject schema = new() { ["allOf"] = parts };
        if (draw.Chance(20))
        {
            schema["properties"] = new JsonObject { ["own"] = Primitive() };
        }

        return schema;
    }

    private JsonNode Union(Place place, int depth)
    {
        Place composed = place with { All = [.. place.All.Take(place.Index)] };
        JsonArray branches = [.. Enumerable.Range(0, 1 + draw.Below(4)).Select(_ => Before(place) ?? Schema(composed, depth + 1))];
        if (draw.Chance(40))
        {
            branches.Add(Schema(composed, depth + 1));
        }

        if (is31 && draw.Chance(20))
        {
            branches.Add(new JsonObject { ["type"] = "null" });
        }

        JsonObject schema = new() { [draw.Of("oneOf", "anyOf")] = branches };
        if (draw.Chance(30))
        {
            JsonObject discriminator = new() { ["propertyName"] = draw.Of("type", "kind", "$type", "quote\"d") };
            if (place.Index > 0 && draw.Chance(50))
            {
                discriminator["mapping"] = new JsonObject { [draw.Of("a", "quote\"d", "")] = "#/components/schemas/" + place.All[draw.Below(place.Index)] };
            }

            schema["discriminator"] = discriminator;
        }

        return schema;
    }

    /// <summary>Returns the schema of a property or item, which may lead to a circle.</summary>
    private JsonNode Members(Place place, int depth) => draw.Chance(30)
        && AnyReference(place) is { } reference ? Sibling(reference) : Schema(place with { Index = place.Index }, depth + 1);

    private JsonNode Sibling(JsonNode reference)
    {
        if (is31 && draw.Chance(30))
        {
            reference[draw.Of("description", "deprecated", "readOnly")] = draw.Chance(50) ? draw.Prose() : JsonValue.Create(true);
        }

        return reference;
    }

    private void Annotate(JsonObject schema)
    {
        foreach (string keyword in new[] { "title", "description" })
        {
            if (draw.Chance(25))
            {
                schema[keyword] = draw.Prose();
            }
        }

        foreach (string keyword in new[] { "readOnly", "writeOnly", "deprecated" })
        {
            if (draw.Chance(6))
            {
                schema[keyword] = true;
            }
        }

        if (!draw.Chance(20))
        {
            return;
        }

        if (!is31)
        {
            schema["nullable"] = true;
        }
        else if (schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        }
    }

    /// <param name="All">The names of the components.</param>
    /// <param name="Index">The number of components that the schema may be composed of.</param>
    private sealed record Place(IReadOnlyList<string> All, int Index);
}
