using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>References within a schema with an address (<c>$id</c>) are relative to that address.</summary>
public class SchemaAddressTests
{
    private const string Components = """

            A:
              $id: 'https://ex.example/schemas/a'
              type: object
              $defs:
                In: { $anchor: inn, type: object, properties: { a: { type: string } } }
                B:
                  $id: b
                  type: object
                  $defs: { In: { type: object, properties: { b: { type: string } } } }
                  properties: { x: { $ref: '#/$defs/In' } }
              properties:
                p: { $ref: '#inn' }
                q: { $ref: '#/$defs/In' }
                r: { $ref: 'https://ex.example/schemas/a#inn' }
                s: { $ref: 'https://ex.example/schemas/a#/$defs/In' }
                t: { $ref: '#/properties/p' }
                u: { $ref: '#' }
                v: { $ref: 'b' }
                w: { $ref: '#/components/schemas/C' }
                y: { $ref: 'b#/$defs/In' }
            C: { type: object, properties: { c: { type: string } } }
            D:
              $id: 'https://ex.example/schemas/d'
              type: object
              $defs: { In: { type: object, properties: { d: { type: string } } } }
              properties: { p: { $ref: '#/$defs/In' }, q: { $ref: a } }
        """;

    [Theory]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public void References_count_from_the_schema_that_has_the_address(string version)
    {
        GeneratorRun run = GeneratorRunner.Run(
            Spec("{ type: object, properties: { a: { $ref: '#/components/schemas/A' }, d: { $ref: 'https://ex.example/schemas/d' } } }", version));

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity != Microsoft.CodeAnalysis.DiagnosticSeverity.Info);

        run.AssertCompiles();
        Type a = Property(run.Assembly.GetTypes().Single(static type => type.Name == "GetThingResponse"), "A");
        Assert.Equal("A", a.Name);
        Type inner = Property(a, "P");
        Assert.NotNull(inner.GetProperty("A"));
        Assert.All(["Q", "R", "S", "T"], name => Assert.Equal(inner, Property(a, name)));
        Assert.Equal(a, Property(a, "U"));
        Assert.Equal("C", Property(a, "W").Name);
        Assert.NotNull(Property(Property(a, "V"), "X").GetProperty("B"));
        Assert.Equal(Property(a, "Y"), Property(Property(a, "V"), "X"));
        Type d = Property(run.Assembly.GetTypes().Single(static type => type.Name == "GetThingResponse"), "D");
        Assert.Equal("D", d.Name);
        Assert.NotNull(Property(d, "P").GetProperty("D"));
        Assert.Equal(a, Property(d, "Q"));
    }

    [Fact]
    public void What_is_nowhere_in_it_nor_in_the_document_is_an_error() =>
        GeneratorRunner.Run(Spec("{ $id: 'https://ex.example/x', type: object, properties: { a: { $ref: '#nope' } } }", "3.1.0"))
            .AssertReports("RTK0020", line: 12);

    [Fact]
    public void Openapi_3_0_has_no_such_keyword() =>
        GeneratorRunner.Run(Spec("{ type: object, properties: { a: { $ref: '#/components/schemas/D' } } }", "3.0.3")).AssertReports("RTK0020");

    private static string Spec(string response, string version) => SpecTexts.WithResponse(response, Components).Edit("3.0.3", version);

    private static Type Property(Type owner, string name)
    {
        Type type = owner.GetProperty(name)!.PropertyType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
