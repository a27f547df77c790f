using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Clients;

/// <summary>Prints the client class, its options, and its per-call options.</summary>
internal static class ClientEmitter
{
    public static void Emit(SourceWriter writer, ClientClassModel client, string accessibility)
    {
        EmitClient(writer, client, accessibility);
        writer.WriteLine();
        EmitOptions(writer, client, accessibility);
        writer.WriteLine();
        EmitRequestOptions(writer, client, accessibility);
        if (client.Servers.Count > 0)
        {
            writer.WriteLine();
            ServersEmitter.Emit(writer, client, accessibility);
        }
    }

    private static void EmitClient(SourceWriter writer, ClientClassModel client, string accessibility)
    {
        string name = Identifier.Escape(client.Name);
        DocEmitter.Emit(writer, client.Doc);
        writer.Open($"{accessibility} partial class {name} : {ApiClient}<{name}>, {RuntimeNames.Disposable}");
        EmitConstructors(writer, client, name);
        foreach (GroupRefModel group in client.Groups)
        {
            writer.WriteLine();
            DocEmitter.Emit(writer, group.Doc);
            writer.WriteLine($$"""public virtual {{Identifier.Escape(group.TypeName)}} {{Identifier.Escape(group.Name)}} { get; }""");
        }

        writer.WriteLine();
        writer.WriteLine($$"""
            /// <summary>Cancels the calls that are running, and closes the client's own connections.</summary>
            public virtual void Dispose()
            {
                _transport?.Dispose();
                {{RuntimeNames.GarbageCollector}}.SuppressFinalize(this);
            }
            """);
        writer.WriteLine();
        writer.WriteLine($$"""
            static {{ApiClientOptions}} {{ApiClient}}<{{name}}>.CreateOptions() => new {{client.OptionsName}}();

            static {{name}} {{ApiClient}}<{{name}}>.Create({{ApiClientOptions}} options, {{RuntimeNames.HttpClient}} httpClient) => new(({{client.OptionsName}})options, httpClient);
            """);
        writer.Close();
    }

    /// <summary>Prints the fields and the constructors.</summary>
    private static void EmitConstructors(SourceWriter writer, ClientClassModel client, string name)
    {
        writer.WriteLine($$"""
            private readonly {{ApiTransport}} _transport;
            private readonly {{client.OptionsName}} _options;

            /// <summary>Initializes a new instance with its own connections. The client is thread-safe: create one and share it.</summary>
            /// <param name="options">The options of the client. They cannot be changed afterwards.</param>
            public {{name}}({{client.OptionsName}} options)
                : this(options, new {{ApiTransport}}(options))
            {
            }

            /// <summary>Initializes a new instance that sends through an existing <see cref="{{RuntimeNames.HttpClient}}"/>, which it does not dispose.</summary>
            /// <param name="options">The options of the client. They cannot be changed afterwards.</param>
            /// <param name="httpClient">The client that sends the requests.</param>
            public {{name}}({{client.OptionsName}} options, {{RuntimeNames.HttpClient}} httpClient)
                : this(options, new {{ApiTransport}}(options, httpClient))
            {
            }

            /// <summary>Initializes a new instance for a test double, which overrides the methods that a test calls.</summary>
            protected {{name}}()
            {
                _transport = null!;
                _options = null!;
            """);
        writer.Indentation++;
        foreach (GroupRefModel group in client.Groups)
        {
            writer.WriteLine($"{Identifier.Escape(group.Name)} = null!;");
        }

        writer.Indentation--;
        writer.WriteLine("}");
        writer.WriteLine();
        writer.Open($"private {name}({client.OptionsName} options, {ApiTransport} transport)");
        writer.WriteLine("_transport = transport;");
        writer.WriteLine("_options = options;");
        foreach (GroupRefModel group in client.Groups)
        {
            writer.WriteLine($"{Identifier.Escape(group.Name)} = new {Identifier.Escape(group.TypeName)}(transport, options);");
        }

        writer.Close();
    }

    private static void EmitOptionRemarks(SourceWriter writer, ClientClassModel client)
    {
        string schemes = string.Join(", ", client.Schemes.Select(static scheme => $"{scheme.WireName} ({scheme.Kind})"));
        string credentials = schemes.Length > 0 ? $"Credentials: {CSharpText.Doc(schemes)}." : "";
        string path = client.BasePath.Length > 0
            ? $"The API description gives no host. Set <c>BaseAddress</c> to a URL that ends with the path <c>{CSharpText.Doc(client.BasePath)}</c>."
            : "";
        if (credentials.Length + path.Length > 0)
        {
            writer.WriteLine($"/// <remarks>{path}{(path.Length > 0 && credentials.Length > 0 ? " " : "")}{credentials}</remarks>");
        }
    }

    private static void EmitOptions(SourceWriter writer, ClientClassModel client, string accessibility)
    {
        writer.WriteLine($"/// <summary>Options for <see cref=\"{Identifier.Escape(client.Name)}\"/>.</summary>");
        EmitOptionRemarks(writer, client);
        writer.Open($"{accessibility} partial class {client.OptionsName} : {ApiClientOptions}");
        foreach (HoistedParameterModel parameter in client.Hoisted)
        {
            writer.WriteLine($"private {TypeText.Written(parameter.Type)} _{parameter.Name};");
        }

        if (client.BaseAddress.Length > 0)
        {
            writer.WriteLine();
            writer.WriteLine($$"""
                /// <summary>Initializes a new instance with the base address of the API description.</summary>
                public {{client.OptionsName}}()
                {
                    BaseAddress = new {{RuntimeNames.Uri}}({{CSharpText.Literal(client.BaseAddress)}});
                }
                """);
        }

        foreach (HoistedParameterModel parameter in client.Hoisted)
        {
            writer.WriteLine();
            DocEmitter.Emit(writer, parameter.Doc);
            writer.WriteLine($$"""
                /// <exception cref="{{RuntimeNames.InvalidOperationException}}">A client already uses the options.</exception>
                public {{TypeText.Written(parameter.Type)}} {{Identifier.Escape(parameter.Name)}}
                {
                    get => _{{parameter.Name}};
                    set
                    {
                        ThrowIfFrozen();
                        _{{parameter.Name}} = {{Owned(parameter.Type)}};
                    }
                }
                """);
        }

        EmitSecurity(writer, client);
        EmitTrySet(writer, client.Hoisted.Where(static parameter => parameter.Type.Kind is PrimitiveKind.String or PrimitiveKind.Sensitive).ToArray());
        writer.Close();
    }

    /// <summary>A list or a map is copied. Otherwise the caller could change the options of a client that uses them.</summary>
    private static string Owned(TypeRef type) => type.Shape switch
    {
        TypeShape.List => $"value is null ? null : new {List}<{TypeText.Written(type.Element!)}>(value)",
        TypeShape.Map => $"value is null ? null : new {Dictionary}<string, {TypeText.Written(type.Element!)}>(value)",
        _ => "value",
    };

    /// <summary>The credentials that configuration can set, and whether the client needs one.</summary>
    private static void EmitSecurity(SourceWriter writer, ClientClassModel client)
    {
        SecuritySchemeModel[] sent = client.Schemes.Where(static scheme => !scheme.IsOfConnection).ToArray();
        if (sent.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine($"protected override {ClientSecurity} DescribeSecurity() => new(");
        writer.Indentation++;
        writer.WriteLine($"{(client.NeedsCredential ? "true" : "false")},");
        for (int i = 0; i < sent.Length; i++)
        {
            string key = sent[i].KeyName.Length == 0 ? "" : $", {CSharpText.Literal(sent[i].KeyName)}, {ApiKeyLocation}.{sent[i].KeyLocation}";
            writer.WriteLine($"new {SecurityScheme}({CSharpText.Literal(sent[i].WireName)}{key}){(i == sent.Length - 1 ? ");" : ",")}");
        }

        writer.Indentation--;
    }

    /// <summary>The options that configuration can set by name, without reflection.</summary>
    private static void EmitTrySet(SourceWriter writer, IReadOnlyList<HoistedParameterModel> settable)
    {
        if (settable.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine("/// <inheritdoc/>");
        writer.Open("public override bool TrySet(string name, string value)");
        foreach (HoistedParameterModel parameter in settable)
        {
            writer.WriteLine($$"""
                if (string.Equals(name, {{CSharpText.Literal(parameter.Name)}}, {{RuntimeNames.StringComparisonType}}.OrdinalIgnoreCase))
                {
                    {{Identifier.Escape(parameter.Name)}} = value;
                    return true;
                }

                """);
        }

        writer.WriteLine("return base.TrySet(name, value);");
        writer.Close();
    }

    private static void EmitRequestOptions(SourceWriter writer, ClientClassModel client, string accessibility)
    {
        writer.WriteLine("/// <summary>Options for a single call.</summary>");
        writer.Open($"{accessibility} sealed partial class {client.RequestOptionsName} : {RequestOptions}");
        foreach (HoistedParameterModel parameter in client.Hoisted)
        {
            DocEmitter.Emit(writer, parameter.Doc with { Remarks = $"Null to use the value of the {client.OptionsName}." });
            writer.WriteLine($$"""public {{TypeText.Written(parameter.Type)}} {{Identifier.Escape(parameter.Name)}} { get; init; }""");
        }

        writer.Close();
    }
}
