using NJsonSchema;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>Compares two schemas and the schemas that they use. Each pair is compared once.</summary>
internal sealed class SchemaComparison(DifferenceList differences, CancellationToken cancellationToken)
{
    private readonly HashSet<(JsonSchema, JsonSchema)> _compared = [];
    private readonly Queue<(string At, JsonSchema Read, JsonSchema Filled)> _pending = new();

    public int Schemas { get; private set; }

    public int Properties { get; private set; }

    public int EnumValues { get; private set; }

    public void Enqueue(string at, JsonSchema? read, JsonSchema? filled)
    {
        if (read is not null && filled is not null)
        {
            _pending.Enqueue((at, read, filled));
        }
        else if (read is not null && !IsAnything(read))
        {
            differences.Add(DifferenceKind.SchemaMissing, at);
        }
        else if (filled is not null && !IsAnything(filled))
        {
            differences.Add(DifferenceKind.SchemaExtra, at);
        }
    }

    public void Run()
    {
        while (_pending.TryDequeue(out (string At, JsonSchema Read, JsonSchema Filled) pair))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonSchema read = SchemaForm.Follow(pair.Read, out int readSteps);
            JsonSchema filled = SchemaForm.Follow(pair.Filled, out int filledSteps);
            if (SchemaForm.IsDynamicReference(read))
            {
                differences.Add(DifferenceKind.DynamicReference, pair.At);
                continue;
            }

            if (readSteps > 0 && readSteps >= filledSteps && read.AllOf.Count == 0 && filled.AllOf.FirstOrDefault()?.Reference is not null)
            {
                // The generator has the siblings of a reference as further parts.
                differences.Add(DifferenceKind.ReferenceSiblings, pair.At);
                filled = SchemaForm.Follow(filled.AllOf.First(), out _);
            }

            // A reference can be nullable when its target is not.
            bool isNullable = SchemaForm.IsNullable(read) || SchemaForm.IsNullable(pair.Read);
            if (isNullable != (SchemaForm.IsNullable(filled) || SchemaForm.IsNullable(pair.Filled)))
            {
                differences.Add(!isNullable
                    && SchemaForm.SaysNullable(read) ? DifferenceKind.NullableInSwagger : DifferenceKind.Nullable, $"{pair.At}: {isNullable} by NSwag");
            }

            if (_compared.Add((read, filled)))
            {
                Schemas++;
                Compare(pair.At, read, filled);
            }
        }
    }

    private void Compare(string at, JsonSchema read, JsonSchema filled)
    {
        if (IsMixedEnum(read, filled))
        {
            CompareEnum(at, read, filled.AnyOf.SelectMany(SchemaForm.EnumValues));
            return;
        }

        if (filled.ExtensionData?.ContainsKey("x-number-or-text") == true)
        {
            differences.Add(DifferenceKind.NumberOrText, at);
            return;
        }

        CompareEnum(at, read, SchemaForm.EnumValues(filled));
        if (IsSeveralTypes(read, filled))
        {
            CompareAlternatives(at, read, filled);
            return;
        }

        if (SchemaForm.TypesOf(read) != SchemaForm.TypesOf(filled))
        {
            bool isBesideMore = filled.Type == JsonObjectType.None && int.PopCount((int)SchemaForm.TypesOf(read)) > 1
                && (read.Enumeration.Count + read.AllOf.Count + read.AnyOf.Count + read.OneOf.Count > 0);
            differences.Add(isBesideMore ? DifferenceKind.TypesBesideMore : DifferenceKind.Type, $"{at}: {read.Type} by NSwag, {filled.Type} by the generator");
        }

        CompareObject(at, read, filled);
        if (read.Item is not null || filled.Item is not null)
        {
            Enqueue(at + "[]", read.Item, filled.Item);
        }

        if (read.Items.Count == 0 && filled.Items.Count > 0)
        {
            differences.Add(DifferenceKind.PrefixItems, at);
        }
        else
        {
            EnqueueAll(at + " item", read.Items.ToArray(), filled.Items.ToArray());
        }

        EnqueueAll(at + " allOf", read.AllOf.ToArray(), filled.AllOf.ToArray());
        EnqueueAll(at + " oneOf", SchemaForm.Branches(read.OneOf), SchemaForm.Branches(filled.OneOf));
        EnqueueAll(at + " anyOf", SchemaForm.Branches(read.AnyOf), SchemaForm.Branches(filled.AnyOf));
    }

    /// <summary>NSwag stores values of several kinds in one list; the generator has an alternative for each kind.</summary>
    private static bool IsMixedEnum(JsonSchema read, JsonSchema filled) =>
        read.AnyOf.Count == 0 && filled.AnyOf.Count > 1 && SchemaForm.EnumValues(read).Count > 0
            && filled.AnyOf.All(static branch => branch.Enumeration.Count > 0);

    private void CompareEnum(string at, JsonSchema read, IEnumerable<string> values)
    {
        IReadOnlyList<string> expected = SchemaForm.EnumValues(read);
        string[] actual = values.Order(StringComparer.Ordinal).ToArray();
        EnumValues += expected.Count;
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            differences.Add(DifferenceKind.EnumValues,
                $"{at}: [{string.Join(", ", expected.Except(actual).Take(3))}] by NSwag, [{string.Join(", ", actual.Except(expected).Take(3))}] by the generator");
        }
    }

    private void CompareObject(string at, JsonSchema read, JsonSchema filled)
    {
        foreach ((string name, JsonSchemaProperty property) in read.Properties)
        {
            Properties++;
            if (!filled.Properties.TryGetValue(name, out JsonSchemaProperty? its))
            {
                differences.Add(DifferenceKind.PropertyMissing, $"{at}.{name}");
                continue;
            }

            if (read.RequiredProperties.Contains(name) != filled.RequiredProperties.Contains(name))
            {
                differences.Add(DifferenceKind.PropertyRequired, $"{at}.{name}");
            }

            Enqueue($"{at}.{name}", property, its);
        }

        foreach (string name in filled.Properties.Keys.Where(name => !read.Properties.ContainsKey(name)))
        {
            differences.Add(DifferenceKind.PropertyExtra, $"{at}.{name}");
        }

        if (read.AdditionalPropertiesSchema is not { } values || filled.AdditionalPropertiesSchema is not { } filledValues)
        {
            return;
        }

        bool isAnything = filledValues is { Type: JsonObjectType.None, Reference: null, AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0 };
        if (isAnything && SchemaForm.TypesOf(values) == JsonObjectType.Object)
        {
            differences.Add(DifferenceKind.MapValue, at + "{}");
        }
        else
        {
            Enqueue(at + "{}", values, filledValues);
        }
    }

    /// <summary>NSwag stores a list of types as flags; the generator has an alternative for each type.</summary>
    private static bool IsSeveralTypes(JsonSchema read, JsonSchema filled) =>
        read.AnyOf.Count == 0 && filled.AnyOf.Count > 1 && int.PopCount((int)SchemaForm.TypesOf(read)) == filled.AnyOf.Count;

    private void CompareAlternatives(string at, JsonSchema read, JsonSchema filled)
    {
        JsonObjectType types = filled.AnyOf.Aggregate(JsonObjectType.None, static (all, branch) => all | SchemaForm.TypesOf(branch));
        if (types != SchemaForm.TypesOf(read))
        {
            differences.Add(DifferenceKind.Type, $"{at}: {read.Type} by NSwag, {types} by the generator");
        }

        foreach (JsonSchema branch in filled.AnyOf)
        {
            if (branch.Type == JsonObjectType.Object)
            {
                CompareObject(at, read, branch);
            }
            else if (branch.Type == JsonObjectType.Array && read.Item is not null)
            {
                Enqueue(at + "[]", read.Item, branch.Item);
            }
        }
    }

    private void EnqueueAll(string at, IReadOnlyList<JsonSchema> read, IReadOnlyList<JsonSchema> filled)
    {
        if (read.Count != filled.Count)
        {
            differences.Add(DifferenceKind.Composition, $"{at}: {read.Count} parts by NSwag, {filled.Count} by the generator");
            return;
        }

        for (int i = 0; i < read.Count; i++)
        {
            Enqueue($"{at} {i}", read[i], filled[i]);
        }
    }

    private static bool IsAnything(JsonSchema schema) =>
        schema.Reference is null && schema.Type == JsonObjectType.None && schema.Properties.Count == 0 && schema.AllOf.Count + schema.OneOf.Count
            + schema.AnyOf.Count == 0 && schema.Enumeration.Count == 0;
}
