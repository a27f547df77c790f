using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Support;

/// <summary>Checks the rows of the support table about schemas, with one document that has a property for each keyword.</summary>
public class SchemaKeywordTests
{
    private const string Head = """
        openapi: 3.1.0
        info: { title: Keywords, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { $ref: '#/components/schemas/All' } } }
        components:
          schemas:
            Thing: { type: object, properties: { a: { type: string }, extra: { type: string } } }
            Cat: { $anchor: cat, type: object, required: [kind], properties: { kind: { type: string } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
            Node: { $dynamicAnchor: node, type: object, properties: { next: { $dynamicRef: '#node' } } }
            Holder: { $defs: { Inner: { type: integer } }, type: object }
            All:
              type: object
              properties:

        """;

    private static readonly Lazy<GeneratorRun> _run = new(static () => GeneratorRunner.Run(
        Head + string.Concat(SchemaKeywordCases.All.Select(static (keyword, index) => $"        p{index}: {keyword.Schema}\n"))));

    public static TheoryData<string> Keywords => [.. SchemaKeywordCases.All.Select(static keyword => keyword.Keyword)];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void A_property_has_the_type_that_its_schema_means(string keyword)
    {
        (int index, SchemaKeywordCase expected) = SchemaKeywordCases.All.Index().Single(item => item.Item.Keyword == keyword);
        INamedTypeSymbol all = _run.Value.Compilation.GetTypeByMetadataName("Consumer.All")!;
        ITypeSymbol type = all.GetMembers($"P{index}").OfType<IPropertySymbol>().Single().Type;

        Assert.Equal(expected.Type, KindOf(type, expected.Type));
    }

    [Theory]
    [MemberData(nameof(Keywords))]
    public void What_has_no_effect_is_reported_at_its_place(string keyword)
    {
        (int index, SchemaKeywordCase expected) = SchemaKeywordCases.All.Index().Single(item => item.Item.Keyword == keyword);
        int line = Head.Count(static c => c == '\n') + index + 1;
        string[] told = _run.Value.Diagnostics.Where(diagnostic => diagnostic.Line == line).Select(static diagnostic => diagnostic.Id).ToArray();

        Assert.Equal(expected.Told.Length == 0 ? [] : [expected.Told], told);
    }

    /// <summary>For a type that only this property has, the kind of the type is compared. Other tests check its name.</summary>
    private static string KindOf(ITypeSymbol type, string expected)
    {
        if (expected is not ("enum" or "record" or "union"))
        {
            return type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        }

        // OpenEnum<T>, because the server chooses the value.
        ITypeSymbol inner = type is INamedTypeSymbol { TypeArguments: [var argument] } ? argument : type;
        inner = inner is INamedTypeSymbol { TypeArguments: [var innermost] } ? innermost : inner;
        return inner.TypeKind == TypeKind.Enum ? "enum"
            : inner.IsRecord ? "record"
            : inner.GetMembers().Any(static member => member.Name == "Match") ? "union"
            : inner.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }
}
