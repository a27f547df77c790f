using RealtimeKit.Gen.Stations;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Stations;

/// <summary>A project with two documents, and a generator that fails at one station of one file while a switch is set.</summary>
internal sealed class ProvokedFailure
{
    public const string ConcernedPath = "/project/concerned.yaml";
    public const string OtherPath = "/project/other.yaml";
    public const string ProjectPath = "/project/Consumer.csproj";

    /// <summary>A document with a diagnostic, so that the last station runs.</summary>
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Notes, version: '1' }
        paths:
          /notes:
            get:
              operationId: listNotes
              callbacks: {}
              parameters:
                - { name: Accept, in: header, schema: { type: string } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
        components:
          schemas:
            Note: { type: object, properties: { text: { type: string }, sender: { type: string, x-dotnet-type: System.Net.IPAddress } } }
        """;

    private readonly string _path;
    private readonly Station _station;
    private readonly Func<Exception> _exception;

    public ProvokedFailure(string path, Station station, Func<Exception>? exception = null)
    {
        _path = path;
        _station = station;
        _exception = exception ?? (static () => new InvalidOperationException("provoked\nhere"));
        Generator = new ClientGenerator(new StationRunner(Enter));
    }

    public static IReadOnlyList<SpecItem> Items { get; } =
    [
        new(new SpecFile(ConcernedPath, Spec), SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["Namespace"] = "Acme.Concerned" } },
        new(new SpecFile(OtherPath, Spec), SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["Namespace"] = "Acme.Other" } },
        new(new SpecFile(ProjectPath, """<Project><ItemGroup><OpenApiClient Include="concerned.yaml" Namespase="Acme" /></ItemGroup></Project>"""),
            SpecItem.Project),
    ];

    public ClientGenerator Generator { get; }

    public bool IsOver { get; set; }

    public GeneratorRun Run()
    {
        var consumer = ClientCompilation.Create(GeneratorRunner.ParseOptions);
        return new GeneratorRun(
            Items, consumer, GeneratorRunner.CreateDriver(Items, generator: Generator).RunGenerators(consumer, TestContext.Current.CancellationToken));
    }

    private void Enter(Station station, string path)
    {
        if (!IsOver && station == _station && path == _path)
        {
            throw _exception();
        }
    }
}
