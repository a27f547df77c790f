namespace RealtimeKit.Gen.Model;

/// <summary>One path and method: a method of a client, and its variants.</summary>
internal sealed record OperationModel
{
    public const string WithResponse = "WithResponse";

    /// <summary>Gets the name without the <c>Async</c>.</summary>
    public required string Name { get; init; }

    public required string OperationId { get; init; }

    /// <summary>Gets the HTTP method as the document writes it, in lower case if it is a standard method.</summary>
    public required string Method { get; init; }

    public required string PathTemplate { get; init; }

    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>Gets the parameters, required parameters first.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required EquatableArray<BodyModel> Bodies { get; init; }

    /// <summary>Gets the parameters of a method without a body parameter.</summary>
    public required EquatableArray<ArgumentModel> Signature { get; init; }

    /// <summary>Gets the results of a call. The first one has the operation's own name.</summary>
    public required EquatableArray<ResultModel> Results { get; init; }

    /// <summary>Gets the end of the name of the method that returns the whole response.</summary>
    public string ResponseSuffix { get; init; } = WithResponse;

    /// <summary>Gets the body of the methods without a suffix, or null if there is none.</summary>
    public BodyModel? MainBody => Bodies.FirstOrDefault(static body => body.Suffix.Length == 0);

    /// <summary>Gets the result of the methods without a suffix, or null if all results are streamed.</summary>
    public ResultModel? MainResult => Results.FirstOrDefault(static result => result.Suffix.Length == 0);

    public required EquatableArray<ErrorModel> Errors { get; init; }

    /// <summary>Gets the names of the properties of the results that are secrets although their names describe errors.</summary>
    public EquatableArray<string> SecretNames { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets the alternatives, each a set of schemes.</summary>
    public EquatableArray<EquatableArray<string>> Security { get; init; } = EquatableArray<EquatableArray<string>>.Empty;

    /// <summary>Gets whether the document says which credentials are required, even if none are.</summary>
    public bool HasSecurity { get; init; }

    public bool IsIdempotent { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>Gets the operation's own server; empty for the client's.</summary>
    public string Server { get; init; } = "";

    public required DocModel Doc { get; init; }

    /// <summary>Gets the methods that send one value of the body's enum.</summary>
    public EquatableArray<VerbModel> Verbs { get; init; } = EquatableArray<VerbModel>.Empty;
}

/// <summary>A part of the path: literal text or a parameter.</summary>
/// <param name="Literal">The percent-encoded text; empty for a parameter.</param>
internal sealed record PathPartModel(string Literal, ParameterModel? Parameter);

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The query as a whole.</summary>
    QueryString,
}

internal sealed record ParameterModel
{
    public required string Name { get; init; }

    public required string WireName { get; init; }

    public required ParameterPlace Place { get; init; }

    public required TypeRef Type { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Gets the property of the options that sets the parameter once on the client; empty for a parameter of each call.</summary>
    public string HoistedAs { get; init; } = "";

    /// <summary>Gets the text of the only allowed value, or null if there are several.</summary>
    public string? Constant { get; init; }

    /// <summary>Gets whether an instant is sent as an HTTP date.</summary>
    public bool IsHttpDate { get; init; }

    /// <summary>Gets the runtime's name of the style.</summary>
    public required string Style { get; init; }

    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Gets whether the value is sent as JSON text.</summary>
    public bool IsJson { get; init; }

    /// <summary>Gets whether the value is a form whose fields are pairs of the query.</summary>
    public bool IsForm { get; init; }

    /// <summary>Gets how the document describes fields of the form.</summary>
    public EquatableArray<FieldEncodingModel> Encodings { get; init; } = EquatableArray<FieldEncodingModel>.Empty;

    /// <summary>Gets the fields of the form that are sent in a way that the document describes.</summary>
    public EquatableArray<PropertyModel> DescribedFields { get; init; } = EquatableArray<PropertyModel>.Empty;
}

internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Text,
    Stream,
}

/// <summary>One media type of a request body.</summary>
internal sealed record BodyModel
{
    public required BodyKind Kind { get; init; }

    public required string ContentType { get; init; }

    /// <summary>
    /// Gets the other media types under which the same body can be sent. If there are any, the method has a parameter for the
    /// media type.
    /// </summary>
    public EquatableArray<string> OtherContentTypes { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets whether the document gives a range of media types, so that the caller must choose one.</summary>
    public bool IsRange { get; init; }

    /// <summary>Gets whether the method has a parameter for the media type.</summary>
    public bool TakesContentType => OtherContentTypes.Count > 0 || IsRange;

    /// <summary>Gets the C# name of that parameter.</summary>
    public string ContentTypeName { get; init; } = "contentType";

    /// <summary>Gets the C# name of the parameter.</summary>
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>Gets the suffix that distinguishes the method from that of the first body; empty for the first body.</summary>
    public required string Suffix { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Gets the parameters of the methods that send this body.</summary>
    public EquatableArray<ArgumentModel> Signature { get; init; } = EquatableArray<ArgumentModel>.Empty;

    /// <summary>Gets the fields of a form, from the properties of the body's type.</summary>
    public EquatableArray<PropertyModel> Fields { get; init; } = EquatableArray<PropertyModel>.Empty;

    /// <summary>
    /// Gets the C# name of the boolean property that asks for a stream instead of a single response; empty if there is none or the
    /// operation has only one of both.
    /// </summary>
    public string StreamFlag { get; init; } = "";

    /// <summary>Gets whether an absent body is replaced by one with the flag alone.</summary>
    public bool CreatesStreamed { get; init; }

    /// <summary>
    /// Gets the same property of each case of a body that is a union, in their order; empty for a case without one. Empty if the body is
    /// no union, or no case has such a property.
    /// </summary>
    public EquatableArray<string> CaseStreamFlags { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets the fields whose encoding the document describes.</summary>
    public EquatableArray<FieldEncodingModel> Encodings { get; init; } = EquatableArray<FieldEncodingModel>.Empty;
}

internal sealed record FieldEncodingModel(string WireName, FieldModel Field);

/// <summary>A result of a call, and the responses in which it is returned.</summary>
internal sealed record ResultModel
{
    public required TypeRef Type { get; init; }

    public required EquatableArray<ResultCaseModel> Cases { get; init; }

    /// <summary>Gets the media types that are requested; empty for the runtime's default.</summary>
    public required string Accept { get; init; }

    /// <summary>Gets the suffix that distinguishes the method from that of the first result; empty for the first result.</summary>
    public required string Suffix { get; init; }

    /// <summary>Gets the media type of JSON that has a name of its own, by which a names file knows the result; empty for other results.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Gets whether items are returned as they arrive.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>Gets whether the items are the data of events, which can also be returned with their other fields.</summary>
    public bool HasEvents { get; init; }

    /// <summary>The name that follows <see cref="Suffix"/> in a method that returns events.</summary>
    public const string Events = "Events";
}

internal enum ResultKind
{
    Json,
    Text,
    Stream,
    Empty,
}

/// <param name="Status">A status, a range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="Envelope">The property that contains the result; empty for none.</param>
/// <param name="Union">The union that the case is converted to; empty for no conversion.</param>
internal sealed record ResultCaseModel(string Status, ResultKind Kind, TypeRef Type, string Envelope, string Union)
{
    /// <summary>Gets the range of media types of the body, such as <c>*/*</c>; empty for the media types of its kind.</summary>
    public string MediaRange { get; init; } = "";
}

/// <summary>A typed error body.</summary>
/// <param name="MediaType">The only media type of the body; empty for any of its kind.</param>
internal sealed record ErrorModel(string Status, TypeRef Type, string MediaType)
{
    /// <summary>Gets whether the body is text rather than JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>Gets whether the body as a whole is a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets the names of the properties that are secrets.</summary>
    public EquatableArray<string> SecretNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A method that sends one value of the only enum that a body requires.</summary>
/// <param name="Name">The name without the <c>Async</c>.</param>
/// <param name="Property">The property of the body.</param>
internal sealed record VerbModel(string Name, string WireName, ConstantModel Value, string Property);
