using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Emission;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Parsing;
using RealtimeKit.Gen.Reading;
using RealtimeKit.Gen.Stations;

namespace RealtimeKit.Gen;

/// <summary>Emits a typed client for every OpenAPI document that the project names.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    private static readonly EquatableArray<DiagnosticInfo> _noDiagnostics = EquatableArray<DiagnosticInfo>.Empty;

    private readonly StationRunner _stations;

    /// <summary>Creates the generator; the compiler does.</summary>
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
            .Select((pair, cancellationToken) => ReadInput(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.ReadInput);

        IncrementalValuesProvider<ClientInput> inputs = read
            .Where(static result => result.Value is not null)
            .Select(static (result, _) => result.Value!);

        IncrementalValueProvider<ImmutableArray<Result<ProjectItems>>> project = inputs
            .Where(static input => input.Role == SpecRole.Project)
            .Select(ReadProject)
            .WithTrackingName(TrackingNames.ReadProject)
            .Collect();

        IncrementalValuesProvider<ClientStepResult> clients = inputs
            .Where(static input => input.Role == SpecRole.Spec)
            .Combine(inputs.Collect())
            .Combine(project)
            .Select((pair, cancellationToken) => Select(pair.Left.Left, pair.Left.Right, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.SelectInputs)
            .Select((input, cancellationToken) => ClientStep.Run(input, _stations, cancellationToken))
            .WithTrackingName(TrackingNames.ParseClient);

        IncrementalValuesProvider<(string SpecPath, FileModel Model)> files = clients
            .SelectMany(static (client, _) => client.Files.Select(file => (client.SpecPath, file)))
            .WithTrackingName(TrackingNames.SelectFiles);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = clients
            .SelectMany(static (client, _) => client.Diagnostics)
            .WithTrackingName(TrackingNames.SelectDiagnostics);

        context.RegisterSourceOutput(files, (output, file) => Emit(output, file.SpecPath, file.Model));
        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(read.SelectMany(static (result, _) => result.Diagnostics), Report);
        context.RegisterSourceOutput(project.SelectMany(static (projects, _) => projects.SelectMany(static items => items.Diagnostics)), Report);
    }

    /// <returns>No value for a file that is none of the generator's.</returns>
    private Result<ClientInput> ReadInput(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) => _stations.Run(
        file.Path,
        Station.Input,
        _ =>
        {
            AnalyzerConfigOptions item = options.GetOptions(file);
            return RawOptions.ReadRole(item) is { } role && file.GetText(cancellationToken) is SourceText text
                ? new Result<ClientInput>(new ClientInput(role, new SpecSource(file.Path, text.ToString()), RawOptions.Read(item, options.GlobalOptions)), _noDiagnostics)
                : new Result<ClientInput>(null, _noDiagnostics);
        },
        static failure => new Result<ClientInput>(null, new([failure])),
        cancellationToken);

    private Result<ProjectItems> ReadProject(ClientInput project, CancellationToken cancellationToken) => _stations.Run(
        project.Source.Path,
        Station.Project,
        _ => ProjectFileReader.Read(project.Source),
        static failure => new Result<ProjectItems>(ProjectItems.None, new([failure])),
        cancellationToken);

    private Result<ClientStepInput> Select(ClientInput spec, ImmutableArray<ClientInput> all, ImmutableArray<Result<ProjectItems>> project, CancellationToken cancellationToken) => _stations.Run(
        spec.Source.Path,
        Station.Selection,
        _ => new Result<ClientStepInput>(
            new ClientStepInput(spec, InputSelector.Supporting(spec, all), project.FirstOrDefault()?.Value ?? ProjectItems.None, InputSelector.Clash(spec, all)),
            _noDiagnostics),
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
