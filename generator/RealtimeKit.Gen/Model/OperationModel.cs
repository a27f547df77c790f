namespace RealtimeKit.Gen.Model;

/// <summary>One path and method: one method of a client, and its variants.</summary>
internal sealed record OperationModel
{
    public const string WithResponse = "WithResponse";

    /// <summary>Without the <c>Async</c>.</summary>
    public required string Name { get; init; }

    public required string OperationId { get; init; }

    /// <summary>As the document has it, in lower case where HTTP itself knows it.</summary>
    public required string Method { get; init; }

    public required string PathTemplate { get; init; }

    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>The required ones first.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required EquatableArray<BodyModel> Bodies { get; init; }

    /// <summary>The parameters of a method that is given no body: all there are, or all but the body that it makes itself.</summary>
    public required EquatableArray<ArgumentModel> Signature { get; init; }

    /// <summary>What a call may be asked for; the first by the operation's own name.</summary>
    public required EquatableArray<ResultModel> Results { get; init; }

    /// <summary>What a method's name ends in that gives the whole response.</summary>
    public string ResponseSuffix { get; init; } = WithResponse;

    public required EquatableArray<ErrorModel> Errors { get; init; }

    /// <summary>Alternatives of sets of schemes.</summary>
    public EquatableArray<EquatableArray<string>> Security { get; init; } = EquatableArray<EquatableArray<string>>.Empty;

    /// <summary>Whether the document says what credentials are wanted, be it none.</summary>
    public bool HasSecurity { get; init; }

    public bool IsIdempotent { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>A server of the operation's own; empty for the client's.</summary>
    public string Server { get; init; } = "";

    public required DocModel Doc { get; init; }

    /// <summary>Methods that are this one with a value of its body's enum.</summary>
    public EquatableArray<VerbModel> Verbs { get; init; } = EquatableArray<VerbModel>.Empty;
}

/// <summary>A stretch of the path: literal text, or a parameter.</summary>
/// <param name="Literal">Percent-encoded; empty for a parameter.</param>
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

    /// <summary>Set once on the client rather than with each call: the options' property of this name.</summary>
    public string HoistedAs { get; init; } = "";

    /// <summary>The text of the only value there is, which nobody needs to pass; null for a parameter that has several.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether an instant is sent as an HTTP-date.</summary>
    public bool IsHttpDate { get; init; }

    /// <summary>A name of the runtime's styles.</summary>
    public required string Style { get; init; }

    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Whether the value travels as JSON text.</summary>
    public bool IsJson { get; init; }
}

internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Text,
    Stream,
}

/// <summary>One media type in which the body may travel.</summary>
internal sealed record BodyModel
{
    public required BodyKind Kind { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The other media types in which the same may travel; the method is told which, where there are any.</summary>
    public EquatableArray<string> OtherContentTypes { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether the document names a range of media types, so that only the caller knows which it is.</summary>
    public bool IsRange { get; init; }

    /// <summary>Whether the method has a parameter for the media type.</summary>
    public bool TakesContentType => OtherContentTypes.Count > 0 || IsRange;

    /// <summary>The C# parameter by which it is told.</summary>
    public string ContentTypeName { get; init; } = "contentType";

    /// <summary>The C# parameter.</summary>
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>What the method's name has to distinguish it from the first body's; empty for that one.</summary>
    public required string Suffix { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The parameters of the methods that send this body.</summary>
    public EquatableArray<ArgumentModel> Signature { get; init; } = EquatableArray<ArgumentModel>.Empty;

    /// <summary>The fields of a form, as they stand on the body's type.</summary>
    public EquatableArray<PropertyModel> Fields { get; init; } = EquatableArray<PropertyModel>.Empty;

    /// <summary>The fields of which the document says how they travel.</summary>
    public EquatableArray<FieldEncodingModel> Encodings { get; init; } = EquatableArray<FieldEncodingModel>.Empty;
}

internal sealed record FieldEncodingModel(string WireName, FieldModel Field);

/// <summary>What a call gives, and the answers in which it comes.</summary>
internal sealed record ResultModel
{
    public required TypeRef Type { get; init; }

    public required EquatableArray<ResultCaseModel> Cases { get; init; }

    /// <summary>The media types that are asked for; empty for those that the cases understand by themselves.</summary>
    public required string Accept { get; init; }

    /// <summary>What the method's name has to distinguish it from the operation's first result; empty for that one.</summary>
    public required string Suffix { get; init; }

    /// <summary>Whether items are handed over as they arrive.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>Whether the items are the data of events, which can be handed over with their other fields too.</summary>
    public bool HasEvents { get; init; }

    /// <summary>What the method that hands over events has in its name behind <see cref="Suffix"/>.</summary>
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
/// <param name="Envelope">The property that holds the result proper; empty for none.</param>
/// <param name="Union">How the case becomes the operation's result where there are several; empty for no conversion.</param>
internal sealed record ResultCaseModel(string Status, ResultKind Kind, TypeRef Type, string Envelope, string Union);

/// <summary>A typed error body.</summary>
/// <param name="MediaType">The only one that it comes in; empty for any of its kind.</param>
internal sealed record ErrorModel(string Status, TypeRef Type, string MediaType)
{
    /// <summary>Whether the body is text rather than JSON.</summary>
    public bool IsText { get; init; }
}

/// <summary>A method that sends one value of the enum which is all that a body requires.</summary>
/// <param name="Name">Without the <c>Async</c>.</param>
/// <param name="Property">The body's property.</param>
internal sealed record VerbModel(string Name, string WireName, ConstantModel Value, string Property);
