using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Reading;
using RealtimeKit.Gen.Stations;

namespace RealtimeKit.Gen.Parsing;

/// <summary>All that one client is made of, by value: the input of its parse.</summary>
/// <param name="Supporting">Overlays and documents that the spec may refer to.</param>
/// <param name="Project">The items of the project file, for the places of options.</param>
/// <param name="Clash">The path of another spec that gives a client of the same name; empty for none.</param>
internal sealed record ClientStepInput(ClientInput Spec, EquatableArray<SpecSource> Supporting, ProjectItems Project, string Clash);

/// <summary>What one document came to.</summary>
/// <param name="SpecPath">The document, for what is still to be reported about it.</param>
internal sealed record ClientStepResult(string SpecPath, EquatableArray<FileModel> Files, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>
/// The one step from texts to the model. The typed document is born and dies in here.
/// </summary>
internal static class ClientStep
{
    /// <param name="selected">The texts of one client, or why they could not be selected.</param>
    public static ClientStepResult Run(Result<ClientStepInput> selected, StationRunner stations, CancellationToken cancellationToken)
    {
        if (selected.Value is not { } input)
        {
            return new ClientStepResult("", EquatableArray<FileModel>.Empty, selected.Diagnostics);
        }

        string path = input.Spec.Source.Path;
        DiagnosticBag diagnostics = new();
        return stations.Run(
            path,
            Station.Options,
            progress => new ClientStepResult(path, Parse(input, progress, diagnostics, cancellationToken)?.Files ?? EquatableArray<FileModel>.Empty, diagnostics.ToEquatableArray()),
            failure => new ClientStepResult(path, EquatableArray<FileModel>.Empty, diagnostics.ToEquatableArray().Append(failure).ToEquatableArray()),
            cancellationToken);
    }

    private static ClientModel? Parse(ClientStepInput input, StationProgress progress, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        SpecSource source = input.Spec.Source;
        OptionLocator locator = new(input.Project);
        ClientOptions options = OptionsReader.Read(input.Spec, locator, diagnostics);
        if (input.Clash.Length > 0)
        {
            diagnostics.Add(Descriptors.ClientNameClash, locator.Locate(source, "Include"), SpecPath.FileName(source.Path), options.ClientName, SpecPath.FileName(input.Clash));
            return null;
        }

        progress.Enter(Station.Reading);
        SpecLoader loader = new(source, input.Supporting, diagnostics, cancellationToken);
        if (loader.Load(options.Overlays, locator.Locate(source, "Overlay")) is not { } loaded)
        {
            return null;
        }

        progress.Enter(Station.Slicing);
        SpecSelection selection = new(options.Operations, options.Tags, options.Paths, FilterLocation(locator, source, options));
        SlicedSpec sliced = new SpecSlicer(loaded.References, diagnostics).Slice(loaded.Root, loaded.Dialect, selection);

        progress.Enter(Station.Building);
        if (new DocumentBuilder(sliced, loaded.References, diagnostics, cancellationToken).Build() is not { } document)
        {
            return null;
        }

        progress.Enter(Station.Parsing);
        return new ClientParser(document, options, SpecName(source.Path), diagnostics, cancellationToken).Parse();
    }

    private static SpecLocation? FilterLocation(OptionLocator locator, SpecSource source, ClientOptions options) =>
        options.Operations.Count > 0 ? locator.Locate(source, "Operations")
        : options.Tags.Count > 0 ? locator.Locate(source, "Tags")
        : options.Paths.Count > 0 ? locator.Locate(source, "Paths")
        : null;

    /// <summary>Without the extension: the same document in YAML and in JSON is the same client, to the byte.</summary>
    private static string SpecName(string path)
    {
        string name = SpecPath.FileName(path);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
