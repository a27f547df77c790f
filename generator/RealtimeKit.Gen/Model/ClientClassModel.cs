namespace RealtimeKit.Gen.Model;

/// <summary>The client class, its options, and the class of its per-call options.</summary>
internal sealed record ClientClassModel
{
    public required string Name { get; init; }

    public required string OptionsName { get; init; }

    /// <summary>
    /// Gets the name of the class of per-call options. It is the runtime's own if no parameter is set once on the client.
    /// </summary>
    public required string RequestOptionsName { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>Gets the URL of the API; empty if the document does not give it.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>Gets the path of the API if the document gives only this; otherwise empty.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Gets the name of the class of <see cref="Servers"/>.</summary>
    public required string ServersName { get; init; }

    /// <summary>Gets the servers that a caller can choose from; none if there is only one, without variables.</summary>
    public required EquatableArray<ServerModel> Servers { get; init; }

    /// <summary>Gets the parameters that all calls share and that are set once on the client.</summary>
    public required EquatableArray<HoistedParameterModel> Hoisted { get; init; }

    public required EquatableArray<GroupRefModel> Groups { get; init; }

    public required EquatableArray<SecuritySchemeModel> Schemes { get; init; }

    /// <summary>Gets whether some operation requires a credential.</summary>
    public required bool NeedsCredential { get; init; }
}

/// <param name="Name">The property of the client.</param>
/// <param name="TypeName">The class of the property.</param>
internal sealed record GroupRefModel(string Name, string TypeName, DocModel Doc);

/// <param name="Name">The property of the options.</param>
internal sealed record HoistedParameterModel(string Name, string WireName, TypeRef Type, DocModel Doc);

/// <param name="WireName">The key of the scheme in the document.</param>
/// <param name="Kind">The kind in words, for the documentation.</param>
internal sealed record SecuritySchemeModel(string WireName, string Kind)
{
    /// <summary>Gets the name of an API key's header, query parameter or cookie; empty for other kinds.</summary>
    public string KeyName { get; init; } = "";

    /// <summary>Gets the runtime's name of the place; empty for other kinds.</summary>
    public string KeyLocation { get; init; } = "";

    /// <summary>Gets whether the handler of the connection provides the credential, so that no request carries it.</summary>
    public bool IsOfConnection { get; init; }
}

/// <summary>The operations of one tag. Operations without a tag belong to the client itself.</summary>
internal sealed record GroupModel
{
    public required string TypeName { get; init; }

    public required DocModel Doc { get; init; }

    public required string OptionsName { get; init; }

    public required string RequestOptionsName { get; init; }

    /// <summary>Gets whether this is a part of the client class itself.</summary>
    public bool IsRoot { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }
}
