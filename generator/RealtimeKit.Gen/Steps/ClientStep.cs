using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Parsing;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Building;
using RealtimeKit.Gen.Reading.Loading;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Stations;

namespace RealtimeKit.Gen.Steps;

/// <summary>The input of the step of one client, compared by value.</summary>
/// <param name="Supporting">The overlays, and the documents that the spec may refer to.</param>
/// <param name="OtherPaths">The normalized paths of other texts of the project, which are suggested for a name that is not found.</param>
/// <param name="Project">The items of the project file, for the places of options.</param>
/// <param name="Clash">The path of another spec whose client has the same name; empty for none.</param>
/// <param name="Types">The .NET types that the texts and the options name, as the compilation contains them.</param>
/// <param name="TooOld">The project's C# version if the emitted code does not compile with it; otherwise empty.</param>
internal sealed record ClientStepInput(
    ClientInput Spec,
    EquatableArray<SpecSource> Supporting,
    EquatableArray<string> OtherPaths,
    ProjectItems Project,
    string Clash,
    EquatableArray<NamedType> Types,
    string TooOld)
{
    /// <summary>Gets the names file, or null if there is none.</summary>
    public SpecSource? Names { get; init; }

    /// <summary>Gets the client of another item that has the same names file; empty for none.</summary>
    public string NamesClash { get; init; } = "";
}

/// <summary>The result of one document.</summary>
/// <param name="SpecPath">The path of the document, for later diagnostics.</param>
/// <param name="Types">The types that the files declare, and the place of the client's item.</param>
internal sealed record ClientStepResult(string SpecPath, EquatableArray<FileModel> Files, ClientTypes Types, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Initializes a new instance for a document without a client.</summary>
    public ClientStepResult(string specPath, EquatableArray<DiagnosticInfo> diagnostics)
        : this(specPath, EquatableArray<FileModel>.Empty, ClientTypes.None, diagnostics)
    {
    }
}

/// <summary>The pipeline step that turns texts into the model. The typed document exists only within this step.</summary>
internal static class ClientStep
{
    /// <param name="selected">The texts of one client, or the reason why they could not be selected.</param>
    public static ClientStepResult Run(Result<ClientStepInput> selected, StationRunner stations, CancellationToken cancellationToken)
    {
        if (selected.Value is not { } input)
        {
            return new ClientStepResult("", selected.Diagnostics);
        }

        string path = input.Spec.Source.Path;
        DiagnosticBag diagnostics = new();
        return stations.Run(
            path,
            Station.Options,
            progress => Parse(input, progress, diagnostics, cancellationToken) is { } client
                ? new ClientStepResult(path, client.Files, ClientTypes.Of(client, PlaceOf(input)), diagnostics.ToEquatableArray())
                : new ClientStepResult(path, diagnostics.ToEquatableArray()),
            failure => new ClientStepResult(path, diagnostics.ToEquatableArray().Append(failure).ToEquatableArray()),
            cancellationToken);
    }

    private static ClientPlace PlaceOf(ClientStepInput input) =>
        new(SpecPath.FileName(input.Spec.Source.Path), new OptionLocator(input.Project).Locate(input.Spec, "Include"));

    private static ClientModel? Parse(ClientStepInput input, StationProgress progress, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        SpecSource source = input.Spec.Source;
        OptionLocator locator = new(input.Project);
        if (input.TooOld.Length > 0)
        {
            diagnostics.Add(Descriptors.LanguageTooOld, locator.Locate(input.Spec, "Include"), input.TooOld);
            return null;
        }

        ClientOptions options = OptionsReader.Read(input.Spec, locator, diagnostics);
        if (input.Clash.Length > 0)
        {
            diagnostics.Add(
                Descriptors.ClientNameClash,
                locator.Locate(input.Spec, "Include"),
                SpecPath.FileName(source.Path),
                options.ClientName,
                SpecPath.FileName(input.Clash));
            return null;
        }

        NamedTypes types = NamedTypesOf(input, options, locator, diagnostics);
        progress.Enter(Station.Reading);
        SpecSelection selection = new(Filters(options, locator, input.Spec).ToEquatableArray());
        SpecLoader loader = new(source, input.Supporting, diagnostics, cancellationToken)
        {
            OtherPaths = input.OtherPaths,
            IsForPart = selection.Filters.Count > 0,
        };
        LoadedSpec? loaded = loader.Load(options.Overlays, locator.Locate(input.Spec, "Overlay"));
        NameLock names = ReadNames(input, options, locator, diagnostics);
        if (loaded is null
            || Parse(loaded, options, types, names, selection, source, progress, diagnostics, cancellationToken) is not { } client
            || diagnostics.IsOverBudget)
        {
            return Shell(source, options, cancellationToken);
        }

        ResultPropertyCheck.Report(client, options.ResultProperty, locator.Locate(input.Spec, "ResultProperty"), diagnostics);
        return client;
    }

    private static NameLock ReadNames(ClientStepInput input, ClientOptions options, OptionLocator locator, DiagnosticBag diagnostics)
    {
        if (input.NamesClash.Length > 0)
        {
            string why = $"the client {input.NamesClash} has the same names file";
            diagnostics.Add(Descriptors.OptionValueInvalid, locator.Locate(input.Spec, "Names"), "Names", SpecPath.FileName(options.Names), why);
        }

        return options.Names.Length == 0 || input.NamesClash.Length > 0 ? NameLock.Off : new NameLock(input.Names, diagnostics);
    }

    private static ClientModel? Parse(
        LoadedSpec loaded,
        ClientOptions options,
        NamedTypes types,
        NameLock names,
        SpecSelection selection,
        SpecSource source,
        StationProgress progress,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        progress.Enter(Station.Slicing);
        SlicedSpec sliced = new SpecSlicer(loaded.References, diagnostics).Slice(loaded.Root, loaded.Dialect, selection);

        progress.Enter(Station.Building);
        DocumentBuilder builder = new(sliced, loaded.References, names.FindComponent, diagnostics, cancellationToken);
        if (builder.Build() is not { } document || diagnostics.IsOverBudget)
        {
            return null;
        }

        progress.Enter(Station.Parsing);
        return new ClientParser(document, options, types, names, SpecName(source.Path), diagnostics, cancellationToken).Parse() is { } client
            && IsWithinBudget(client, loaded, diagnostics)
            ? client
            : null;
    }

    /// <summary>Returns whether the size of the client's code is in proportion to its texts.</summary>
    private static bool IsWithinBudget(ClientModel client, LoadedSpec loaded, DiagnosticBag diagnostics)
    {
        long most = EmittedSize.Most + (EmittedSize.MostPerCharacter * loaded.Characters);
        if (EmittedSize.Of(client.Files) <= most)
        {
            return true;
        }

        string limit = most.ToString("N0", CultureInfo.InvariantCulture) + " characters of emitted C#";
        diagnostics.Add(Descriptors.SpecBudgetExceeded, loaded.Root.Location, loaded.HasOverlays ? limit + " after its overlays" : limit);
        return false;
    }

    /// <summary>
    /// Returns the client of a document that cannot be read: the class and its options, without operations. The build fails
    /// already, and errors in every line that uses the client would hide the cause.
    /// </summary>
    private static ClientModel? Shell(SpecSource source, ClientOptions options, CancellationToken cancellationToken)
    {
        const string empty =
            """{ "openapi": "3.0.3", "info": { "title": "Nothing could be made of the document; the errors say why.", "version": "" }, "paths": {} }""";
        DiagnosticBag unsaid = new();
        return new SpecLoader(new SpecSource(source.Path, empty), EquatableArray<SpecSource>.Empty, unsaid, cancellationToken)
            .Load(EquatableArray<string>.Empty, new SpecLocation(source.Path, 0, 0, 0, 0)) is { } loaded
            ? Parse(
                loaded,
                options,
                NamedTypes.None,
                NameLock.Off,
                SpecSelection.All,
                source,
                new StationProgress(source.Path, entering: null),
                unsaid,
                cancellationToken)
            : null;
    }

    /// <summary>Returns the .NET types that the project and its texts name, after reporting those of the project that cannot be used.</summary>
    private static NamedTypes NamedTypesOf(ClientStepInput input, ClientOptions options, OptionLocator locator, DiagnosticBag diagnostics)
    {
        SpecLocation location = locator.Locate(input.Spec, "Formats");
        NamedTypes types = new(
            options.Formats,
            input.Types.Select(type => NamedTypeCheck.For(type, options.Accessibility)).ToEquatableArray(),
            location);
        foreach (string name in options.Formats.Select(static format => format.Type).Distinct(StringComparer.Ordinal))
        {
            if (types.Find(name) is { Type: null } faulty)
            {
                diagnostics.Add(faulty.IsMissing ? Descriptors.DotNetTypeMissing : Descriptors.DotNetTypeUnusable, location, name, faulty.Fault);
            }
        }

        return types;
    }

    private static IEnumerable<SpecFilter> Filters(ClientOptions options, OptionLocator locator, ClientInput spec) =>
        new[] { (SpecFilter.Operations, options.Operations), (SpecFilter.Tags, options.Tags), (SpecFilter.Paths, options.Paths) }
            .Where(static filter => filter.Item2.Count > 0)
            .Select(filter => new SpecFilter(filter.Item1, filter.Item2, locator.Locate(spec, filter.Item1)));

    /// <summary>Returns the name of the document without its extension, so that YAML and JSON give the same client byte for byte.</summary>
    private static string SpecName(string path)
    {
        string name = SpecPath.FileName(path);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
