using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Steps;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>The size of the emitted code is estimated before it is printed, precisely enough to refuse a disproportionate document.</summary>
public class EmittedSizeTests
{
    public static TheoryData<string, string> Documents
    {
        get
        {
            TheoryData<string, string> data = new() { { "bundled", BundledSpec.Text } };
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests", "RealtimeKit.AspNetCore.Tests", "Documents"), "*.json")
                .Order(StringComparer.Ordinal))
            {
                data.Add(Path.GetFileName(file), File.ReadAllText(file));
            }

            data.Add("operations",
                Wide("    get: { operationId: op%, parameters: [ { name: a, in: query, schema: { type: integer } } ], responses: { '204': { description: Done. } } }", ""));
            data.Add("properties",
                Wide(Returns,
                    "    S%: { type: object, required: [a], properties: { a: { type: string }, b: { type: integer }, c: { type: array, items: { type: string } }, d: { type: string, format: date-time } } }"));
            data.Add("enums", Wide(Returns, "    S%: { type: string, enum: [one, two, three, four, five, six, seven, eight] }"));
            data.Add("unions",
                Wide(Returns,
                    "    S%: { oneOf: [ { type: string }, { type: integer }, { type: array, items: { type: boolean } }, { type: object, properties: { a: { type: string } } } ] }"));
            data.Add("documentation",
                Wide("    get: { operationId: op%, summary: Says much., description: '" + new string('d', 900)
                    + "', responses: { '204': { description: Done. } } }", ""));
            return data;
        }
    }

    private const string Returns = "    get: { operationId: op%, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/S%' } } } } } }";

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_estimate_is_near_what_is_emitted(string name, string text)
    {
        GeneratorDriverRunResult run = GeneratorRunner
            .CreateDriver([new SpecItem(new SpecFile("/project/" + (name.EndsWith(".json", StringComparison.Ordinal) ? name : "api.yaml"), text),
                SpecItem.Spec)], generator: new ClientGenerator())
            .RunGenerators(ClientCompilation.Create(GeneratorRunner.ParseOptions), TestContext.Current.CancellationToken)
            .GetRunResult();
        FileModel[] files = TrackedSteps.In(run.Results.Single())[TrackingNames.ParseClient]
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Value)
            .OfType<ClientStepResult>()
            .SelectMany(static result => result.Files)
            .ToArray();
        long emitted = run.Results.Single().GeneratedSources.Sum(static source => (long)source.SourceText.Length);

        double ratio = (double)EmittedSize.Of(files) / emitted;

        Assert.InRange(ratio, 0.6, 1.7);
    }

    private static string Wide(string operation, string schema) => "openapi: 3.0.3\ninfo: { title: Wide, version: '1' }\npaths:\n"
        + string.Concat(Enumerable.Range(0, 200).Select(i => $"  /p{i}:\n{operation.Replace("%", $"{i}", StringComparison.Ordinal)}\n"))
        + (schema.Length == 0 ? "" : "components:\n  schemas:\n"
            + string.Concat(Enumerable.Range(0, 200).Select(i => schema.Replace("%", $"{i}", StringComparison.Ordinal) + "\n")));
}
