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

namespace RealtimeKit.Gen;

/// <summary>Emits a typed client for every OpenAPI document that the project names.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ClientInput> inputs = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => ReadInput(pair.Left, pair.Right, cancellationToken))
            .Where(static input => input is not null)
            .Select(static (input, _) => input!)
            .WithTrackingName(TrackingNames.ReadInput);

        IncrementalValueProvider<ImmutableArray<Result<ProjectItems>>> project = inputs
            .Where(static input => input.Role == SpecRole.Project)
            .Select(static (input, _) => ProjectFileReader.Read(input.Source))
            .WithTrackingName(TrackingNames.ReadProject)
            .Collect();

        IncrementalValuesProvider<Result<ClientModel>> clients = inputs
            .Where(static input => input.Role == SpecRole.Spec)
            .Combine(inputs.Collect())
            .Combine(project)
            .Select(static (pair, _) => Select(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.SelectInputs)
            .Select(ClientStep.Run)
            .WithTrackingName(TrackingNames.ParseClient);

        IncrementalValuesProvider<FileModel> files = clients
            .SelectMany(static (client, _) => client.Value?.Files ?? EquatableArray<FileModel>.Empty)
            .WithTrackingName(TrackingNames.SelectFiles);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = clients
            .SelectMany(static (client, _) => client.Diagnostics)
            .WithTrackingName(TrackingNames.SelectDiagnostics);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, FileEmitter.Emit(file)));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            project.SelectMany(static (projects, _) => projects.SelectMany(static items => items.Diagnostics)),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }

    private static ClientInput? ReadInput(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions item = options.GetOptions(file);
        return RawOptions.ReadRole(item) is { } role && file.GetText(cancellationToken) is SourceText text
            ? new ClientInput(role, new SpecSource(file.Path, text.ToString()), RawOptions.Read(item, options.GlobalOptions))
            : null;
    }

    private static ClientStepInput Select(ClientInput spec, ImmutableArray<ClientInput> all, ImmutableArray<Result<ProjectItems>> project) => new(
        spec,
        InputSelector.Supporting(spec, all),
        project.FirstOrDefault()?.Value ?? ProjectItems.None,
        InputSelector.Clash(spec, all));
}
