using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Model.RuntimeNames;

namespace RealtimeKit.Gen.Emission;

/// <summary>Prints the methods of one operation. Each is one expression on the transport; behaviour lives in the runtime.</summary>
internal static class OperationEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, string optionsType)
    {
        OperationDescriptorEmitter.Emit(writer, operation);
        IReadOnlyList<BodyModel?> bodies = operation.Bodies.Count == 0 ? [null] : operation.Bodies.Cast<BodyModel?>().ToArray();
        foreach (BodyModel? body in bodies)
        {
            EmitMethods(writer, operation, body, optionsType);
        }

        foreach (VerbModel verb in operation.Verbs)
        {
            EmitVerb(writer, operation, verb, optionsType);
        }

        foreach (BodyModel? body in bodies)
        {
            RequestEmitter.Emit(writer, operation, body, optionsType);
        }
    }

    private static void EmitMethods(SourceWriter writer, OperationModel operation, BodyModel? body, string optionsType)
    {
        string request = $"Create{operation.Name}{body?.Suffix}Request({Arguments(operation, body)})";
        string parameters = Parameters(operation, body, $"{optionsType}? options = null");
        foreach (ResultModel result in operation.Results)
        {
            string name = operation.Name + body?.Suffix + result.Suffix;
            string type = TypeText.Written(result.Type);
            string descriptor = OperationDescriptorEmitter.Field(operation, result);
            bool isEmpty = result.Type.Shape == TypeShape.None;
            writer.WriteLine();
            if (result.IsStreamed)
            {
                EmitDoc(writer, operation, body, "The items as they arrive.");
                writer.WriteLine($"""
                    public virtual {AsyncEnumerable}<{type}> {name}Async({parameters})
                        => _transport.StreamAsync({descriptor}, {request}, options, cancellationToken);
                    """);
                if (result.HasEvents)
                {
                    writer.WriteLine();
                    writer.WriteLine($"/// <summary>As {name}Async, but gives each event with its type and id, events without data too.</summary>");
                    DocEmitter.EmitObsolete(writer, operation.IsObsolete);
                    writer.WriteLine($"""
                        public virtual {AsyncEnumerable}<{ServerSentEvent}<{type}>> {name}{ResultModel.Events}Async({parameters})
                            => _transport.StreamEventsAsync({descriptor}, {request}, options, cancellationToken);
                        """);
                }

                continue;
            }

            EmitDoc(writer, operation, body, isEmpty ? null : result.Suffix.Length == 0 ? "The result." : Returns(result));
            writer.WriteLine($"""
                public virtual {RuntimeNames.Task}{(isEmpty ? "" : $"<{type}>")} {name}Async({parameters})
                    => _transport.SendAsync({descriptor}, {request}, options, cancellationToken);
                """);
            writer.WriteLine();
            writer.WriteLine($"/// <summary>As {name}Async, but gives the answer with its status and headers, an error status included; only a call without an answer throws.</summary>");
            DocEmitter.EmitObsolete(writer, operation.IsObsolete);
            writer.WriteLine($"""
                public virtual {RuntimeNames.Task}<{ApiResponse}<{type}>> {name}{operation.ResponseSuffix}Async({parameters})
                    => _transport.SendWithResponseAsync({descriptor}, {request}, options, cancellationToken);
                """);
        }
    }

    private static string Returns(ResultModel result) =>
        $"The answer as {(result.Accept.Length > 0 ? CSharpText.Doc(result.Accept) : result.Type.Shape == TypeShape.Stream ? "a stream" : "text")}.";

    private static void EmitVerb(SourceWriter writer, OperationModel operation, VerbModel verb, string optionsType)
    {
        BodyModel body = operation.Bodies[0];
        TypeRef result = operation.Results[0].Type;
        bool isEmpty = result.Shape == TypeShape.None;
        ParameterModel[] own = Own(operation).ToArray();
        string arguments = string.Join(", ", own.Where(static parameter => parameter.IsRequired).Select(static parameter => parameter.Name)
            .Append($$"""new {{TypeText.Bare(body.Type)}} { {{Identifier.Escape(verb.Property)}} = {{verb.Value}} }""")
            .Concat(own.Where(static parameter => !parameter.IsRequired).Select(static parameter => parameter.Name))
            .Append("options").Append("cancellationToken"));
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Sends <c>{CSharpText.Doc(verb.WireName)}</c>: {CSharpText.Doc(operation.Doc.Summary)}</summary>");
        EmitParameterDocs(writer, operation, null, isEmpty ? null : "The result.");
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
        string task = $"{RuntimeNames.Task}{(isEmpty ? "" : $"<{TypeText.Written(result)}>")}";
        writer.WriteLine($"""
            public virtual {task} {verb.Name}Async({Parameters(operation, null, $"{optionsType}? options")})
                => {operation.Name}Async({arguments});
            """);

        // The everyday call: nothing but what is acted on, and a token.
        string plain = string.Join(", ", own.Select(static parameter => parameter.Name).Append("options: null").Append("cancellationToken"));
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Sends <c>{CSharpText.Doc(verb.WireName)}</c>: {CSharpText.Doc(operation.Doc.Summary)}</summary>");
        EmitParameterDocs(writer, operation, null, isEmpty ? null : "The result.", hasOptions: false);
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
        writer.WriteLine($"""
            public {task} {verb.Name}Async({Parameters(operation, null, null)})
                => {verb.Name}Async({plain});
            """);
    }

    private static void EmitDoc(SourceWriter writer, OperationModel operation, BodyModel? body, string? returns)
    {
        DocEmitter.Emit(writer, operation.Doc);
        EmitParameterDocs(writer, operation, body, returns);
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
    }

    private static void EmitParameterDocs(SourceWriter writer, OperationModel operation, BodyModel? body, string? returns, bool hasOptions = true)
    {
        foreach (ParameterModel parameter in Own(operation))
        {
            DocEmitter.EmitParameter(writer, parameter.Name, parameter.Doc);
        }

        if (body is not null)
        {
            writer.WriteLine($"/// <param name=\"{body.Name}\">The body, sent as {CSharpText.Doc(body.ContentType)}.</param>");
            if (body.TakesContentType)
            {
                string also = body.OtherContentTypes.Count == 0 ? "" : "; it may also be " + CSharpText.Doc(string.Join(", ", body.OtherContentTypes));
                writer.WriteLine($"/// <param name=\"{body.ContentTypeName}\">What the body is{also}.</param>");
            }
        }

        if (hasOptions)
        {
            writer.WriteLine("/// <param name=\"options\">What this call is told besides; null for the client's own options.</param>");
        }

        writer.WriteLine("/// <param name=\"cancellationToken\">Ends the call.</param>");
        writer.WriteLine($"/// <returns>{returns ?? "A task that ends with the call."}</returns>");
        DocEmitter.EmitErrors(writer, operation.Errors);
    }

    /// <summary>Those that the caller passes.</summary>
    public static IEnumerable<ParameterModel> Own(OperationModel operation) => 
        operation.Parameters.Where(static parameter => parameter.HoistedAs.Length == 0 && parameter.Constant is null);

    /// <param name="options">How the parameter of the per-call options is written; null for none.</param>
    public static string Parameters(OperationModel operation, BodyModel? body, string? options, bool hasCancellation = true)
    {
        ParameterModel[] own = Own(operation).ToArray();
        IEnumerable<string> required = own.Where(static parameter => parameter.IsRequired).Select(static parameter => $"{TypeText.Written(parameter.Type)} {parameter.Name}");
        IEnumerable<string> optional = own.Where(static parameter => !parameter.IsRequired).Select(static parameter =>
            $"{TypeText.Written(parameter.Type)} {parameter.Name} = null");
        IEnumerable<string> bodies = body is null ? [] : [$"{TypeText.Written(body.Type)} {body.Name}"];
        IEnumerable<string> defaulted = body is null ? [] : [$"{TypeText.Written(body.Type)} {body.Name}{(body.IsRequired ? "" : " = null")}"];
        IEnumerable<string> contentType = body is { TakesContentType: true } ? [$"string {body.ContentTypeName} = {CSharpText.Literal(body.ContentType)}"] : [];
        IEnumerable<string> last = hasCancellation ? [$"{RuntimeNames.CancellationToken} cancellationToken = default"] : [];
        bool isRequiredLast = options is not null && !options.EndsWith("= null", StringComparison.Ordinal);
        IEnumerable<string> middle = options is null ? [] : [options];
        return string.Join(", ", isRequiredLast
            ? required.Concat(bodies).Concat(own.Where(static parameter => !parameter.IsRequired).Select(static parameter => $"{TypeText.Written(parameter.Type)} {parameter.Name}")).Concat(body is { TakesContentType: true } ? [$"string {body.ContentTypeName}"] : []).Concat(middle).Concat(last)
            : required.Concat(defaulted).Concat(optional).Concat(contentType).Concat(middle).Concat(last));
    }

    private static string Arguments(OperationModel operation, BodyModel? body)
    {
        ParameterModel[] own = Own(operation).ToArray();
        return string.Join(", ", own.Where(static parameter => parameter.IsRequired).Select(static parameter => parameter.Name)
            .Concat(body is null ? [] : [body.Name])
            .Concat(own.Where(static parameter => !parameter.IsRequired).Select(static parameter => parameter.Name))
            .Concat(body is { TakesContentType: true } ? [body.ContentTypeName] : [])
            .Append("options"));
    }
}
