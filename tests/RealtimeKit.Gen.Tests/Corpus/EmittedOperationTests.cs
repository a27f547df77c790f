using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Compiling;

namespace RealtimeKit.Gen.Tests.Corpus;

public class EmittedOperationTests
{
    [Fact]
    public void A_field_of_the_operation_type_is_an_operation()
    {
        IReadOnlyList<EmittedOperation> operations = In("""
            partial class C
            {
                private static readonly global::RealtimeKit.Runtime.Wire.ApiOperation<int> A = new() { OperationId = "a", Method = global::System.Net.Http.HttpMethod.Get, PathTemplate = "/a/{b}" };
                private static readonly ApiOperation<string> B = new ApiOperation<string> { OperationId = "b", Method = new HttpMethod("QUERY"), PathTemplate = "/b" };
                private static readonly ApiOperation<string> D = Make();
                private readonly string _other = "ApiOperation<int>";
                private ApiOperation<int> F() { ApiOperation<int> local = new() { OperationId = "x" }; return local; }
            }
            """);

        Assert.Equal([new("get", "/a/{b}", "a"), new("query", "/b", "b"), new("", "", "D")], operations);
    }

    [Fact]
    public void Two_fields_for_one_operation_count_once()
    {
        const string Field = " = new() { OperationId = \"a\", Method = HttpMethod.Get, PathTemplate = \"/a\" };";

        Assert.Single(In($"class C {{ static ApiOperation<int> A{Field} static ApiOperation<string> AText{Field} }}"));
    }

    private static IReadOnlyList<EmittedOperation> In(string code) =>
        EmittedOperation.In(EmittedOperation.Declarations(CSharpSyntaxTree.ParseText(code), TestContext.Current.CancellationToken));
}
