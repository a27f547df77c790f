using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Links;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Operations.Parameters;
using RealtimeKit.Gen.Parsing.Operations.Servers;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Decides what a client's methods are, from the drafts of the operations and the uses of their types.</summary>
internal sealed class OperationFinisher(
    TypeDrafts drafts,
    TypeUses uses,
    TypeFinisher types,
    PropertyFinisher properties,
    SecretNames secrets,
    HoistedParameters hoisted,
    SpecDocument document,
    Documentation documentation,
    LinkText links,
    NameLock names,
    DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> _idempotent = new(StringComparer.Ordinal) { "get", "head", "put", "delete", "options", "trace", "query" };

    private const string ContentType = "contentType";

    private readonly StyleFit _fit = new(drafts, document.Locations, diagnostics);
    private readonly StreamFlags _flags = new(drafts, types, properties, document.Locations, diagnostics);
    private readonly ServerParser _servers = new(document.Locations, document.IsSwagger, diagnostics);

    public OperationModel Finish(OperationDraft draft)
    {
        (NamedOperation named, OpenApiOperation operation) = (draft.Named, draft.Named.Operation);
        string contentTypeKey = $"{LockKind.Parameter} {named.LockKey} {ContentType}";
        string? kept = names.Find(contentTypeKey) is { } found && !ParameterNames.IsReserved(found) ? found : null;
        IReadOnlyList<ParameterModel> parameters = FinishParameters(draft, kept);
        (bool hasSecurity, EquatableArray<EquatableArray<string>> security) = SecurityParser.Parse(document.Document, operation);
        string[] order = PathParser.ParameterNames(named.Path).ToArray();
        ParameterModel[] ordered = parameters
            .OrderByDescending(static parameter => parameter.IsRequired)
            .ThenBy(parameter => parameter.Place == ParameterPlace.Path ? Array.IndexOf(order, parameter.WireName) : int.MaxValue)
            .ToArray();
        string contentTypeName = kept ?? (parameters.Any(static parameter => parameter.Name == ContentType) ? "requestContentType" : ContentType);
        bool mayStream = draft.Results.Any(static result => result.IsStreamed) && draft.Results.Any(static result => !result.IsStreamed);
        BodyModel[] bodies = draft.Bodies
            .Select(body => Finish(body) with { ContentTypeName = contentTypeName })
            .Select(body => mayStream ? _flags.Add(body, operation.RequestBody!) : body)
            .ToArray();
        if (Array.Exists(bodies, static body => body.TakesContentType))
        {
            names.Record(contentTypeKey, contentTypeName);
        }

        return new OperationModel
        {
            Name = named.Name,
            OperationId = named.Id,
            Method = named.Method,
            PathTemplate = named.Path,
            Path = PathParser.Parse(
                named.Path,
                name => parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == name)),
            Parameters = ordered.ToEquatableArray(),
            Bodies = bodies.Select(body => body with { Signature = Signatures.Of(ordered, body) }).ToEquatableArray(),
            Signature = Signatures.Of(ordered, body: null),
            Results = draft.Results.Select(AsReceived).ToEquatableArray(),
            Errors = draft.Errors.Select(AsReceived).ToEquatableArray(),
            SecretNames = secrets.Shown(draft.Results.SelectMany(static result => result.Cases).Select(static @case => @case.Type)),
            Security = security,
            HasSecurity = hasSecurity,
            IsIdempotent = _idempotent.Contains(named.Method) || SchemaExtensions.Flag(operation.ExtensionData, "x-idempotent") is true,
            IsObsolete = operation.IsDeprecated,
            Server = operation.Servers?.FirstOrDefault() is { } server ? _servers.Parse(server) : "",
            Doc = links.AddTo(
                documentation.Of(operation.Summary, operation.Description, operation.ExternalDocumentation, $"{named.Method.ToUpperInvariant()} {named.Path}"),
                named),
        };
    }

    /// <summary>Returns the members that the methods use, which a parameter of the same name would hide.</summary>
    private static IEnumerable<string> MembersOf(OperationDraft operation) => operation.Bodies
        .Select(static body => body.Suffix)
        .Append("")
        .SelectMany(suffix => ClassMembers.OfMain(operation.Named.Name + suffix))
        .Concat(operation.Results.Select(result => ClassMembers.Field(operation.Named.Name, result.Suffix)));

    /// <summary>
    /// Returns the parameters with C# names that are unique within the method. A parameter that may be left out is nullable,
    /// and null is not sent.
    /// </summary>
    private ParameterModel[] FinishParameters(OperationDraft operation, string? contentTypeName)
    {
        IReadOnlyList<string> assigned = ParameterNames.Assign(
            operation.Parameters,
            operation.Bodies.Count > 0,
            names,
            operation.Named.LockKey,
            [.. MembersOf(operation), .. contentTypeName is null ? Array.Empty<string>() : [contentTypeName]]);
        return operation.Parameters.Select((draft, index) =>
        {
            ParameterModel model = WithFields(draft.Model);
            _fit.Check(draft);

            // Only JSON can express null. In all other places, a required parameter has a value.
            TypeRef type = !model.IsRequired ? model.Type.AsNullable() : model.IsJson ? model.Type : model.Type.AsRequired();
            return draft.IsHoisted
                ? model with { Name = assigned[index], Type = type, HoistedAs = hoisted.NameOf(draft) }
                : model with { Name = assigned[index], Type = uses.AsSent(type) };
        }).ToArray();
    }

    /// <summary>Returns a form in a query with the fields that do not have the default format.</summary>
    private ParameterModel WithFields(ParameterModel model) => model.IsForm && drafts.Of(model.Type) is ObjectDraft draft
        ? model with { DescribedFields = FormFields.Described(((ObjectModel)types.Finish(draft)).Properties, model.Encodings) }
        : model;

    private BodyModel Finish(BodyModel body)
    {
        TypeRef type = uses.AsSent(body.Type);
        if (body.Kind is not (BodyKind.Form or BodyKind.Multipart) || drafts.Of(body.Type) is not ObjectDraft draft)
        {
            return body with { Type = type };
        }

        EquatableArray<PropertyModel> fields = ((ObjectModel)types.Finish(draft)).Properties;
        BodyModel finished = body with { Type = type, Fields = fields.Select(property => FormFields.Of(property, body)).ToEquatableArray() };
        _fit.Check(finished, draft);
        return finished;
    }

    private ErrorModel AsReceived(ErrorModel error) => error with
    {
        Type = error.Type.AsReceived(),
        IsSecret = error.IsSecret || secrets.IsSecret(error.Type),
        SecretNames = secrets.Of(error.Type),
    };

    private static ResultModel AsReceived(ResultModel result) => result with
    {
        Type = result.Type.AsReceived(),
        Cases = result.Cases.Select(static @case => @case with { Type = @case.Type.AsReceived() }).ToEquatableArray(),
    };
}
