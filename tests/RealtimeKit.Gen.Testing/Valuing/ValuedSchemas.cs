using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Inventing;

namespace RealtimeKit.Gen.Testing.Valuing;

/// <summary>Makes schemas at random, with their values. Objects, families and unions are components, which may contain each other.</summary>
internal sealed class ValuedSchemas
{
    private const int Deepest = 3;

    private static readonly string[] _names = ["id", "ID", "name", "value", "a b", "1st", "class", "$ref", "ünï", "Equals", "next", "x-y", "count", ""];

    private readonly Draw _draw;
    private readonly ValuedScalars _scalars;
    private readonly SortedDictionary<string, ValuedSchema> _components = new(StringComparer.Ordinal);

    public ValuedSchemas(Draw draw)
    {
        _draw = draw;
        _scalars = new ValuedScalars(draw);
        for (int i = 0; i < 4; i++)
        {
            Object($"Thing{i}", marker: $"only{i}");
        }

        Family("Animal", "Cat", "Dog");
        Add("Choice", Union("Choice"));
        Add("Pick", Union("Pick"));
        Add("Option", _draw.Chance(50)
            ? OneOf([To("Choice"), To("Pick"), .. _draw.Chance(50) ? [_scalars.Any()] : System.Array.Empty<ValuedSchema>()])
            : Union("Option"));
        Add("Whole", Composed());
    }

    public IReadOnlyDictionary<string, ValuedSchema> Components => _components;

    public ValuedSchema Schema(int depth = 0) => _draw.Below(depth >= Deepest ? 4 : 10) switch
    {
        0 or 1 => _scalars.Any(),
        2 or 3 => Reference(),
        4 => Nullable(depth),
        5 or 6 => Array(Schema(depth + 1)),
        7 => Map(Schema(depth + 1)),
        8 => Tuple(depth),
        _ => Tokens(depth),
    };

    private void Add(string name, ValuedSchema schema) => _components.Add(name, schema);

    /// <summary>Returns a reference to any component. The component is looked up when a value is made, so that it may be added later.</summary>
    private ValuedSchema Reference()
    {
        string name = _draw.Of("Thing0", "Thing1", "Thing2", "Thing3", "Animal", "Choice", "Pick", "Option", "Whole");
        return To(name);
    }

    private ValuedSchema To(string name) => new(new JsonObject { ["$ref"] = "#/components/schemas/" + name }, value => _components[name].Value(value));

    private ValuedSchema Nullable(int depth)
    {
        ValuedSchema inner = Schema(depth + 1);
        JsonObject schema = new() { ["anyOf"] = new JsonArray(inner.Json, new JsonObject { ["type"] = "null" }) };
        return new(schema, value => value.IsDeep || value.Draw.Chance(30) ? null : inner.Value(value.Within));
    }

    private static ValuedSchema Array(ValuedSchema item) => new(
        new JsonObject { ["type"] = "array", ["items"] = item.Json },
        value => new JsonArray([.. Enumerable.Range(0, value.IsDeep ? 0 : value.Draw.Below(3)).Select(_ => item.Value(value.Within))]));

    private static ValuedSchema Map(ValuedSchema item) => new(
        new JsonObject { ["type"] = "object", ["additionalProperties"] = item.Json },
        value => new JsonObject(
            value.Draw.Some(_names, value.IsDeep ? 1 : 3).Skip(value.IsDeep ? 1 : 0).Select(name => KeyValuePair.Create(name, item.Value(value.Within)))));

    /// <summary>Returns a tuple of scalars, since its items cannot be left out at any depth.</summary>
    private ValuedSchema Tuple(int depth)
    {
        ValuedSchema[] items = [.. Enumerable.Range(0, 2 + (depth % 2)).Select(_ => _scalars.Any())];
        JsonObject schema = new()
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray([.. items.Select(static item => item.Json)]),
            ["minItems"] = items.Length,
            ["items"] = false,
        };
        return new(schema, value =>
        {
            var array = new JsonArray([.. items.Select(item => item.Value(value.Within))]);
            if (value.IsNews)
            {
                array.Add(News());
            }

            return array;
        });
    }

    /// <summary>Returns alternatives with different JSON tokens.</summary>
    private ValuedSchema Tokens(int depth)
    {
        ValuedSchema[] all =
        [
            _scalars.Plain(), _scalars.Numbered(), Array(Schema(depth + 1)),
            _draw.Chance(50) ? To(_draw.Of("Thing0", "Thing1", "Animal")) : Map(Schema(depth + 1)),
        ];
        return OneOf([.. all.Skip(_draw.Below(2)).Take(2 + _draw.Below(2))]);
    }

    /// <summary>Returns alternatives that differ in something else: a discriminator, constants, properties, an enum, or a format.</summary>
    private ValuedSchema Union(string name) => _draw.Below(7) switch
    {
        0 => Tagged(name, isConstant: false),
        1 => Tagged(name, isConstant: true),
        2 => OneOf([To("Thing0"), To("Thing1"), To("Thing2")]),
        3 => OneOf([.. _draw.Chance(50) ? [_scalars.Formatted()] : System.Array.Empty<ValuedSchema>(), _scalars.TextEnum("left"), _scalars.TextEnum("right")]),
        4 => OneOf([_scalars.Formatted(), Array(To("Thing3")), To("Thing3")]),
        5 => OneOf([_scalars.NumberEnum(), _scalars.Formatted(), _scalars.Formatted(), _scalars.TextEnum("some")]),
        _ => OneOf([Array(To("Animal")), Array(To("Pick")), Array(_scalars.TextEnum("some"))]),
    };

    private ValuedSchema OneOf(ValuedSchema[] cases) => new(
        new JsonObject { [_draw.Of("oneOf", "anyOf")] = new JsonArray([.. cases.Select(static @case => @case.Json.DeepClone())]) },
        value => value.Draw.Of<ValuedSchema>(cases).Value(value.Within));

    /// <summary>Returns records with a property that names the case, by a mapping or by constants.</summary>
    private ValuedSchema Tagged(string name, bool isConstant)
    {
        JsonObject mapping = [];
        List<ValuedSchema> cases = [];
        for (int i = 0; i < 3; i++)
        {
            (string component, string kind) = ($"{name}Case{i}", $"{name} {i}");
            JsonObject tag = isConstant ? new JsonObject { ["const"] = kind } : new JsonObject { ["type"] = "string" };
            Object(component, ("kind", new ValuedSchema(tag, _ => JsonValue.Create(kind))));
            mapping[kind] = "#/components/schemas/" + component;
            cases.Add(To(component));
        }

        JsonObject schema = new() { ["oneOf"] = new JsonArray([.. cases.Select(static @case => @case.Json.DeepClone())]) };
        if (!isConstant)
        {
            schema["discriminator"] = new JsonObject { ["propertyName"] = "kind", ["mapping"] = mapping };
        }

        return new(schema, value =>
            value.IsNews ? new JsonObject { ["kind"] = "later", ["later"] = News() } : value.Draw.Of<ValuedSchema>([.. cases]).Value(value.Within));
    }

    /// <summary>Adds a base with a discriminator, records that extend it, and a record that extends one of those.</summary>
    private void Family(string name, params string[] derived)
    {
        ObjectParts based = Object(name, ("kind", new ValuedSchema(new JsonObject { ["type"] = "string" }, _ => JsonValue.Create(name))));
        based.Schema["discriminator"] = new JsonObject { ["propertyName"] = "kind" };
        List<Func<ValueDraw, JsonNode?>> values = [_components[name].Value];
        string parent = name;
        ObjectParts inherited = based;
        foreach (string each in derived)
        {
            ObjectParts parts = Parts([], prefix: each);
            ObjectParts outer = inherited;
            _components[each] = new ValuedSchema(
                new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/" + parent }, parts.Schema) },
                value =>
                {
                    JsonObject whole = parts.Value(value, outer);
                    whole["kind"] = each;
                    return whole;
                });
            values.Add(_components[each].Value);
            (parent, inherited) = (each, parts.With(outer));
        }

        _components[name] = _components[name] with { Value = value => value.Draw.Of<Func<ValueDraw, JsonNode?>>([.. values])(value) };
    }

    /// <summary>Returns a record that is composed of another record and of its own properties.</summary>
    private ValuedSchema Composed()
    {
        ObjectParts own = Parts([], prefix: "own");
        ValuedSchema thing = To("Thing0");
        return new(new JsonObject { ["allOf"] = new JsonArray(thing.Json, own.Schema) }, value =>
        {
            // One part can describe additional properties, because all other properties are those of the other part.
            JsonObject whole = own.Value(value with { IsLater = false }, null);
            foreach ((string name, JsonNode? member) in ((JsonObject)thing.Value(value)!).ToArray())
            {
                whole[name] = member?.DeepClone();
            }

            return whole;
        });
    }

    private ObjectParts Object(string name, string marker) => Object(name, (marker, _scalars.Any()));

    private ObjectParts Object(string name, params (string Name, ValuedSchema Schema)[] required)
    {
        ObjectParts parts = Parts(required, prefix: "");
        Add(name, new ValuedSchema(parts.Schema, value => parts.Value(value, null)));
        return parts;
    }

    private ObjectParts Parts((string Name, ValuedSchema Schema)[] required, string prefix)
    {
        List<PropertyPart> properties = [.. required.Select(static property => new PropertyPart(property.Name, property.Schema, IsRequired: true))];
        foreach (string name in _draw.Some(_names, 4))
        {
            bool isRequired = _draw.Chance(30);
            properties.Add(new PropertyPart(prefix + name, isRequired ? _scalars.Any() : Schema(1), isRequired));
        }

        return new ObjectParts(properties, prefix.Length == 0 && _draw.Chance(25) ? _scalars.Any() : null);
    }

    private static JsonNode News() => new JsonObject { ["later"] = new JsonArray(1, null, "x") };

    private sealed record PropertyPart(string Name, ValuedSchema Schema, bool IsRequired);

    private sealed class ObjectParts
    {
        private readonly IReadOnlyList<PropertyPart> _properties;

        private readonly ValuedSchema? _others;

        /// <param name="others">The schema of additional properties, or null if none is defined.</param>
        public ObjectParts(IReadOnlyList<PropertyPart> properties, ValuedSchema? others = null)
        {
            (_properties, _others) = (properties, others);
            Schema = new JsonObject
            {
                ["type"] = "object",
                ["properties"] =
                    new JsonObject(properties.Select(static property => KeyValuePair.Create<string, JsonNode?>(property.Name, property.Schema.Json))),
            };
            if (others is not null)
            {
                Schema["additionalProperties"] = others.Json;
            }

            if (properties.Any(static property => property.IsRequired))
            {
                Schema["required"] =
                    new JsonArray([.. properties.Where(static property => property.IsRequired).Select(static property => JsonValue.Create(property.Name))]);
            }
        }

        public JsonObject Schema { get; }

        public ObjectParts With(ObjectParts inherited) =>
            new([.. inherited._properties.Concat(_properties)
                .Select(static part => part with { Schema = part.Schema with { Json = part.Schema.Json.DeepClone() } })], inherited._others is { } others
                    ? others with { Json = others.Json.DeepClone() }
                    : null);

        public JsonObject Value(ValueDraw value, ObjectParts? inherited)
        {
            JsonObject whole = [];
            foreach (PropertyPart property in (inherited?._properties ?? []).Concat(_properties))
            {
                if (property.IsRequired || (!value.IsDeep && value.Draw.Chance(60)))
                {
                    whole[property.Name] = property.Schema.Value(value.Within);
                }
            }

            if ((_others ?? inherited?._others) is { } others)
            {
                whole["further"] = others.Value(value);
            }
            else if (value.IsNews)
            {
                whole["later"] = News();
            }

            return whole;
        }
    }
}
