namespace RealtimeKit.Gen.Model;

/// <summary>The client class, its options, and the class of its per-call options.</summary>
internal sealed record ClientClassModel
{
    public required string Name { get; init; }

    public required string OptionsName { get; init; }

    /// <summary>The runtime's own, where the document hoists no parameter to the client.</summary>
    public required string RequestOptionsName { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>Where the API lives; empty where the document does not say.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>The class of <see cref="Servers"/>.</summary>
    public required string ServersName { get; init; }

    /// <summary>The servers that one can choose from; none where there is but one, without variables.</summary>
    public required EquatableArray<ServerModel> Servers { get; init; }

    /// <summary>Parameters that every call shares, set once on the client.</summary>
    public required EquatableArray<HoistedParameterModel> Hoisted { get; init; }

    public required EquatableArray<GroupRefModel> Groups { get; init; }

    public required EquatableArray<SecuritySchemeModel> Schemes { get; init; }

    /// <summary>Whether some operation cannot be called without a credential.</summary>
    public required bool NeedsCredential { get; init; }
}

/// <param name="Name">The property on the client.</param>
/// <param name="TypeName">The class behind it.</param>
internal sealed record GroupRefModel(string Name, string TypeName, DocModel Doc);

/// <param name="Name">The property on the options.</param>
internal sealed record HoistedParameterModel(string Name, string WireName, TypeRef Type, DocModel Doc);

/// <param name="WireName">The scheme's key in the document.</param>
/// <param name="Kind">In words, for the documentation.</param>
internal sealed record SecuritySchemeModel(string WireName, string Kind)
{
    /// <summary>The name of an API key's header, query parameter or cookie; empty for other kinds.</summary>
    public string KeyName { get; init; } = "";

    /// <summary>A name of the runtime's locations; empty for other kinds.</summary>
    public string KeyLocation { get; init; } = "";

    /// <summary>Whether the connection's own handler proves it, so that no credential travels with the requests.</summary>
    public bool IsOfConnection { get; init; }
}

/// <summary>One tag's operations; those without a tag hang on the client itself.</summary>
internal sealed record GroupModel
{
    public required string TypeName { get; init; }

    public required DocModel Doc { get; init; }

    public required string OptionsName { get; init; }

    public required string RequestOptionsName { get; init; }

    /// <summary>Whether this is a part of the client class itself.</summary>
    public bool IsRoot { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }
}
