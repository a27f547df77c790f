using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>Decides the types of an operation's parameters.</summary>
internal sealed class ParameterParser(SchemaParser schemas, SpecDocument document, Documentation documentation, DiagnosticBag diagnostics)
{
    private readonly FieldEncodings _encodings = new(schemas.Members, document, diagnostics);
    private readonly IgnoredParameterKeywords _ignored = new(document.Locations, diagnostics);
    private readonly ParameterDefault _defaults = new(document.Schemas, document.Locations, diagnostics);

    /// <summary>The headers that the transport sets. A parameter cannot set them; OpenAPI 3 says so for the first three.</summary>
    private static readonly HashSet<string> _ownHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization", "Content-Length", "Host", "Transfer-Encoding" };

    public IReadOnlyList<ParameterDraft> Parse(NamedOperation named, string hint)
    {
        if (named.Path.IndexOf('#') is >= 0 and var fragment)
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored, document.Locations.Of(named.Operation), named.Path.Substring(fragment), "the fragment of a path is never sent");
        }

        List<ParameterDraft> drafts = [];
        HashSet<string> inPath = new(PathParser.ParameterNames(named.Path), StringComparer.Ordinal);
        HashSet<(ParameterPlace, string)> seen = [];
        List<OpenApiParameter> unused = [];
        ILookup<string, OpenApiParameter> byName = named.Operation.Parameters.ToLookup(static parameter => parameter.Name, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> parts = Identifier.Distinct(named.Operation.Parameters.Select(static parameter => parameter.Name));
        foreach (OpenApiParameter parameter in named.Operation.Parameters)
        {
            if (parameter.Kind is OpenApiParameterKind.Body or OpenApiParameterKind.FormData || !IsSent(parameter, seen))
            {
                continue;
            }

            if (parameter.Kind == OpenApiParameterKind.Path && !inPath.Remove(parameter.Name))
            {
                unused.Add(parameter);
                continue;
            }

            bool isAlone = byName[parameter.Name].Take(2).Count() == 1;
            drafts.Add(Parse(parameter, TypeKey.Member(hint, parts[parameter.Name] + (isAlone ? "" : $"{PlaceOf(parameter.Kind)}"))));
        }

        foreach ((string name, string like) in LookAlikes.Find(named.Operation.Parameters.Select(static parameter => parameter.Name)))
        {
            diagnostics.AddLookAlike(document.Locations.Of(byName[name].First()), name, like);
        }

        new PathMismatch(document.Locations, diagnostics).Report(named, inPath, unused);
        drafts.AddRange(inPath.Select(Undeclared));

        return drafts;
    }

    /// <summary>Returns whether the parameter is sent: not if it is declared twice, or if the transport sets the header itself.</summary>
    /// <param name="seen">The places and names of the parameters so far.</param>
    private bool IsSent(OpenApiParameter parameter, HashSet<(ParameterPlace, string)> seen)
    {
        ParameterPlace place = PlaceOf(parameter.Kind);
        if (!seen.Add((place, place == ParameterPlace.Header ? parameter.Name.ToLowerInvariant() : parameter.Name)))
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                document.Locations.Of(parameter),
                $"The {Word(place)} parameter '{parameter.Name}' is declared twice, and the first declaration is used");
            return false;
        }

        if (place == ParameterPlace.Header && IsOwnHeader(parameter.Name))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(parameter), parameter.Name, "the client sets this header itself");
            return false;
        }

        return true;
    }

    /// <summary>
    /// Returns whether the transport sets the header itself. In Swagger 2.0 a document may describe the Accept header; later
    /// versions ignore it.
    /// </summary>
    private bool IsOwnHeader(string name) =>
        _ownHeaders.Contains(name) && !(document.IsSwagger && string.Equals(name, "Accept", StringComparison.OrdinalIgnoreCase));

    private ParameterDraft Parse(OpenApiParameter parameter, string hint)
    {
        JsonSchema schema = parameter.Schema;
        ParameterTraits traits = document.Parameters[parameter];
        string? constant = parameter.IsRequired && traits.MediaType is null ? ConstantOf(parameter) : null;
        JsonSchema actual = SchemaFacts.Follow(schema);
        TypeRef type = constant is not null ? PrimitiveTypes.Text : AsTextIfUntyped(TypeOf(parameter, hint), actual, traits, parameter.Kind);
        string? given = SchemaExtensions.Extension(parameter.ExtensionData, SchemaExtensions.ClientName) as string;
        string? mediaType = traits.MediaType;

        // The fields of a form are sent as pairs of the query.
        bool isPairs = mediaType is not null && MediaTypes.BodyKindOf(mediaType) == BodyKind.Form
            && PlaceOf(parameter.Kind) == ParameterPlace.Query
            && type.Shape is TypeShape.Object or TypeShape.Map;
        type = isPairs ? type : WithoutFormat(type, parameter, mediaType);
        ParameterPlace place = traits.IsQueryString && !isPairs ? ParameterPlace.QueryString : PlaceOf(parameter.Kind);
        string style = Style(parameter, place, type);
        bool skipsEncoding = SchemaExtensions.Flag(parameter.ExtensionData, IgnoredParameterKeywords.SkipUrlEncoding) is true
            && place is ParameterPlace.Path or ParameterPlace.Query;
        _ignored.Report(parameter, traits, place, style, type);

        ParameterModel model = new()
        {
            Name = Identifier.Camel(given ?? parameter.Name),
            WireName = parameter.Name,
            Place = place,
            Type = type,
            Doc = DocOf(parameter, actual, constant is null ? type : PrimitiveTypes.Json, place),
            IsRequired = parameter.IsRequired,
            Constant = place == ParameterPlace.Path && style != "Simple" ? null : constant,
            IsHttpDate = place == ParameterPlace.Header && HttpDates.IsHeader(parameter.Name)
                && (type.Kind is PrimitiveKind.DateTimeOffset or PrimitiveKind.DateOnly
                    || type.Scalar?.Conversion is TextConversion.DateTime or TextConversion.Date),
            Style = style,
            Explode = parameter.Explode ?? style is "Form" or "Cookie",
            AllowReserved = (traits.AllowsReserved && place == ParameterPlace.Query) || skipsEncoding,
            IsJson = mediaType is not null && MediaTypes.IsJson(mediaType),
            IsForm = isPairs,
            Encodings = isPairs ? _encodings.Of(traits.Content!, isMultipart: false) : EquatableArray<FieldEncodingModel>.Empty,
        };
        return new ParameterDraft(model, given is not null, IsHoisted(parameter) && constant is null, document.Locations.Of(parameter));
    }

    /// <summary>Returns text for a parameter without a type, where only text can be sent. A query can also contain lists and objects.</summary>
    private static TypeRef AsTextIfUntyped(TypeRef type, JsonSchema actual, ParameterTraits traits, OpenApiParameterKind kind) =>
        type.Kind == PrimitiveKind.Element
            && actual.Type == JsonObjectType.None
            && !SchemaFacts.IsStructural(actual)
            && traits.MediaType is null
            && kind != OpenApiParameterKind.Query
                ? (type.IsSecret ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text) with { IsNullable = type.IsNullable }
                : type;

    /// <summary>
    /// Returns the only value of a parameter, or null. A value that cannot be sent is left to the caller, because it would make every
    /// call throw.
    /// </summary>
    private string? ConstantOf(OpenApiParameter parameter)
    {
        string? constant = ParameterConstants.Of(parameter.Schema, document.Schemas);
        ParameterPlace place = PlaceOf(parameter.Kind);
        if (constant is null || ParameterConstants.CanBeSent(constant, place, document.Parameters[parameter].Style))
        {
            return constant;
        }

        diagnostics.Add(
            Descriptors.PartInvalid,
            document.Locations.Of(parameter),
            $"The only value of the {Word(place)} parameter '{parameter.Name}' cannot be sent there");
        return null;
    }

    /// <summary>Returns text for a value that has no format in the media type of a parameter's content.</summary>
    private TypeRef WithoutFormat(TypeRef type, OpenApiParameter parameter, string? mediaType)
    {
        if (mediaType is null || MediaTypes.IsJson(mediaType) || type.IsPlain)
        {
            return type;
        }

        diagnostics.Add(
            Descriptors.ConstructNotSupported,
            document.Locations.Of(parameter),
            $"The media type {mediaType} with the schema of a parameter",
            $"the schema of '{parameter.Name}'");
        return Secrets.IsHidden(type) ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text;
    }

    private DocModel DocOf(OpenApiParameter parameter, JsonSchema actual, TypeRef type, ParameterPlace place)
    {
        JsonSchema schema = parameter.Schema;
        string? description = parameter.Description ?? ReferenceChain.Nearest(schema, static link => link.Description);
        DocModel doc = documentation.Of(null, description, null, $"The {Word(place)} parameter `{parameter.Name}`.");
        return SingleValues.Describe(_defaults.Document(doc, parameter, actual, type), actual);
    }

    /// <summary>Returns whether the parameter is an option of the client.</summary>
    private bool IsHoisted(OpenApiParameter parameter)
    {
        object? value = SchemaExtensions.Extension(parameter.ExtensionData, SchemaExtensions.ParameterLocation);
        if (value is string text and not ("client" or "method"))
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                document.Locations.Of(parameter),
                $"'{text}' is not a value of {SchemaExtensions.ParameterLocation}, which is 'client' or 'method'");
        }

        return value is "client";
    }

    /// <summary>Returns the type of a parameter. The parameter itself may be marked as a secret.</summary>
    private TypeRef TypeOf(OpenApiParameter parameter, string hint)
    {
        bool? mark = SchemaExtensions.Flag(parameter.ExtensionData, Secrets.Extension);
        if (SchemaExtensions.Extension(parameter.ExtensionData, SchemaExtensions.DotNetType) is string name
            && schemas.Given(name.Trim(), parameter.Schema, document.Locations.Of(parameter)) is { } given)
        {
            return mark is not { } isHidden ? Secrets.TypeOf(given, parameter.Schema, parameter.Name) : isHidden ? Secrets.Hide(given) : given;
        }

        return mark is not { } isSecret ? schemas.ResolveNamed(parameter.Schema, parameter.Name, hint)
            : isSecret ? Secrets.Hide(schemas.Resolve(parameter.Schema, hint))
            : schemas.Resolve(parameter.Schema, hint);
    }

    /// <summary>
    /// Maps a place to the generator's own enum. Formatting NSwag's enum would load an assembly that the package does not
    /// contain.
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
            Doc = new DocModel($"The path parameter `{name}`."),
            IsRequired = true,
            Style = "Simple",
        },
        IsNameGiven: false,
        IsHoisted: false,
        Location: null);

    private string Style(OpenApiParameter parameter, ParameterPlace place, TypeRef type)
    {
        string usual = place is ParameterPlace.Query or ParameterPlace.Cookie or ParameterPlace.QueryString ? "Form" : "Simple";
        if (document.Parameters[parameter].Style is not { } style)
        {
            return usual;
        }

        if (ParameterStyles.Name(style) is { } name && ParameterStyles.IsFor(name, place, document.IsSwagger))
        {
            return name;
        }

        // All styles except those of a path are equal for a single plain value. A header has only one style, which NSwag calls
        // "form".
        bool isSame = place == ParameterPlace.Header
            || type.IsPlain
            && style is not ("label" or "matrix");
        string why = $"'{style}' is not a style of a parameter in the {Word(place)}";
        diagnostics.Add(
            isSame ? Descriptors.KeywordIgnored : Descriptors.PartInvalid,
            document.Locations.Of(parameter),
            isSame ? ["style", why] : [$"{why}, where '{parameter.Name}' is sent as '{char.ToLowerInvariant(usual[0])}{usual.Substring(1)}'"]);
        return usual;
    }
}
