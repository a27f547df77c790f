using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Building;
using RealtimeKit.Gen.Reading.Loading;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Testing.Trees;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>
/// NSwag's own parser is the oracle: the document that the generator builds must describe the same API as the one that NSwag
/// reads.
/// </summary>
public class OracleTests
{
    [Fact]
    public async Task The_fragment_is_filled_as_NSwag_reads_it()
    {
        OpenApiDocument filled = Fill(BundledSpec.Text);
        OpenApiDocument read = await OpenApiDocument.FromJsonAsync(TreeJson.FromYaml(BundledSpec.Text), TestContext.Current.CancellationToken);

        Assert.Equal(Describe(read), Describe(filled));
    }

    private static OpenApiDocument Fill(string text)
    {
        DiagnosticBag diagnostics = new();
        SpecSource source = new("/project/recordings.yaml", text);
        LoadedSpec loaded = new SpecLoader(source, EquatableArray<SpecSource>.Empty, diagnostics, TestContext.Current.CancellationToken)
            .Load(EquatableArray<string>.Empty, new SpecLocation("", 0, 0, 0, 0))!;
        SlicedSpec sliced = new SpecSlicer(loaded.References, diagnostics).Slice(loaded.Root, loaded.Dialect, SpecSelection.All);
        OpenApiDocument document = new DocumentBuilder(sliced, loaded.References, static _ => null, diagnostics, TestContext.Current.CancellationToken)
            .Build()!.Document;
        Assert.Empty(diagnostics.ToEquatableArray());
        return document;
    }

    /// <summary>A line for each fact: operations, parameters, bodies, responses, and every schema they reach, once.</summary>
    private static List<string> Describe(OpenApiDocument document)
    {
        List<string> lines = [];
        foreach ((string path, OpenApiPathItem item) in document.Paths.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            foreach ((string method, OpenApiOperation operation) in item.ActualPathItem.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                string at = $"{method} {path}";
                lines.Add($"{at} {operation.OperationId} [{string.Join(",", operation.Tags)}] deprecated={operation.IsDeprecated}");
                foreach (OpenApiParameter parameter in operation.ActualParameters.Where(static parameter => parameter.Kind != OpenApiParameterKind.Body)
                    .OrderBy(static parameter => parameter.Name, StringComparer.Ordinal))
                {
                    lines.Add($"{at} {parameter.Kind} {parameter.Name} required={parameter.IsRequired}");
                    Describe(lines, $"{at} {parameter.Name}", parameter.Schema, []);
                }

                foreach ((string type, OpenApiMediaType media) in operation.ActualRequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                {
                    Describe(lines, $"{at} body {type}", media.Schema, []);
                }

                foreach ((string status, OpenApiResponse response) in operation.ActualResponses)
                {
                    foreach ((string type, OpenApiMediaType media) in response.Content)
                    {
                        Describe(lines, $"{at} {status} {type}", media.Schema, []);
                    }
                }
            }
        }

        return lines;
    }

    private static void Describe(List<string> lines, string at, JsonSchema? schema, HashSet<JsonSchema> above)
    {
        if (schema is null || !above.Add(schema.ActualSchema))
        {
            return;
        }

        JsonSchema actual = schema.ActualSchema;
        bool isNullable = actual.IsNullableRaw == true || schema.IsNullableRaw == true;
        string values = string.Join(",", actual.Enumeration);
        string required = string.Join(",", actual.RequiredProperties.Order(StringComparer.Ordinal));
        lines.Add($"{at}: {actual.Type} {actual.Format} nullable={isNullable} enum=[{values}] required=[{required}]");
        foreach ((string name, JsonSchemaProperty property) in actual.Properties.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            lines.Add($"{at}.{name} readOnly={property.IsReadOnly} writeOnly={property.IsWriteOnly}");
            Describe(lines, $"{at}.{name}", property, [.. above]);
        }

        int index = 0;
        foreach (JsonSchema part in actual.AllOf)
        {
            Describe(lines, $"{at} allOf {index++}", part, [.. above]);
        }

        Describe(lines, $"{at} item", actual.Item, [.. above]);
        Describe(lines, $"{at} values", actual.AdditionalPropertiesSchema, [.. above]);
    }
}
