using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Emission;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Stations;
using RealtimeKit.Gen.Steps;
using RealtimeKit.Gen.Symbols;

namespace RealtimeKit.Gen;

/// <summary>Emits a typed client for every OpenAPI document of the project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    private static readonly EquatableArray<DiagnosticInfo> _noDiagnostics = EquatableArray<DiagnosticInfo>.Empty;

    private readonly StationRunner _stations;

    /// <summary>Initializes a new instance. The compiler calls this constructor.</summary>
    public ClientGenerator()
        : this(new StationRunner())
    {
    }

    internal ClientGenerator(StationRunner stations) => _stations = stations;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Result<ClientInput>> read = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany((pair, cancellationToken) => ReadInputs(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.ReadInput);

        IncrementalValuesProvider<ClientInput> inputs = read
            .Where(static result => result.Value is not null)
            .Select(static (result, _) => result.Value!);

        IncrementalValueProvider<ImmutableArray<Result<ProjectItems>>> project = ReadProjects(inputs);
        IncrementalValueProvider<ImmutableArray<Result<FoundTypes>>> types = FindTypes(inputs, context.CompilationProvider);
        IncrementalValuesProvider<ClientStepResult> clients = inputs
            .Where(static input => input.Role == SpecRole.Spec)
            .Combine(Held(inputs.Collect()))
            .Select(static (pair, _) => new GatheredInputs(pair.Left, pair.Right))
            .Combine(Held(project))
            .Select(static (pair, _) => pair.Left with { Projects = pair.Right })
            .Combine(Held(types))
            .Select(static (pair, _) => pair.Left with { Types = pair.Right })
            .Combine(context.ParseOptionsProvider.Select(static (options, _) => LanguageCheck.TooOld(options)))
            .Select((pair, cancellationToken) => Select(pair.Left, tooOld: pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.SelectInputs)
            .Select((input, cancellationToken) => ClientStep.Run(input, _stations, cancellationToken))
            .WithTrackingName(TrackingNames.ParseClient);

        IncrementalValueProvider<TypeClashes> clashes = clients
            .Select(static (client, _) => client.Types)
            .WithTrackingName(TrackingNames.SelectTypes)
            .Collect()
            .Select(static (types, _) => TypeClashes.Find(types))
            .WithTrackingName(TrackingNames.FindClashes);

        IncrementalValuesProvider<(string SpecPath, FileModel Model)> files = clients
            .Combine(Held(clashes.Select(static (found, _) => found.Withheld)))
            .SelectMany(static (pair, _) => FilesOf(pair.Left, pair.Right.Value))
            .WithTrackingName(TrackingNames.SelectFiles);

        context.RegisterSourceOutput(files, (output, file) => Emit(output, file.SpecPath, file.Model));
        context.RegisterSourceOutput(clients.SelectMany(static (client, _) => client.Diagnostics).WithTrackingName(TrackingNames.SelectDiagnostics), Report);
        context.RegisterSourceOutput(read.SelectMany(static (result, _) => result.Diagnostics), Report);
        context.RegisterSourceOutput(project.SelectMany(static (projects, _) => projects.SelectMany(static items => items.Diagnostics)), Report);
        context.RegisterSourceOutput(types.SelectMany(static (found, _) => found.SelectMany(static result => result.Diagnostics)), Report);
        context.RegisterSourceOutput(clashes.SelectMany(static (found, _) => found.Diagnostics), Report);
    }

    private IncrementalValueProvider<ImmutableArray<Result<ProjectItems>>> ReadProjects(IncrementalValuesProvider<ClientInput> inputs)
    {
        IncrementalValueProvider<Held<EquatableArray<string>>> paths = inputs
            .Where(static input => !IsProject(input))
            .Select(static (input, _) => SpecPath.Normalize(input.Source.Path))
            .Collect()
            .Select(static (all, _) => new Held<EquatableArray<string>>(all.Distinct(StringComparer.Ordinal).ToEquatableArray()));

        return inputs
            .Where(IsProject)
            .Combine(paths)
            .Select((pair, cancellationToken) => ReadProject(pair.Left, pair.Right.Value, cancellationToken))
            .WithTrackingName(TrackingNames.ReadProject)
            .Collect();
    }

    /// <summary>
    /// Looks up the types that the project names. The compilation changes at every keystroke; without a name, nothing runs then,
    /// and with one, the result is the same value.
    /// </summary>
    private IncrementalValueProvider<ImmutableArray<Result<FoundTypes>>> FindTypes(
        IncrementalValuesProvider<ClientInput> inputs,
        IncrementalValueProvider<Compilation> compilation) => inputs
        .Where(static input => input.TypeNames.Count > 0)
        .Combine(compilation)
        .Select((pair, cancellationToken) => FindTypes(pair.Left, pair.Right, cancellationToken))
        .WithTrackingName(TrackingNames.FindTypes)
        .Collect();

    private Result<FoundTypes> FindTypes(ClientInput input, Compilation compilation, CancellationToken cancellationToken) => _stations.Run(
        input.Source.Path,
        Station.Types,
        _ => new Result<FoundTypes>(
            new FoundTypes(input.Source.Path, input.TypeNames.Select(name => NamedTypeFinder.Find(name, compilation)).ToEquatableArray()),
            _noDiagnostics),
        failure => new Result<FoundTypes>(FoundTypes.Unknown(input), new([failure])),
        cancellationToken);

    private static IEnumerable<(string SpecPath, FileModel Model)> FilesOf(ClientStepResult client, EquatableArray<string> withheld) =>
        withheld.Contains(client.Types.Key) ? [] : client.Files.Select(file => (client.SpecPath, file));

    /// <returns>No entry for a file that is not an input of the generator; several entries if several items name the same document.</returns>
    private ImmutableArray<Result<ClientInput>> ReadInputs(
        AdditionalText file,
        AnalyzerConfigOptionsProvider options,
        CancellationToken cancellationToken) => _stations.Run(
        file.Path,
        Station.Input,
        _ =>
        {
            AnalyzerConfigOptions item = options.GetOptions(file);
            if (RawOptions.ReadRole(item) is not { } role || file.GetText(cancellationToken) is not SourceText text)
            {
                return ImmutableArray<Result<ClientInput>>.Empty;
            }

            SpecSource source = new(file.Path, text.ToString());
            IReadOnlyList<string> inText = TypeMentions.InText(source, cancellationToken);
            return RawOptions.ReadAll(item, options.GlobalOptions)
                .Select(raw => new Result<ClientInput>(
                    new ClientInput(role, source, raw) { TypeNames = TypeMentions.Of(raw, inText) },
                    _noDiagnostics))
                .ToImmutableArray();
        },
        static failure => ImmutableArray.Create(new Result<ClientInput>(null, new([failure]))),
        cancellationToken);

    private static bool IsProject(ClientInput input) => input.Role is SpecRole.Project or SpecRole.ProjectWithoutClient;

    private Result<ProjectItems> ReadProject(ClientInput project, EquatableArray<string> paths, CancellationToken cancellationToken) => _stations.Run(
        project.Source.Path,
        Station.Project,
        _ => ProjectFileReader.Read(project, paths),
        static failure => new Result<ProjectItems>(ProjectItems.None, new([failure])),
        cancellationToken);

    private static IncrementalValueProvider<Held<T>> Held<T>(IncrementalValueProvider<T> provider) =>
        provider.Select(static (value, _) => new Held<T>(value));

    private Result<ClientStepInput> Select(GatheredInputs gathered, string tooOld, CancellationToken cancellationToken) => _stations.Run(
        gathered.Spec.Source.Path,
        Station.Selection,
        _ =>
        {
            (ClientInput spec, ImmutableArray<ClientInput> all) = (gathered.Spec, gathered.All.Value);
            EquatableArray<SpecSource> supporting = InputSelector.Supporting(spec, all);
            return new Result<ClientStepInput>(
                new ClientStepInput(
                    spec,
                    supporting,
                    InputSelector.OtherPaths(spec, all, supporting),
                    new ProjectItems(gathered.Projects.Value
                        .SelectMany(static project => project.Value?.Items ?? EquatableArray<ProjectItem>.Empty)
                        .ToEquatableArray()),
                    InputSelector.Clash(spec, all),
                    InputSelector.TypesOf(spec, supporting, gathered.Types.Value.Select(static found => found.Value!)),
                    tooOld)
                {
                    Names = InputSelector.Names(spec, all),
                    NamesClash = InputSelector.NamesClash(spec, all),
                },
                _noDiagnostics);
        },
        static failure => new Result<ClientStepInput>(null, new([failure])),
        cancellationToken);

    private void Emit(SourceProductionContext output, string specPath, FileModel file) => ReportFailure(output, _stations.Run<DiagnosticInfo?>(
        specPath,
        Station.Emission,
        _ =>
        {
            output.AddSource(file.HintName, FileEmitter.Emit(file));
            return null;
        },
        static failure => failure,
        output.CancellationToken));

    private void Report(SourceProductionContext output, DiagnosticInfo diagnostic) => ReportFailure(output, _stations.Run<DiagnosticInfo?>(
        diagnostic.Location?.Path ?? "",
        Station.Reporting,
        _ =>
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
            return null;
        },
        static failure => failure,
        output.CancellationToken));

    private static void ReportFailure(SourceProductionContext output, DiagnosticInfo? failure)
    {
        if (failure is not null)
        {
            output.ReportDiagnostic(failure.ToDiagnostic());
        }
    }
}
