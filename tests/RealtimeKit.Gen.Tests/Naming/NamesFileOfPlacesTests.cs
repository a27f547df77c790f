using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A names file has a line for each place of a type, however many operations share it.</summary>
public class NamesFileOfPlacesTests
{
    [Fact]
    public void An_added_operation_removes_no_line_of_another()
    {
        string before = NamedRun.Write(Document(40));
        string later = Document(40, "/a0");

        GeneratorRun run = NamedRun.Of(later, before);

        Assert.Equal(41, LinesOfFault(before).Length);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
        Assert.Empty(before.Split('\n').Except(NamedRun.Write(later, before).Split('\n')));
    }

    [Fact]
    public void The_lines_of_one_schema_have_a_limit()
    {
        const int most = 1000;
        string names = NamedRun.Write(Document(most + 10));

        Assert.Equal(most, LinesOfFault(names).Length);
        Assert.Contains("type #/components/responses/Fault = FaultResponse\n", names, StringComparison.Ordinal);
    }

    private static string[] LinesOfFault(string names) =>
        Array.FindAll(names.Split('\n'), static line => line.StartsWith("type ", StringComparison.Ordinal) && line.EndsWith(" = FaultResponse", StringComparison.Ordinal));

    /// <summary>Returns a document whose operations share the schema of a response.</summary>
    private static string Document(int operations, params string[] others) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join('\n', Enumerable.Range(0, operations).Select(static i => $"/p{i}").Concat(others).Select(Operation))}}
        components:
          responses:
            Fault: { description: bad, content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }
        """;

    private static string Operation(string path) =>
        $"  {path}: {{ get: {{ responses: {{ '204': {{ description: ok }}, '400': {{ $ref: '#/components/responses/Fault' }} }} }} }}";
}
