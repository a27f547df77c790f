using System.Text.Json;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>The .NET types that a project names in <c>Formats</c>, and a document in <c>x-dotnet-type</c>.</summary>
public sealed class ScalarTypeTests
{
    /// <summary>Types that convert themselves, types that do not, and converters.</summary>
    private const string Consumer = """
        #nullable enable
        using System;

        namespace Acme
        {
            /// <summary>A struct.</summary>
            public readonly struct Id : IParsable<Id>
            {
                /// <inheritdoc/>
                public static Id Parse(string s, IFormatProvider? provider) => default;
                /// <inheritdoc/>
                public static bool TryParse(string? s, IFormatProvider? provider, out Id result) { result = default; return true; }
                /// <inheritdoc/>
                public override string ToString() => "";
                /// <summary>A nested type.</summary>
                public readonly struct Part : IParsable<Part>
                {
                    /// <inheritdoc/>
                    public static Part Parse(string s, IFormatProvider? provider) => default;
                    /// <inheritdoc/>
                    public static bool TryParse(string? s, IFormatProvider? provider, out Part result) { result = default; return true; }
                    /// <inheritdoc/>
                    public override string ToString() => "";
                }
            }

            /// <summary>A generic class.</summary>
            /// <typeparam name="T">The owner.</typeparam>
            public sealed class Key<T> : IParsable<Key<T>>
            {
                /// <inheritdoc/>
                public static Key<T> Parse(string s, IFormatProvider? provider) => new();
                /// <inheritdoc/>
                public static bool TryParse(string? s, IFormatProvider? provider, out Key<T> result) { result = new(); return true; }
                /// <inheritdoc/>
                public override string ToString() => "";
            }

            /// <summary>A record without a text of its own.</summary>
            public record Wordy : IParsable<Wordy>
            {
                /// <inheritdoc/>
                public static Wordy Parse(string s, IFormatProvider? provider) => new();
                /// <inheritdoc/>
                public static bool TryParse(string? s, IFormatProvider? provider, out Wordy result) { result = new(); return true; }
            }

            /// <summary>A type that does not convert itself.</summary>
            public enum Color { /** <summary>Red.</summary> */ Red }
            /// <summary>A type that does not convert itself.</summary>
            public sealed class Plain;
            /// <summary>A ref struct.</summary>
            public ref struct Ref;
            /// <summary>A static class.</summary>
            public static class Helper;
            internal readonly struct Inner : IParsable<Inner>
            {
                public static Inner Parse(string s, IFormatProvider? provider) => default;
                public static bool TryParse(string? s, IFormatProvider? provider, out Inner result) { result = default; return true; }
                public override string ToString() => "";
            }
            internal sealed class Converters : RealtimeKit.Runtime.ITextConverter<Plain>, RealtimeKit.Runtime.ITextConverter<Color>,
                RealtimeKit.Runtime.ITextConverter<DateTimeOffset>
            {
                public static bool TryParse(ReadOnlySpan<char> text, out Plain value) { value = new(); return true; }
                public static string Format(Plain value) => "";
                public static bool TryParse(ReadOnlySpan<char> text, out Color value) { value = default; return true; }
                public static string Format(Color value) => "";
                public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value) { value = default; return true; }
                public static string Format(DateTimeOffset value) => "";
            }
        }
        """;

    [Theory]
    [InlineData("date=Acme.Id", "{ type: string, format: date }", "global::Acme.Id?")]
    [InlineData("date=global::Acme.Id", "{ type: string, format: date }", "global::Acme.Id?")]
    [InlineData(" date = Acme.Id ", "{ type: string, format: date }", "global::Acme.Id?")]
    [InlineData("part=Acme.Id.Part", "{ type: string, format: part }", "global::Acme.Id.Part?")]
    [InlineData("key=Acme.Key<Acme.Plain>", "{ type: string, format: key }", "global::Acme.Key<global::Acme.Plain>?")]
    [InlineData("money=Acme.Id", "{ type: number, format: money }", "global::Acme.Id?")]
    [InlineData("money=Acme.Id", "{ type: integer, format: money }", "global::Acme.Id?")]
    [InlineData("money=Acme.Id", "{ type: boolean, format: money }", "bool?")]
    [InlineData("color=Acme.Color(Acme.Converters)", "{ type: string, format: color }", "global::Acme.Color?")]
    [InlineData("color=Acme.Plain(Acme.Converters)", "{ type: string, format: color }", "global::Acme.Plain?")]
    [InlineData("unix=System.DateTimeOffset(Acme.Converters)", "{ type: integer, format: unix }", "global::System.DateTimeOffset?")]
    [InlineData("duration=Acme.Id", "{ type: string, format: duration, example: '01:00:00' }", "global::Acme.Id?")]
    [InlineData("date-span=Acme.Id", @"{ type: string, pattern: '^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$' }", "global::Acme.Id?")]
    [InlineData("ip=System.Net.IPAddress", "{ type: string, format: ip }", "global::System.Net.IPAddress?")]
    [InlineData("big=System.Numerics.BigInteger", "{ type: integer, format: big }", "global::System.Numerics.BigInteger?")]
    public void A_format_has_the_type_that_the_project_names(string formats, string schema, string type) =>
        Assert.Equal(type, TypeOf(Run(schema, formats).AssertNoDiagnostics()));

    [Theory]
    [InlineData("uuid=string", "{ type: string, format: uuid }", "string?")]
    [InlineData("date-time=System.String", "{ type: string, format: date-time }", "string?")]
    [InlineData("password=string", "{ type: string, format: password }", "string?")]
    [InlineData("token=RealtimeKit.Runtime.SensitiveString", "{ type: string, format: token }", "_runtime::SensitiveString?")]
    [InlineData("json=System.Text.Json.JsonElement", "{ type: string, format: json }", "_json::JsonElement?")]
    [InlineData("zoned=System.DateTimeOffset", "{ type: string, format: zoned }", "_system::DateTimeOffset?")]
    [InlineData("time=System.TimeOnly;duration=System.TimeSpan", "{ type: string, format: duration }", "_system::TimeSpan?")]
    [InlineData("blob=byte[]", "{ type: string, format: blob }", "byte[]?")]
    [InlineData("double=decimal", "{ type: number, format: double }", "decimal?")]
    [InlineData("int64=int", "{ type: integer, format: int64 }", "int?")]
    [InlineData("int64=string", "{ type: integer, format: int64 }", "string?")]
    [InlineData("int64=long", "{ type: string, format: int64 }", "long?")]
    [InlineData("decimal=System.Decimal", "{ type: string, format: decimal }", "decimal?")]
    [InlineData("date-time=System.DateTime", "{ type: string, format: date-time }", "global::System.DateTime?")]
    public void A_format_can_have_a_type_of_DotNet(string formats, string schema, string type) =>
        Assert.Equal(type, TypeOf(Run(schema, formats.Split(';')[^1])));

    [Theory]
    [InlineData("date=System.DateTime", "{ type: string, format: date }", "2024-02-29", "2024-02-29T13:14:15", "2024-02-29T13:14:15Z")]
    [InlineData("date=System.DateTimeOffset", "{ type: string, format: date }", "2024-02-29", "2024-02-29T13:14:15Z", "2024-02-29T00:00:00-02:00")]
    [InlineData("date-time=System.DateTime", "{ type: string, format: date-time }", "2024-02-29T00:00:00", "2024-02-29T00:00:00Z")]
    [InlineData("uuid=string", "{ type: string, format: date, x-dotnet-type: System.DateTime }", "2024-02-29", "2024-02-29T13:14:15")]
    [InlineData("uuid=string", "{ type: array, items: { type: string, format: date, x-dotnet-type: System.DateTimeOffset } }", "[\"2024-02-29\",\"2024-02-29T13:14:15Z\"]")]
    public void A_date_is_written_as_it_is_read(string formats, string schema, params string[] values)
    {
        Type whole = Run(schema, formats).Assembly.GetType("Consumer.Thing")!;
        string[] members = Array.ConvertAll(values, static value => value.StartsWith('[') ? $$"""{"value":{{value}}}""" : $$"""{"value":"{{value}}"}""");

        Assert.Equal(members, members.Select(value => JsonSerializer.Serialize(JsonSerializer.Deserialize(value, whole), whole)));
    }

    [Fact]
    public void A_span_keeps_the_spelling_that_the_document_means()
    {
        const string Schema = "{ type: string, format: duration }";

        Assert.Contains("JsonWriting.Duration(", Run(Schema, "duration=System.TimeSpan").AllText, StringComparison.Ordinal);
        Assert.Contains("JsonWriting.TimeSpan(", Run(Schema.Replace("duration", "span", StringComparison.Ordinal), "span=System.TimeSpan").AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ type: string, format: uuid, x-dotnet-type: string }", "string?")]
    [InlineData("{ type: number, x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ type: string, enum: [a, b], x-dotnet-type: Acme.Color(Acme.Converters) }", "global::Acme.Color?")]
    [InlineData("{ type: string, const: a, x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ type: [string, 'null'], x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ type: [string, integer], x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ anyOf: [{ type: string }, { type: 'null' }], x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ allOf: [{ type: string, maxLength: 3 }], x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Named' }] }", "global::Acme.Id?")]
    [InlineData("{ $ref: '#/components/schemas/Named' }", "global::Acme.Id?")]
    [InlineData("{ $ref: '#/components/schemas/Plain', x-dotnet-type: Acme.Id }", "global::Acme.Id?")]
    [InlineData("{ type: array, items: { type: string, x-dotnet-type: Acme.Id } }", "_generic::IReadOnlyList<global::Acme.Id>?")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/Named' } }", "_generic::IReadOnlyDictionary<string, global::Acme.Id>?")]
    public void A_schema_has_the_type_that_the_document_names(string schema, string type) => Assert.Equal(type, TypeOf(Run(schema).AssertNoDiagnostics()));

    [Fact]
    public void An_overlay_can_name_the_type()
    {
        const string Overlay = """
            overlay: 1.0.0
            info: { title: Types, version: '1' }
            actions:
              - target: $.components.schemas.Thing.properties.value
                update: { x-dotnet-type: Acme.Id }
            """;

        Assert.Equal("global::Acme.Id?", TypeOf(Run("{ type: string, format: uuid }", overlay: Overlay).AssertNoDiagnostics()));
    }

    [Fact]
    public void The_type_of_a_schema_precedes_the_type_of_its_format() => Assert.Equal(
        "global::Acme.Id?",
        TypeOf(Run("{ type: string, format: uuid, x-dotnet-type: Acme.Id }", "uuid=string").AssertNoDiagnostics()));

    [Theory]
    [InlineData("{ type: integer, format: int32, enum: [1, 2] }", "int32=Acme.Id", "_runtime::OpenEnum<_api::ThingValue>?")]
    [InlineData("{ type: string, format: date, enum: ['2020-01-01', '2021-01-01'] }", "date=string", "string?")]
    [InlineData("{ type: string, format: code, const: a }", "code=Acme.Id", "string?")]
    public void An_enum_and_a_constant_keep_their_type_whatever_the_format(string schema, string formats, string type) =>
        Assert.Equal(type, TypeOf(Run(schema, formats)));

    [Fact]
    public void Beside_a_plain_string_a_format_has_no_effect_and_beside_others_it_is_a_case()
    {
        Assert.Equal("string?", TypeOf(Run("{ oneOf: [{ type: string, format: code }, { type: string }] }", "code=Acme.Id")));

        string union = Run("{ oneOf: [{ type: string, format: code }, { type: string, format: date }, { type: number }] }", "code=Acme.Id").AllText;
        Assert.Contains("public static ThingValue From(global::Acme.Id value)", union, StringComparison.Ordinal);
        Assert.True(
            union.IndexOf("ThingValue(1, _wire::JsonReading.DateOnly", StringComparison.Ordinal)
                < union.IndexOf("ThingValue(0, _wire::JsonReading.Converted<", StringComparison.Ordinal),
            "The stricter format is tried first.");
    }

    [Fact]
    public void Two_cases_with_one_type_of_CSharp_are_one()
    {
        GeneratorRun run = Run(
            "{ oneOf: [{ type: string, format: date-time }, { type: integer, format: unix }] }", "unix=System.DateTimeOffset(Acme.Converters)");

        Assert.Equal("_system::DateTimeOffset?", TypeOf(run));
    }

    [Fact]
    public void A_default_is_reported_because_it_is_not_an_initial_value()
    {
        Reported reported = Run("{ type: string, format: date, default: '2020-01-01' }", "date=Acme.Id").AssertReports("RTK0034");

        Assert.Contains("parses its text only when the client runs", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_stays_hidden() =>
        Assert.Contains("RecordText.Hide(this.Value)", Run("{ type: string, format: password }", "password=Acme.Id").AllText, StringComparison.Ordinal);

    [Theory]
    [InlineData("date=Acme.ID", "RTK0058", "The project and its references have no type 'Acme.ID'; did you mean 'Acme.Id'?")]
    [InlineData("date=Id", "RTK0058", "The project and its references have no type 'Id'; did you mean 'Acme.Id'?")]
    [InlineData("date=DateOnly", "RTK0058", "The project and its references have no type 'DateOnly'; did you mean 'System.DateOnly'?")]
    [InlineData("date=Nowhere.At.All", "RTK0058", "The project and its references have no type 'Nowhere.At.All'")]
    [InlineData("date=Acme.Key", "RTK0058", "The project and its references have no type 'Acme.Key'")]
    [InlineData("date=Acme.Id?", "RTK0059", "'Acme.Id?' cannot be used: it is not the name of a C# type")]
    [InlineData("date=Acme.Id(", "RTK0059", "'Acme.Id(' cannot be used: it is not the name of a C# type")]
    [InlineData("date=Acme.Id()", "RTK0059", "'Acme.Id()' cannot be used: it is not the name of a C# type")]
    [InlineData("date=Acme.Plain", "RTK0059", "'Acme.Plain' cannot be used: it implements none of IParsable<T>, ISpanParsable<T> and IUtf8SpanParsable<T>; name a converter: 'Acme.Plain(Acme.Converter)'")]
    [InlineData("date=Acme.Color", "RTK0059", "it does not convert itself")]
    [InlineData("date=bool", "RTK0059", "a string has no conversion to it")]
    [InlineData("date=Acme.Wordy", "RTK0059", "it has no text: it neither implements IFormattable nor overrides ToString")]
    [InlineData("date=System.Nullable<int>", "RTK0059", "it is nullable")]
    [InlineData("date=void", "RTK0059", "it is not the name of a C# type")]
    [InlineData("date=Acme.Ref", "RTK0059", "it is a ref struct")]
    [InlineData("date=Acme.Helper", "RTK0059", "it is static")]
    [InlineData("date=Acme.Inner", "RTK0059", "it is not public, but the client is")]
    [InlineData("date=Acme.Plain(Acme.Convertors)", "RTK0059", "there is no type 'Acme.Convertors'; did you mean 'Acme.Converters'?")]
    [InlineData("date=Acme.Id(Acme.Converters)", "RTK0059", "its converter 'Acme.Converters' does not implement ITextConverter<Id>")]
    [InlineData("date=Acme.Plain(Acme.Helper)", "RTK0059", "of its converter 'Acme.Helper': it is static")]
    [InlineData("dat=Acme.Id", "RTK0068", "No schema of the selected operations has the format 'dat', which Formats names; did you mean 'date'?")]
    [InlineData("date", "RTK0011", "'date' is not a valid value of Formats: an entry is a format, '=' and a .NET type")]
    [InlineData("=Acme.Id", "RTK0011", "an entry is a format, '=' and a .NET type")]
    [InlineData("date=Acme.Id|date=string", "RTK0011", "'date=string' is not a valid value of Formats: the format has a type already")]
    [InlineData("binary=Acme.Id", "RTK0011", "files are a Stream or a FileContent")]
    public void A_fault_of_the_option_is_reported_at_the_item(string formats, string id, string message)
    {
        const string Project = """
            <Project>
              <ItemGroup>
                <OpenApiClient Include="api.yaml" Formats="shown" />
              </ItemGroup>
            </Project>
            """;
        GeneratorRun run = GeneratorRunner.Run(
        [
            new SpecItem(new SpecFile(GeneratorRunner.SpecPath, Document("{ type: string, format: date }")), SpecItem.Spec)
            {
                Metadata = new Dictionary<string, string> { ["Formats"] = formats },
            },
            new SpecItem(new SpecFile("/project/Consumer.csproj", Project), SpecItem.Project),
        ], Consumer);

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Contains(message, reported.Message, StringComparison.Ordinal);
        if (formats != "date=bool")
        {
            Assert.Equal((id, "/project/Consumer.csproj", 3), (reported.Id, reported.File, reported.Line));
        }
    }

    [Theory]
    [InlineData("Acme.ID", "RTK0058", "The project and its references have no type 'Acme.ID'; did you mean 'Acme.Id'?", "string?")]
    [InlineData("Acme.Plain", "RTK0059", "name a converter: 'Acme.Plain(Acme.Converter)'", "string?")]
    [InlineData("bool", "RTK0059", "a string has no conversion to it; name a converter: 'bool(Acme.Converter)'", "string?")]
    public void A_fault_of_the_document_is_reported_at_the_name(string name, string id, string message, string type)
    {
        GeneratorRun run = Run($"{{ type: string, format: uuid, x-dotnet-type: '{name}' }}");

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal((id, GeneratorRunner.SpecPath, 14, 59), (reported.Id, reported.File, reported.Line, reported.Column));
        Assert.Contains(message, reported.Message, StringComparison.Ordinal);
        Assert.Equal(type, TypeOf(run));
    }

    [Theory]
    [InlineData("{ type: object, properties: { a: { type: string } }, x-dotnet-type: Acme.Id }", "an object")]
    [InlineData("{ type: boolean, x-dotnet-type: Acme.Id }", "a boolean")]
    [InlineData("{ x-dotnet-type: Acme.Id }", "not restricted")]
    public void A_schema_that_is_no_string_or_number_has_its_usual_type(string schema, string what)
    {
        Reported reported = Run(schema).AssertReports("RTK0035", 14);

        Assert.Contains(what, reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int64=System.Guid")]
    [InlineData("int64=System.DateTime")]
    public void A_number_has_a_type_of_text_only_through_a_converter(string formats)
    {
        GeneratorRun run = Run("{ type: integer, format: int64 }", formats);

        Assert.Contains("a number has no conversion to it", run.AssertReports("RTK0059", 14).Message, StringComparison.Ordinal);
        Assert.Equal("long?", TypeOf(run));
    }

    [Fact]
    public void An_internal_type_fits_an_internal_client()
    {
        GeneratorRun run = Run("{ type: string, format: date }", "date=Acme.Inner", accessibility: "internal");

        Assert.Equal("global::Acme.Inner?", TypeOf(run.AssertNoDiagnostics()));
    }

    /// <summary>The other generator's part is not visible, and it implements the interfaces.</summary>
    [Fact]
    public void A_partial_type_is_trusted_because_another_generator_may_complete_it()
    {
        SpecItem[] items =
        [
            new(new SpecFile(GeneratorRunner.SpecPath, Document("{ type: string, format: date }")), SpecItem.Spec)
            {
                Metadata = new Dictionary<string, string> { ["Formats"] = "date=Acme.Generated" },
            },
        ];
        var consumer = ClientCompilation.Create(GeneratorRunner.ParseOptions, "namespace Acme { public readonly partial struct Generated; }");

        GeneratorRun run = new(items, consumer, GeneratorRunner.CreateDriver(items).RunGenerators(consumer, TestContext.Current.CancellationToken));

        Assert.Equal("global::Acme.Generated?", TypeOf(run.AssertNoDiagnostics()));
        Assert.Contains("ParsableText<global::Acme.Generated>", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_schemas_with_types_of_their_own_are_not_shared()
    {
        GeneratorRun run = Run("""
            { type: object, properties: {
                        a: { type: object, properties: { x: { type: string }, y: { type: string, x-dotnet-type: Acme.Id } } },
                        b: { type: object, properties: { x: { type: string }, y: { type: string } } } } }
            """);

        Assert.DoesNotContain(run.Diagnostics, static reported => reported.Id == "RTK0047");
    }

    [Fact]
    public void Parameters_and_headers_have_the_types_too()
    {
        GeneratorRun run = GeneratorRunner.Run(
            """
            swagger: '2.0'
            info: { title: Types, version: '1' }
            produces: [application/json]
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  parameters:
                    - { name: id, in: path, required: true, type: string, x-dotnet-type: Acme.Id }
                    - { name: codes, in: query, type: array, items: { type: string, format: code } }
                    - { name: token, in: header, type: string, format: code, x-ms-secret: true }
                  responses:
                    '200': { description: ok, headers: { X-Next: { type: string, format: code } }, schema: { type: string, format: code } }
            """,
            new Dictionary<string, string> { ["Formats"] = "code=Acme.Id" },
            consumer: Consumer).AssertNoDiagnostics();

        Assert.Contains("GetThingAsync(global::Acme.Id id, _generic::IReadOnlyList<global::Acme.Id>? codes = null, global::Acme.Id? token = null", run.AllText, StringComparison.Ordinal);
        Assert.Contains("_tasks::Task<global::Acme.Id> GetThingAsync", run.AllText, StringComparison.Ordinal);
        Assert.Contains("global::Acme.Id? GetXNext", run.AllText, StringComparison.Ordinal);
        Assert.Contains("ParameterValues.Secret(_wire::ParameterValues.ConvertedOrNull<", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>The runner compiles the client with every warning as an error.</summary>
    [Theory]
    [InlineData("patch")]
    [InlineData("always")]
    public void A_client_compiles_wherever_the_types_are(string optional)
    {
        GeneratorRun run = GeneratorRunner.Run(
            """
            openapi: 3.1.0
            info: { title: Places, version: '1' }
            webhooks:
              placed: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Dog' } } } }, responses: { '200': { description: ok } } } }
            paths:
              /pets/{key}:
                parameters:
                  - { name: key, in: path, required: true, schema: { type: string, format: key } }
                  - { name: tenant, in: header, x-ms-parameter-location: client, schema: { type: string, format: id } }
                  - { name: If-Modified-Since, in: header, schema: { type: string, format: date-time } }
                  - { name: lines, in: query, schema: { type: array, items: { type: [string, 'null'], format: key } } }
                  - { name: marks, in: query, schema: { $ref: '#/components/schemas/Mark' } }
                  - { name: near, in: query, content: { application/json: { schema: { type: string, format: id } } } }
                patch:
                  operationId: changePet
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
                      links: { next: { operationId: changePet, parameters: { key: '$response.body#/key' } } }
                    '201': { description: ok, content: { application/json: { schema: { type: [string, 'null'], format: key } } } }
                    '400': { description: no, content: { application/json: { schema: { type: string, format: id } } } }
                get:
                  operationId: listPets
                  responses:
                    '200':
                      description: ok
                      headers: { Last-Modified: { schema: { type: string, format: date-time } }, X-Note: { content: { application/json: { schema: { type: string, format: key } } } } }
                      content: { application/jsonl: { itemSchema: { type: string, format: id } } }
            components:
              schemas:
                Mark: { oneOf: [{ type: string, format: id }, { type: string, format: key }, { type: string, format: inner }, { type: string, format: other }, { type: boolean }] }
                Pet:
                  type: object
                  required: [kind, key]
                  discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
                  properties:
                    kind: { type: string, x-dotnet-type: Acme.Id }
                    key: { type: string, format: key }
                    id: { type: [string, 'null'], format: id }
                    keys: { type: [array, 'null'], items: { type: [string, 'null'], format: key } }
                    ids: { type: object, additionalProperties: { type: [string, 'null'], format: id } }
                    pair: { type: array, prefixItems: [{ type: string, format: key }, { type: string, format: id }], items: false }
                    mark: { $ref: '#/components/schemas/Mark' }
                    color: { type: string, const: red, x-dotnet-type: Acme.Color(Acme.Converters) }
                    password: { type: string, format: key }
                    secrets: { type: array, x-ms-secret: true, items: { type: string, format: id } }
                  additionalProperties: { type: string, format: key }
                Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: string, format: id } } }] }
            """,
            new Dictionary<string, string>
            {
                ["Formats"] = "id=Acme.Id|key=Acme.Key<Acme.Id>|inner=Acme.Value|other=Acme.Other.Id|date-time=System.DateTime",
                ["Optional"] = optional,
            },
            consumer: Consumer + """
                namespace Acme
                {
                    /// <summary>A type with the name of a member of unions.</summary>
                    public readonly struct Value : IParsable<Value>
                    {
                        /// <inheritdoc/>
                        public static Value Parse(string s, IFormatProvider? provider) => default;
                        /// <inheritdoc/>
                        public static bool TryParse(string? s, IFormatProvider? provider, out Value result) { result = default; return true; }
                        /// <inheritdoc/>
                        public override string ToString() => "";
                    }
                }
                namespace Acme.Other
                {
                    /// <summary>A type with the name of another.</summary>
                    public readonly struct Id : IParsable<Id>
                    {
                        /// <inheritdoc/>
                        public static Id Parse(string s, IFormatProvider? provider) => default;
                        /// <inheritdoc/>
                        public static bool TryParse(string? s, IFormatProvider? provider, out Id result) { result = default; return true; }
                        /// <inheritdoc/>
                        public override string ToString() => "";
                    }
                }
                """);

        Assert.DoesNotContain(run.Diagnostics, static reported => reported.Severity == DiagnosticSeverity.Error);
        Assert.Contains(run.Diagnostics, static reported => reported.Id == "RTK0034" && reported.Message.Contains("'kind' is a discriminator", StringComparison.Ordinal));
        Assert.Contains("public string? Kind { get; init; }", run.AllText, StringComparison.Ordinal);
        Assert.Contains("Kind = \"dog\"", run.AllText, StringComparison.Ordinal);
        Assert.Contains("ParameterValues.HttpDate(ifModifiedSince)", run.AllText, StringComparison.Ordinal);
    }

    private static string TypeOf(GeneratorRun run)
    {
        string line = run.AllText.Split('\n').First(static line => line.Contains(" Value { get; init; }", StringComparison.Ordinal));
        return line.Trim()["public ".Length..].Split(" Value {")[0];
    }

    private static GeneratorRun Run(
        string schema,
        string formats = "",
        string? overlay = null,
        string accessibility = "") => GeneratorRunner.Run(
        Document(schema),
        new Dictionary<string, string> { ["Formats"] = formats, ["Accessibility"] = accessibility },
        overlay,
        consumer: Consumer);

    private static string Document(string schema) => $$"""
        openapi: 3.1.0
        info: { title: Types, version: '1' }
        paths:
          /things:
            post:
              operationId: postThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
        components:
          schemas:
            Named: { type: string, x-dotnet-type: Acme.Id }
            Plain: { type: string, format: uuid }
            Thing: { type: object, properties: {
              value: {{schema}}
              } }
        """;
}
