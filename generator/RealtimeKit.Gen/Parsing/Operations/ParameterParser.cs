using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Types and names an operation's parameters.</summary>
internal sealed class ParameterParser(SchemaParser schemas, SpecDocument document, Documentation documentation, DiagnosticBag diagnostics)
{
    /// <summary>Names that the emitted method uses itself.</summary>
    private static readonly string[] _reserved = ["request", "content", "options", "cancellationToken"];

    /// <summary>Headers that the transport sets, which a parameter may not (the specification says so of the first three).</summary>
    private static readonly HashSet<string> _ownHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization", "Content-Length", "Host" };

    public IReadOnlyList<ParameterDraft> Parse(NamedOperation named, string hint)
    {
        List<ParameterDraft> drafts = [];
        HashSet<string> inPath = new(PathParser.ParameterNames(named.Path), StringComparer.Ordinal);
        HashSet<(ParameterPlace, string)> seen = [];
        List<OpenApiParameter> unused = [];
        ILookup<string, OpenApiParameter> byName = named.Operation.Parameters.ToLookup(static parameter => parameter.Name, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> parts = Identifier.Distinct(named.Operation.Parameters.Select(static parameter => parameter.Name));
        foreach (OpenApiParameter parameter in named.Operation.Parameters)
        {
            if (parameter.Kind is OpenApiParameterKind.Body or OpenApiParameterKind.FormData || !seen.Add((PlaceOf(parameter.Kind), parameter.Name)))
            {
                continue;
            }

            if (parameter.Kind == OpenApiParameterKind.Header && _ownHeaders.Contains(parameter.Name))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf((object)parameter), parameter.Name, "the client sets this header itself");
                continue;
            }

            if (parameter.Kind == OpenApiParameterKind.Path && !inPath.Remove(parameter.Name))
            {
                unused.Add(parameter);
                continue;
            }

            bool isAlone = byName[parameter.Name].Take(2).Count() == 1;
            drafts.Add(Parse(parameter, Identifier.Join(hint, parts[parameter.Name] + (isAlone ? "" : $"{PlaceOf(parameter.Kind)}"))));
        }

        foreach ((string name, string like) in LookAlikes.Find(named.Operation.Parameters.Select(static parameter => parameter.Name)))
        {
            diagnostics.Add(Descriptors.NamesLookAlike, document.LocationOf((object)byName[name].First()), name, like, LookAlikes.Foreign(name));
        }

        new PathMismatch(document, diagnostics).Report(named, inPath, unused);
        drafts.AddRange(inPath.Select(Undeclared));

        return drafts;
    }

    /// <summary>C# names, unique within the method.</summary>
    public IReadOnlyList<ParameterModel> Finish(IReadOnlyList<ParameterDraft> drafts)
    {
        IReadOnlyDictionary<string, string> names = new NameScope(_reserved).Assign(drafts
            .Select(static draft => new WantedName($"{draft.Model.Place} {draft.Model.WireName}", draft.Model.WireName, draft.Model.Name, draft.IsNameGiven))
            .ToArray());
        return drafts.Select(draft =>
        {
            string name = names[$"{draft.Model.Place} {draft.Model.WireName}"];
            string literal = draft.Default is not null && !draft.Model.IsRequired && !draft.Model.Type.IsNullable ? DefaultLiteral.Of(draft.Default, draft.Model.Type, schemas) ?? "" : "";
            TypeRef type = draft.Model.IsRequired || literal.Length > 0 ? draft.Model.Type : draft.Model.Type.AsNullable();
            return draft.Model with { Name = Identifier.Escape(name.TrimStart('@')), Default = literal, Type = type };
        }).ToArray();
    }

    private ParameterDraft Parse(OpenApiParameter parameter, string hint)
    {
        JsonSchema schema = parameter.Schema;
        TypeRef type = schemas.Resolve(schema, hint);
        JsonSchema actual = SchemaFacts.Follow(schema);
        string? given = SchemaExtensions.Extension(parameter.ExtensionData, SchemaExtensions.ClientName) as string;
        string? mediaType = SchemaExtensions.Extension(parameter.ExtensionData, ParameterBuilder.ContentKey) as string;
        bool isForm = mediaType is not null && MediaTypes.BodyKindOf(mediaType) == BodyKind.Form;
        ParameterPlace place = PlaceOf(parameter.Kind);

        // A form's fields are pairs of the query like any others.
        if (place == ParameterPlace.Query
            && SchemaExtensions.Extension(parameter.ExtensionData, ParameterBuilder.QueryStringKey) is true
            && !(isForm && type.Shape is TypeShape.Object or TypeShape.Map))
        {
            place = ParameterPlace.QueryString;
        }

        string style = Style(parameter, place);
        bool allowsReserved = SchemaExtensions.Extension(parameter.ExtensionData, ParameterBuilder.AllowReservedKey) is true;
        if (allowsReserved && place != ParameterPlace.Query)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf((object)parameter), ParameterBuilder.AllowReservedKey, "reserved characters are sent as they are in a query alone");
        }

        ParameterModel model = new()
        {
            Name = Identifier.Camel(given ?? parameter.Name),
            WireName = parameter.Name,
            Place = place,
            Type = Secrets.IsSecret(schema, actual, "") ? PrimitiveTypes.Sensitive : type,
            Doc = documentation.Of(null, parameter.Description ?? schema.Description ?? actual.Description, null, $"The {Word(place)} parameter {parameter.Name}."),
            IsRequired = parameter.IsRequired,
            Style = style,
            Explode = parameter.Explode ?? style is "Form" or "Cookie",
            AllowReserved = allowsReserved && place == ParameterPlace.Query,
            IsJson = mediaType is not null && MediaTypes.IsJson(mediaType),
        };
        bool isHoisted = SchemaExtensions.Extension(parameter.ExtensionData, SchemaExtensions.ParameterLocation) is "client";
        return new ParameterDraft(model, given is not null, isHoisted, schema.Default ?? actual.Default);
    }

    /// <summary>
    /// Maps to an enum of the generator's own. Printing NSwag's enum would make the platform read its attributes, whose
    /// types lie in an assembly that the package does not carry.
    /// </summary>
    private static ParameterPlace PlaceOf(OpenApiParameterKind kind) => kind switch
    {
        OpenApiParameterKind.Path => ParameterPlace.Path,
        OpenApiParameterKind.Header => ParameterPlace.Header,
        OpenApiParameterKind.Cookie => ParameterPlace.Cookie,
        _ => ParameterPlace.Query,
    };

    private static string Word(ParameterPlace place) => $"{place}".ToLowerInvariant();

    private static ParameterDraft Undeclared(string name) => new(
        new ParameterModel
        {
            Name = Identifier.Camel(name),
            WireName = name,
            Place = ParameterPlace.Path,
            Type = PrimitiveTypes.Text,
            Doc = new DocModel($"The path parameter {name}."),
            IsRequired = true,
            Style = "Simple",
        },
        IsNameGiven: false,
        IsHoisted: false,
        Default: null);

    private string Style(OpenApiParameter parameter, ParameterPlace place)
    {
        string usual = place is ParameterPlace.Query or ParameterPlace.Cookie or ParameterPlace.QueryString ? "Form" : "Simple";
        if (SchemaExtensions.Extension(parameter.ExtensionData, ParameterBuilder.StyleKey) is not string style)
        {
            return usual;
        }

        if (ParameterStyles.Name(style) is { } name && ParameterStyles.IsFor(name, place))
        {
            return name;
        }

        diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf((object)parameter), "style", $"'{style}' is no style of a parameter in the {Word(place)}");
        return usual;
    }
}

/// <param name="IsHoisted">Whether the author wants it set once on the client.</param>
/// <param name="Default">The document's default, as a plain value.</param>
internal sealed record ParameterDraft(ParameterModel Model, bool IsNameGiven, bool IsHoisted, object? Default);
