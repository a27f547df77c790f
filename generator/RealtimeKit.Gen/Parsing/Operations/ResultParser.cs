using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// One C# type for all the good answers of an operation: that of the only one; nullable where another is empty; a
/// union where they differ.
/// </summary>
internal sealed class ResultParser(SchemaParser schemas, SpecDocument document, DiagnosticBag diagnostics)
{
    public ResultModel Parse(NamedOperation named, IReadOnlyList<ResultCaseModel> cases, string hint)
    {
        ResultCaseModel[] withContent = cases.Where(static @case => @case.Kind != ResultKind.Empty).ToArray();
        if (withContent.Length == 0)
        {
            return new ResultModel(PrimitiveTypes.None, cases.ToEquatableArray(), "");
        }

        // Answers of another kind than the first cannot be one type with it.
        ResultCaseModel[] kept = withContent.Where(@case => @case.Kind == withContent[0].Kind).ToArray();
        if (kept.Length < withContent.Length)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf(named.Operation), "responses", $"only the {withContent[0].Kind} answers are read");
        }

        bool isSometimesEmpty = kept.Length < cases.Count && cases.Any(static @case => @case.Kind == ResultKind.Empty);
        TypeRef[] types = kept.Select(static @case => @case.Type).Distinct().ToArray();
        TypeRef type = types.Length == 1 ? types[0] : Union(named, types, hint);
        type = isSometimesEmpty ? type.AsNullable() : type;
        IEnumerable<ResultCaseModel> finished = cases
            .Where(@case => @case.Kind == ResultKind.Empty || kept.Contains(@case))
            .Select(@case => @case with
            {
                Type = @case.Kind == ResultKind.Empty ? type : types.Length > 1 ? @case.Type.AsRequired() : @case.Type,
                Union = types.Length > 1 && @case.Kind != ResultKind.Empty ? type.Name : "",
            });
        return new ResultModel(type, finished.ToEquatableArray(), Accept(kept[0].Kind));
    }

    public ResultModel? ParseItems(IReadOnlyList<ResultCaseModel> items) =>
        items.Count == 0 ? null : new ResultModel(items[0].Type, items.Take(1).ToEquatableArray(), MediaTypes.EventStream);

    private TypeRef Union(NamedOperation named, TypeRef[] types, string hint)
    {
        TypeRef[] distinct = types.Select(static type => type.AsRequired()).Distinct().ToArray();
        TypeRef union = distinct.Length == 1 ? distinct[0] : schemas.DeclareUnion(named.Operation, distinct, Identifier.Within(hint, "Result"));
        return types.Any(static type => type.IsNullable) ? union.AsNullable() : union;
    }

    private static string Accept(ResultKind kind) => kind switch
    {
        ResultKind.Json => "application/json",
        ResultKind.Text => "text/*",
        _ => "*/*",
    };
}
