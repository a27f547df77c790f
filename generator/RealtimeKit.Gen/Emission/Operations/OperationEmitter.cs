using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Operations;

/// <summary>Prints the methods of one operation. Each is one expression on the transport; the runtime has the behaviour.</summary>
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
        EquatableArray<ArgumentModel> signature = body?.Signature ?? operation.Signature;
        string create = $"Create{operation.Name}{body?.Suffix}Request";
        string request = $"{create}({SignatureText.Arguments(signature.Where(IsOfRequest))})";
        string parameters = SignatureText.Declarations(signature, optionsType);
        foreach (ResultModel result in operation.Results)
        {
            string name = operation.Name + body?.Suffix + result.Suffix;
            string type = TypeText.Written(result.Type);
            string descriptor = OperationDescriptorEmitter.Field(operation, result);
            bool isEmpty = result.Type.Shape == TypeShape.None;
            writer.WriteLine();
            if (result.IsStreamed)
            {
                string streamed = $"{create}({string.Join(", ", signature.Where(IsOfRequest).Select(argument => Streamed(argument, body)))})";
                EmitDoc(writer, operation, body, "The items, as they arrive.");
                writer.WriteLine($"""
                    public virtual {AsyncEnumerable}<{type}> {name}Async({parameters})
                        => _transport.StreamAsync({descriptor}, {streamed}, options, cancellationToken);
                    """);
                if (result.HasEvents)
                {
                    writer.WriteLine();
                    writer.WriteLine($"/// <summary>Like {name}Async, but returns each event with its type and id, including events without data.</summary>");
                    DocEmitter.EmitObsolete(writer, operation.IsObsolete);
                    writer.WriteLine($"""
                        public virtual {AsyncEnumerable}<{ServerSentEvent}<{type}>> {name}{ResultModel.Events}Async({parameters})
                            => _transport.StreamEventsAsync({descriptor}, {streamed}, options, cancellationToken);
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
            writer.WriteLine($"/// <summary>Like {name}Async, but returns the status and headers, and does not throw for an error status.</summary>");
            DocEmitter.EmitObsolete(writer, operation.IsObsolete);
            writer.WriteLine($"""
                public virtual {RuntimeNames.Task}<{ApiResponse}<{type}>> {name}{operation.ResponseSuffix}Async({parameters})
                    => _transport.SendWithResponseAsync({descriptor}, {request}, options, cancellationToken);
                """);
        }
    }

    private static string Returns(ResultModel result) =>
        $"The response body as {(result.Accept.Length > 0 ? CSharpText.Doc(result.Accept) : result.Type.Shape == TypeShape.Stream ? "a stream" : "text")}.";

    private static void EmitVerb(SourceWriter writer, OperationModel operation, VerbModel verb, string optionsType)
    {
        BodyModel body = operation.MainBody!;
        TypeRef result = operation.MainResult!.Type;
        bool isEmpty = result.Shape == TypeShape.None;
        string made = $$"""new {{TypeText.Bare(body.Type)}} { {{Identifier.Escape(verb.Property)}} = {{ConstantText.Of(verb.Value)}} }""";
        string arguments = string.Join(", ", body.Signature.Select(argument => argument.Role switch
        {
            ArgumentRole.Body => made,
            ArgumentRole.ContentType => CSharpText.Literal(argument.Default),
            _ => Identifier.Escape(argument.Name),
        }));
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Sends <c>{CSharpText.Doc(verb.WireName)}</c>: {DocText.Of(operation.Doc.Summary)}</summary>");
        EmitParameterDocs(writer, operation, operation.Signature, isEmpty ? null : "The result.");
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
        string task = $"{RuntimeNames.Task}{(isEmpty ? "" : $"<{TypeText.Written(result)}>")}";
        writer.WriteLine($"""
            public virtual {task} {verb.Name}Async({SignatureText.Declarations(operation.Signature, optionsType, hasDefaults: false)})
                => {operation.Name}Async({arguments});
            """);

        // The short overload: the required arguments and a token.
        ArgumentModel[] everyday = operation.Signature.Where(static argument => argument.Role != ArgumentRole.Options).ToArray();
        string plain = string.Join(
            ", ",
            operation.Signature.Select(static argument => argument.Role == ArgumentRole.Options ? "options: null" : Identifier.Escape(argument.Name)));
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Sends <c>{CSharpText.Doc(verb.WireName)}</c>: {DocText.Of(operation.Doc.Summary)}</summary>");
        EmitParameterDocs(writer, operation, everyday, isEmpty ? null : "The result.");
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
        writer.WriteLine($"""
            public {task} {verb.Name}Async({SignatureText.Declarations(everyday, optionsType)})
                => {verb.Name}Async({plain});
            """);
    }

    private static void EmitDoc(SourceWriter writer, OperationModel operation, BodyModel? body, string? returns)
    {
        DocEmitter.Emit(writer, operation.Doc);
        EmitParameterDocs(writer, operation, body?.Signature ?? operation.Signature, returns);
        DocEmitter.EmitObsolete(writer, operation.IsObsolete);
    }

    private static void EmitParameterDocs(SourceWriter writer, OperationModel operation, IEnumerable<ArgumentModel> signature, string? returns)
    {
        foreach (ArgumentModel argument in signature.OrderBy(static argument => argument.Role))
        {
            DocEmitter.EmitParameter(writer, argument.Name, argument.Doc);
        }

        writer.WriteLine($"/// <returns>{returns ?? "A task that completes when the call ends."}</returns>");
        DocEmitter.EmitErrors(writer, operation.Errors);
    }

    /// <summary>Returns an argument of a streaming method. The body asks for a stream, whatever the caller has set.</summary>
    private static string Streamed(ArgumentModel argument, BodyModel? body)
    {
        string name = Identifier.Escape(argument.Name);
        if (argument.Role != ArgumentRole.Body || (body!.StreamFlag.Length == 0 && body.CaseStreamFlags.Count == 0))
        {
            return name;
        }

        string type = TypeText.Bare(body.Type);
        string absent = body.CreatesStreamed ? $"new {type} {{ {Flag(body.StreamFlag)} }}" : $"{name}!";
        string functions = string.Join(", ", body.CaseStreamFlags.Select(
            flag => flag.Length == 0 ? $"_ => {name}" : $"static value => {type}.From(value with {{ {Flag(flag)} }})"));
        string present = body.StreamFlag.Length > 0 ? $"{name} with {{ {Flag(body.StreamFlag)} }}" : $"{name}.Match<{type}>({functions}, _ => {name})";
        return $"{name} is null ? {absent} : {present}";
    }

    private static string Flag(string property) => $"{Identifier.Escape(property)} = true";

    private static bool IsOfRequest(ArgumentModel argument) => argument.Role != ArgumentRole.CancellationToken;
}
