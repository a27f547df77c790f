using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing;

/// <summary>All that one client is made of, by value: the input of its parse.</summary>
/// <param name="Supporting">Overlays and documents that the spec may refer to.</param>
/// <param name="Project">The items of the project file, for the places of options.</param>
/// <param name="Clash">The path of another spec that gives a client of the same name; empty for none.</param>
internal sealed record ClientStepInput(ClientInput Spec, EquatableArray<SpecSource> Supporting, ProjectItems Project, string Clash);

/// <summary>
/// The one step from texts to the model. The typed document is born and dies in here.
/// </summary>
internal static class ClientStep
{
    public static Result<ClientModel> Run(ClientStepInput input, CancellationToken cancellationToken)
    {
        DiagnosticBag diagnostics = new();
        ClientModel? model = Parse(input, diagnostics, cancellationToken);
        return new Result<ClientModel>(model, diagnostics.ToEquatableArray());
    }

    private static ClientModel? Parse(ClientStepInput input, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        SpecSource source = input.Spec.Source;
        OptionLocator locator = new(input.Project);
        ClientOptions options = OptionsReader.Read(input.Spec, locator, diagnostics);
        if (input.Clash.Length > 0)
        {
            diagnostics.Add(Descriptors.ClientNameClash, locator.Locate(source, "Include"), SpecPath.FileName(source.Path), options.ClientName, SpecPath.FileName(input.Clash));
            return null;
        }

        SpecLoader loader = new(source, input.Supporting, diagnostics, cancellationToken);
        if (loader.Load(options.Overlays, locator.Locate(source, "Overlay")) is not { } loaded)
        {
            return null;
        }

        SpecSelection selection = new(options.Operations, options.Tags, options.Paths, FilterLocation(locator, source, options));
        SlicedSpec sliced = new SpecSlicer(loaded.References, diagnostics).Slice(loaded.Root, loaded.Dialect, selection);
        return new DocumentBuilder(sliced, loaded.References, diagnostics, cancellationToken).Build() is { } document
            ? new ClientParser(document, options, SpecName(source.Path), diagnostics, cancellationToken).Parse()
            : null;
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
