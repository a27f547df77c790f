using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Operations.Parameters;
using RealtimeKit.Gen.Parsing.Operations.Responses;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Resolves the types of an operation's parameters, bodies, results and errors.</summary>
internal sealed class OperationParser(
    SchemaParser schemas, SpecDocument document, Documentation documentation, NameLock names, string resultProperty, DiagnosticBag diagnostics)
{
    private readonly ParameterParser _parameters = new(schemas, document, documentation, diagnostics);
    private readonly BodyParser _bodies = new(schemas, new AlikeSchemas(document.Schemas), document, diagnostics);
    private readonly ResponseParser _responses = new(schemas, new AlikeSchemas(document.Schemas), document, resultProperty, diagnostics);
    private readonly ResultParser _results = new(schemas, document.Locations, names, diagnostics);

    public OperationDraft Parse(NamedOperation named)
    {
        string hint = TypeKey.OfOperation(named.TypeOwner);
        ParsedResponses responses = _responses.Parse(named, hint);
        return new OperationDraft(
            named,
            _parameters.Parse(named, hint),
            _bodies.Parse(named.Operation, named.Method, hint),
            _results.Parse(named, responses.Bodies, hint),
            responses.Errors);
    }
}
