using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Links;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Operations.Parameters;
using RealtimeKit.Gen.Parsing.Operations.Responses;
using RealtimeKit.Gen.Parsing.Operations.Servers;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>An operation whose schemas are resolved, but whose types' directions are not known yet.</summary>
internal sealed record OperationDraft(
    NamedOperation Named, IReadOnlyList<ParameterDraft> Parameters, IReadOnlyList<BodyModel> Bodies, IReadOnlyList<ResultModel> Results, IReadOnlyList<ErrorModel> Errors);

/// <summary>Decides what a client's methods are: first all drafts, then, the types being known, the models.</summary>
internal sealed class OperationParser(SchemaParser schemas, SpecDocument document, Documentation documentation, string resultProperty, LinkText links, DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> _idempotent = new(StringComparer.Ordinal) { "get", "head", "put", "delete", "options", "trace", "query" };

    private readonly ParameterParser _parameters = new(schemas, document, documentation, diagnostics);
    private readonly BodyParser _bodies = new(schemas, new AlikeSchemas(document.Schemas), document.Locations, diagnostics);
    private readonly ResponseParser _responses = new(schemas, new AlikeSchemas(document.Schemas), document.Locations, resultProperty, diagnostics);
    private readonly StyleFit _fit = new(schemas, document.Locations, diagnostics);
    private readonly ServerParser _servers = new(document.Locations, document.IsSwagger, diagnostics);
    private readonly ResultParser _results = new(schemas, document.Locations, diagnostics);

    public OperationDraft Draft(NamedOperation named)
    {
        string hint = named.TypeOwner;
        ParsedResponses responses = _responses.Parse(named, hint);
        return new OperationDraft(
            named,
            _parameters.Parse(named, hint),
            _bodies.Parse(named.Operation, hint),
            _results.Parse(named, responses.Answers, hint),
            responses.Errors);
    }

    public static void Mark(OperationDraft draft, UsageMarker usage)
    {
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            usage.MarkSent(parameter.Model.Type);
            usage.MarkParameter(parameter.Model.Type);
        }

        foreach (BodyModel body in draft.Bodies)
        {
            usage.MarkSent(body.Type);
            if (body.Kind is BodyKind.Form or BodyKind.Multipart)
            {
                usage.MarkParameter(body.Type);
            }
        }

        foreach (TypeRef type in draft.Results.SelectMany(static result => result.Cases.Select(static @case => @case.Type).Append(result.Type)).Concat(draft.Errors.Select(static error => error.Type)))
        {
            usage.MarkReceived(type);
        }
    }

    public OperationModel Finish(OperationDraft draft, TypeFinisher types, HoistedParameters hoisted)
    {
        (NamedOperation named, OpenApiOperation operation) = (draft.Named, draft.Named.Operation);
        IReadOnlyList<ParameterModel> parameters = _parameters.Finish(draft.Parameters)
            .Select((parameter, index) => draft.Parameters[index].IsHoisted ? parameter with { HoistedAs = hoisted.NameOf(draft.Parameters[index]) } : Directed(parameter))
            .ToArray();
        (bool hasSecurity, EquatableArray<EquatableArray<string>> security) = SecurityParser.Parse(document.Document, operation);
        string[] order = PathParser.ParameterNames(named.Path).ToArray();
        ParameterModel[] ordered = parameters
            .OrderByDescending(static parameter => parameter.IsRequired)
            .ThenBy(parameter => parameter.Place == ParameterPlace.Path ? Array.IndexOf(order, parameter.WireName) : int.MaxValue)
            .ToArray();
        string contentTypeName = parameters.Any(static parameter => parameter.Name == "contentType") ? "requestContentType" : "contentType";
        BodyModel[] bodies = draft.Bodies.Select(body => Finish(body, types) with { ContentTypeName = contentTypeName }).ToArray();
        return new OperationModel
        {
            Name = named.Name,
            OperationId = named.Id,
            Method = named.Method,
            PathTemplate = named.Path,
            Path = PathParser.Parse(named.Path, name => parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == name)),
            Parameters = ordered.ToEquatableArray(),
            Bodies = bodies.Select(body => body with { Signature = Signatures.Of(ordered, body) }).ToEquatableArray(),
            Signature = Signatures.Of(ordered, body: null),
            Results = draft.Results.Select(Directed).ToEquatableArray(),
            Errors = draft.Errors.Select(error => error with { Type = schemas.Directed(error.Type, isReceived: true) }).ToEquatableArray(),
            Security = security,
            HasSecurity = hasSecurity,
            IsIdempotent = _idempotent.Contains(named.Method) || SchemaExtensions.Extension(operation.ExtensionData, "x-idempotent") is true,
            IsObsolete = operation.IsDeprecated,
            Server = operation.Servers?.FirstOrDefault() is { } server ? _servers.Parse(server) : "",
            Doc = links.AddTo(documentation.Of(operation.Summary, operation.Description, operation.ExternalDocumentation, $"{named.Method.ToUpperInvariant()} {named.Path}"), named),
        };
    }

    private BodyModel Finish(BodyModel body, TypeFinisher types)
    {
        TypeRef type = schemas.Directed(body.Type, isReceived: false);
        if (body.Kind is not (BodyKind.Form or BodyKind.Multipart) || schemas.DraftOf(body.Type) is not ObjectDraft draft)
        {
            return body with { Type = type };
        }

        BodyModel finished = body with { Type = type, Fields = ((ObjectModel)types.Finish(draft)).Properties.Select(property => FormFields.Of(property, body)).ToEquatableArray() };
        if (body.Kind == BodyKind.Form)
        {
            _fit.Check(finished, draft);
        }

        return finished;
    }

    /// <summary>Types as a request has them.</summary>
    private ParameterModel Directed(ParameterModel parameter) => parameter with { Type = schemas.Directed(parameter.Type, isReceived: false) };

    private ResultModel Directed(ResultModel result) => result with
    {
        Type = schemas.Directed(result.Type, isReceived: true),
        Cases = result.Cases.Select(@case => @case with { Type = schemas.Directed(@case.Type, isReceived: true) }).ToEquatableArray(),
    };
}
