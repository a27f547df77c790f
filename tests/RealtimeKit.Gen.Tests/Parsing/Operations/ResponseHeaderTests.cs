using System.Collections;
using System.Reflection;
using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks the accessors of response headers.</summary>
public sealed class ResponseHeaderTests
{
    [Theory]
    [InlineData("csv", "a, b,c d|e", "a;b;c d|e")]
    [InlineData("ssv", "a b  c,d|e", "a;b;c,d|e")]
    [InlineData("tsv", "a\tb c\td,e", "a;b c;d,e")]
    [InlineData("pipes", "a|b c|d,e", "a;b c;d,e")]
    public void A_list_of_Swagger_is_separated_as_the_document_says(string format, string text, string expected)
    {
        object? value = Read($"{{ type: array, items: {{ type: string }}, collectionFormat: {format} }}", "X-List", text);

        Assert.Equal(expected, string.Join(';', Assert.IsAssignableFrom<IReadOnlyList<string>>(value)));
    }

    [Fact]
    public void A_list_of_cookies_has_one_in_each_line()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("{ type: array, items: { type: string } }", "Set-Cookie"));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        string[] cookies = ["a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "c=d"];
        Assert.True(response.Headers.TryAddWithoutValidation("Set-Cookie", cookies));
        Assert.Equal(cookies, Assert.IsAssignableFrom<IEnumerable<string>>(Accessor(run).Invoke(null, [response.Headers])));
    }

    [Fact]
    public void Numbers_of_a_list_are_separated_so_too() =>
        Assert.Equal([1, 2, 30L], Assert.IsAssignableFrom<IReadOnlyList<long>>(Read("{ type: array, items: { type: integer }, collectionFormat: pipes }", "X-List", "1|2 |30")));

    [Theory]
    [InlineData("X-Auth-Token", "{ type: string }")]
    [InlineData("Session-Token", "{ type: string, format: uri }")]
    [InlineData("X-Plain", "{ type: string, x-ms-secret: true }")]
    [InlineData("X-Plain", "{ type: string, format: password }")]
    [InlineData("X-Plain-Password", "{ type: object }")]
    public void Text_that_is_a_secret_by_its_name_or_schema_is_never_shown(string name, string schema) =>
        Assert.Equal("***", Read(schema, name, "s3cret")!.ToString());

    [Fact]
    public void Texts_of_a_list_that_is_a_secret_are_never_shown() =>
        Assert.Equal(["***", "***"], Assert.IsAssignableFrom<IEnumerable<object>>(Read("{ type: array, items: { type: string } }", "X-Auth-Token", "a,b")).Select(static text => text.ToString()!));

    [Theory]
    [InlineData("{ type: array, items: { type: string, format: password } }")]
    [InlineData("{ type: array, items: { type: string, x-ms-secret: true } }")]
    public void Items_of_a_list_that_are_secrets_are_never_shown(string schema) =>
        Assert.Equal(["***", "***"], Assert.IsAssignableFrom<IEnumerable<object>>(Read(schema, "X-Plain", "a,b")).Select(static text => text.ToString()!));

    [Theory]
    [InlineData("schema: { type: string, writeOnly: true }", "s3cret")]
    [InlineData("content: { application/json: { schema: { type: string, x-ms-secret: true } } }", "\"s3cret\"")]
    [InlineData("x-ms-secret: true, content: { application/json: { schema: { type: string } } }", "\"s3cret\"")]
    [InlineData("content: { application/json: { schema: { type: string, writeOnly: true } } }", "\"s3cret\"")]
    [InlineData("schema: { allOf: [{ type: string }, { format: password }] }", "s3cret")]
    [InlineData("schema: { type: string, allOf: [{ x-ms-secret: true }] }", "s3cret")]
    [InlineData("schema: { anyOf: [{ type: string, format: password }, { type: 'null' }] }", "s3cret")]
    public void Described_text_that_is_a_secret_is_never_shown(string described, string text)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", text));
        Assert.Equal("***", Accessor(run).Invoke(null, [response.Headers])!.ToString());
    }

    [Theory]
    [InlineData("schema: { type: string }", "schema: { type: string, x-ms-secret: true }")]
    [InlineData("description: a, schema: { type: string }", "description: b, x-ms-secret: true, schema: { type: string }")]
    [InlineData("description: b, schema: { type: string }", "description: a, schema: { type: string, format: password }")]
    [InlineData("schema: { type: string }", "schema: { type: array, items: { type: string, x-ms-secret: true } }")]
    [InlineData("content: { application/json: { schema: { type: string } } }", "schema: { type: string, x-ms-secret: true }")]
    public void All_accessors_of_a_header_are_secrets_if_one_description_says_so(string one, string other)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(one, other));
        run.AssertCompiles();
        Assert.All(Accessors(run), static accessor => Assert.Contains("SensitiveString", accessor.ReturnType.FullName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Auth-Token", "{ type: string, x-ms-secret: false }", "a")]
    [InlineData("X-Token-Count", "{ type: string }", "a")]
    [InlineData("X-Auth-Token", "{ type: integer }", "1")]
    public void Other_values_are_shown(string name, string schema, string text) => Assert.Equal(text, Read(schema, name, text)!.ToString());

    [Theory]
    [InlineData("schema: { allOf: [{ type: array, items: { type: string, format: password } }] }")]
    [InlineData("schema: { allOf: [{ type: array, items: { type: string, x-ms-secret: true } }, { minItems: 1 }] }")]
    [InlineData("schema: { type: array, items: { allOf: [{ type: string }, { format: password }] } }")]
    [InlineData("schema: { type: array, items: { type: string }, allOf: [{ minItems: 1 }], x-ms-secret: true }")]
    [InlineData("schema: { anyOf: [{ type: array, items: { type: string, format: password } }, { type: 'null' }] }")]
    public void Items_that_a_part_makes_secrets_are_never_shown(string described)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        Assert.Contains("IReadOnlyList`1[[RealtimeKit.Runtime.SensitiveString", Accessor(run).ReturnType.FullName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema: { type: array, items: { type: integer }, allOf: [{ minItems: 1 }] }")]
    [InlineData("schema: { allOf: [{ type: array, items: { type: integer } }, { minItems: 1 }] }")]
    [InlineData("schema: { type: array, items: { allOf: [{ type: integer }, { minimum: 1 }] } }")]
    [InlineData("schema: { anyOf: [{ type: array, items: { type: integer } }, { type: 'null' }] }")]
    public void A_list_that_several_parts_describe_has_their_type(string described)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", "1, 2"));
        Assert.Equal([1, 2L], Assert.IsAssignableFrom<IEnumerable<long>>(Accessor(run).Invoke(null, [response.Headers])));
    }

    [Theory]
    [InlineData("schema: { anyOf: [{ type: integer }, { type: 'null' }] }", "5", 5L)]
    [InlineData("schema: { type: integer, allOf: [{ minimum: 1 }] }", "5", 5L)]
    [InlineData("schema: { allOf: [{ type: integer }, { minimum: 1 }] }", "5", 5L)]
    [InlineData("schema: { type: string, allOf: [{ maxLength: 4 }] }", "a", "a")]
    public void A_value_that_several_parts_describe_has_their_type(string described, string text, object value)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", text));
        Assert.Equal(value, Accessor(run).Invoke(null, [response.Headers]));
    }

    [Theory]
    [InlineData("schema: { type: integer, anyOf: [{ enum: [1] }, { minimum: 5 }] }", "7", "7")]
    [InlineData("schema: { oneOf: [{ type: integer }, { type: string }] }", "5", "5")]
    [InlineData("schema: { oneOf: [{ type: integer }, { type: string }] }", "05", "\"05\"")]
    [InlineData("schema: { oneOf: [{ type: integer }, { type: string, format: date }] }", "2024-01-02", "\"2024-01-02\"")]
    [InlineData("schema: { type: array, items: { type: [integer, boolean] } }", "5,true", "[5,true]")]
    [InlineData("schema: { type: array, prefixItems: [{ type: integer }, { type: string }], items: false }", "1,2", """[1,"2"]""")]
    [InlineData("schema: { type: object, additionalProperties: { type: integer } }", "a,1,b c,2", """{"a":1,"b c":2}""")]
    [InlineData("explode: true, schema: { type: object, additionalProperties: { type: integer } }", "a=1, b=2", """{"a":1,"b":2}""")]
    [InlineData("schema: { type: object, properties: { r: { type: string }, n: { type: integer }, e: { type: string, enum: [x] } } }", "r,5,n,6,e,x", """{"r":"5","n":6,"e":"x"}""")]
    [InlineData("schema: { allOf: [{ type: object, properties: { a: { type: string } } }, { minProperties: 1 }] }", "a,b", """{"a":"b"}""")]
    [InlineData("explode: true, schema: { type: object, properties: { r: { type: string }, n: { type: boolean } } }", "r=a=b,n=true", """{"r":"a=b","n":true}""")]
    [InlineData("schema: { type: object, properties: { a: { type: string } } }", """{ "a": "b,c" }""", """{"a":"b,c"}""")]
    [InlineData("schema: { type: array, prefixItems: [{ type: integer }, { type: string }] }", """[1,"a,b"]""", """[1,"a,b"]""")]
    [InlineData("schema: { type: string, format: byte }", "AQ==", "\"AQ==\"")]
    [InlineData("content: { text/plain: { schema: { type: integer } } }", "5", "5")]
    public void A_value_has_the_type_of_its_schema(string described, string text, string json)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0034");
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", text));
        object? value = Accessor(run).Invoke(null, [response.Headers]);

        Assert.IsNotType<string>(value);
        Assert.Equal(json, JsonSerializer.Serialize(value));
    }

    [Theory]
    [InlineData("schema: { type: array, items: { type: string, enum: [red, 'dark blue'] } }", "red, dark blue,new", "red;dark blue;new")]
    [InlineData("schema: { type: array, items: { type: integer, enum: [1, 2] } }", "1,2 ,7", "1;2;7")]
    [InlineData("schema: { type: integer, enum: [1, 2] }", " 2 ", "2")]
    [InlineData("schema: { anyOf: [{ type: string, enum: [a, b] }, { type: 'null' }] }", "b", "b")]
    public void An_enum_is_open(string described, string text, string expected)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", text));
        object value = Accessor(run).Invoke(null, [response.Headers])!;

        Assert.Equal(expected, string.Join(';', (value is IEnumerable items ? items.Cast<object>() : [value]).Select(static one => ((dynamic)one).RawValue)));
    }

    [Theory]
    [InlineData("schema: { type: object, properties: { n: { type: integer } } }", "n,x")]
    [InlineData("schema: { type: object, properties: { n: { type: integer } } }", "n")]
    [InlineData("explode: true, schema: { type: object, properties: { n: { type: integer } } }", "n=1,5")]
    [InlineData("explode: true, schema: { type: object, properties: { n: { type: integer } } }", "n=1,n=2")]
    [InlineData("schema: { type: string, format: byte }", "?")]
    [InlineData("schema: { type: array, prefixItems: [{ type: integer }, { type: string }], minItems: 2, items: false }", "1")]
    public void A_structure_that_is_not_as_described_counts_as_missing(string described, string text)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(described));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.Null(Accessor(run).Invoke(null, [response.Headers]));
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", text));
        Assert.Null(Accessor(run).Invoke(null, [response.Headers]));
    }

    [Fact]
    public void Structures_of_one_header_are_told_apart()
    {
        GeneratorRun run = GeneratorRunner.Run(Responses(
            "schema: { type: object, properties: { a: { type: string } } }", "schema: { type: object, properties: { b: { type: string } } }"));

        run.AssertCompiles();
        Assert.Equal(3, Accessors(run).Length);
    }

    [Fact]
    public void A_structure_that_is_a_secret_is_text_that_is_never_shown()
    {
        GeneratorRun run = GeneratorRunner.Run(Responses("x-ms-secret: true, schema: { type: object, properties: { a: { type: string } } }"));

        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation("X-Plain", "a,s3cret"));
        Assert.Equal("***", Accessor(run).Invoke(null, [response.Headers])!.ToString());
    }

    [Fact]
    public void A_name_that_HTTP_does_not_allow_is_reported_and_left_out()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("{ type: string }, 'X Total (all)': { type: integer }, 'X-Größe': { type: integer }, '': { type: integer }", "X-Fine"));

        run.AssertCompiles();
        Assert.Equal(
            ["'' cannot be the name of a header in HTTP; it is left out", "'X Total (all)' cannot be the name of a header in HTTP; it is left out", "'X-Größe' cannot be the name of a header in HTTP; it is left out"],
            run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0035").Select(static diagnostic => diagnostic.Message).Order(StringComparer.Ordinal));
        Assert.Equal("GetXFine", Accessor(run).Name);
    }

    [Theory]
    [InlineData("Type")]
    [InlineData("Hash-Code")]
    [InlineData("enumerator")]
    public void An_accessor_does_not_have_the_name_of_a_method_that_hides_it(string name)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("{ type: string }", name));

        Assert.DoesNotContain(typeof(System.Net.Http.Headers.HttpResponseHeaders).GetMethods(), method => method.Name == Accessor(run).Name);
        Assert.EndsWith("Header", Accessor(run).Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: array, items: { type: string, enum: [a, b] } }", false)]
    [InlineData("{ type: integer, enum: [1, 2] }", false)]
    [InlineData("{ type: array, items: { type: array, items: { type: string } } }", true)]
    [InlineData("{ type: object }", true)]
    [InlineData("{ type: array, items: { type: string } }", false)]
    [InlineData("{ type: string, format: byte }", false)]
    [InlineData("{ type: string, enum: [a, b] }", false)]
    [InlineData("{ type: integer }", false)]
    public void A_header_that_is_read_as_text_although_it_is_more_is_reported(string schema, bool isReported)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(schema, "X-Plain"));

        Assert.Equal(
            isReported ? ["'schema' has no effect on the client: the accessor of the header X-Plain returns its text"] : [],
            run.Diagnostics.Where(static one => one.Id == "RTK0034").Select(static one => one.Message));
    }

    [Theory]
    [InlineData("{ type: array, items: { type: object, properties: { a: { type: string } } } }")]
    [InlineData("{ type: object, properties: { a: { type: array, items: { type: string } } } }")]
    [InlineData("{ type: object, additionalProperties: { type: object, properties: { a: { type: string } } } }")]
    [InlineData("{ oneOf: [{ type: integer }, { type: array, items: { type: string } }] }")]
    [InlineData("{ allOf: [{ type: array, items: { type: array, items: { type: string } } }, { minItems: 1 }] }")]
    public void A_header_with_values_within_values_is_text_and_reported(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(Responses("schema: " + schema));

        run.AssertCompiles();
        Assert.Equal(typeof(string), Accessor(run).ReturnType);
        Assert.Single(run.Diagnostics, static one => one.Id == "RTK0034");
    }

    [Theory]
    [InlineData("allowReserved: true, schema: { type: string }", "'allowReserved' has no effect on the client: only a parameter in a query has it")]
    [InlineData("allowEmptyValue: true, schema: { type: string }", "'allowEmptyValue' has no effect on the client: only a parameter in a query has it")]
    [InlineData("style: form, schema: { type: string }", "'style: form' has no effect on the client: a header has the style simple")]
    [InlineData("style: simple, allowReserved: false, schema: { type: string }", null)]
    public void What_only_a_parameter_has_is_reported(string described, string? message) => Assert.Equal(
        message is null ? [] : [message],
        GeneratorRunner.Run(Responses(described)).Diagnostics.Where(static one => one.Id == "RTK0034").Select(static one => one.Message));

    private static object? Read(string schema, string name, string text)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(schema, name));
        run.AssertCompiles();
        using HttpResponseMessage response = new();
        Assert.True(response.Headers.TryAddWithoutValidation(name, text));
        return Accessor(run).Invoke(null, [response.Headers]);
    }

    private static MethodInfo Accessor(GeneratorRun run) => Accessors(run).Single();

    private static MethodInfo[] Accessors(GeneratorRun run) =>
        run.Assembly.GetTypes()
            .Single(static type => type.Name.EndsWith("ResponseHeaders", StringComparison.Ordinal))
            .GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static string Spec(string schema, string name) => $$"""
        swagger: '2.0'
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: get
              responses: { '204': { description: ok, headers: { {{name}}: {{schema}} } } }
        """;

    private static string Responses(params string[] described) => """
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:

        """ + string.Concat(described.Select(static (header, i) => $$$"""
          /a{{{i}}}: { get: { operationId: get{{{i}}}, responses: { '204': { description: ok, headers: { X-Plain: { {{{header}}} } } } } } }

        """));
}
