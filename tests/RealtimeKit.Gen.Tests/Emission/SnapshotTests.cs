using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Compares the emitted text with snapshots, so that the diff of a change shows its effect on that text.</summary>
public class SnapshotTests
{
    [Fact]
    public void The_bundled_document() => Verifier.Verify(BundledSpec.Run());

    [Fact]
    public void Unions_and_inheritance() => Verifier.Verify(GeneratorRunner.Run("""
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://pets.example/v1' }]
        paths:
          /pets/{id}:
            get:
              operationId: pets/get
              tags: [pets]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '404': { description: none, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /toys:
            get:
              operationId: toys/list
              tags: [toys]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Toy' } } } } }
        components:
          schemas:
            Pet:
              type: object
              required: [kind, name]
              properties: { kind: { type: string }, name: { type: string } }
              discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
            Dog:
              allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: [boolean, 'null'] } } }]
            Ball: { type: object, required: [radius], properties: { radius: { type: number } } }
            Rope: { type: object, required: [length], properties: { length: { type: number } } }
            Toy: { oneOf: [{ $ref: '#/components/schemas/Ball' }, { $ref: '#/components/schemas/Rope' }, { type: string }] }
            Problem: { type: object, properties: { title: { type: string } } }
        """));

    [Fact]
    public void Types_of_the_project() => Verifier.Verify(GeneratorRunner.Run(
        """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /orders/{id}:
            post:
              operationId: placeOrder
              parameters:
                - { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/OrderId' } }
                - { name: due, in: query, schema: { type: [string, 'null'], format: date } }
                - { name: skus, in: query, schema: { type: array, items: { type: string, format: sku } } }
                - { name: X-Budget, in: header, schema: { type: number, format: money } }
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses:
                '200':
                  description: ok
                  headers:
                    X-Due: { schema: { type: string, format: date } }
                    X-Sku: { schema: { type: string, format: sku } }
                    X-Skus: { schema: { type: array, items: { type: string, format: sku } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
        components:
          schemas:
            OrderId: { type: string, format: uuid, x-dotnet-type: Acme.OrderId }
            Order:
              type: object
              required: [id, sku, price, total]
              properties:
                id: { $ref: '#/components/schemas/OrderId' }
                sku: { type: string, format: sku }
                price: { type: number, format: money }
                total: { anyOf: [{ type: integer }, { type: string, pattern: '^-?(?:0|[1-9]\d*)$' }], x-dotnet-type: System.Int128 }
                due: { type: string, format: date }
                shipped: { type: [string, 'null'], format: date }
                replaces: { anyOf: [{ $ref: '#/components/schemas/OrderId' }, { type: 'null' }] }
                skus: { type: array, items: { type: string, format: sku } }
                prices: { type: object, additionalProperties: { type: number, format: money } }
                note: { oneOf: [{ type: string, format: sku }, { type: boolean }] }
                paid: { type: string, format: date-time }
                trace: { type: string, format: uuid }
                api_key: { type: string, format: sku }
        """,
        new Dictionary<string, string> { ["Formats"] = "date=Acme.Day|sku=Acme.Sku|money=Acme.Money(Acme.MoneyConverter)|date-time=System.DateTime|uuid=string" },
        consumer: ConsumerTypes));

    [Fact]
    public void Parameters_and_forms() => Verifier.Verify(GeneratorRunner.Run("""
        openapi: 3.0.3
        info: { title: Files, version: '1' }
        paths:
          /files:
            get:
              operationId: listFiles
              parameters:
                - { name: ids, in: query, style: form, explode: false, schema: { type: array, items: { type: string, format: uuid } } }
                - { name: order, in: query, schema: { type: string, enum: [asc, ASC, desc], default: desc } }
                - { name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { from: { type: string, format: date } } } }
                - { name: If-None-Match, in: header, schema: { type: string } }
              responses: { '200': { description: ok, content: { text/plain: {} } } }
            post:
              operationId: uploadFile
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file]
                      properties: { file: { type: string, format: binary }, purpose: { type: string } }
                  application/x-www-form-urlencoded:
                    schema: { type: object, properties: { url: { type: string, format: uri }, meta: { type: object, additionalProperties: { type: string } } } }
                    encoding: { meta: { style: deepObject, explode: true } }
              responses: { '204': { description: done } }
        """));

    /// <summary>A struct, a class, a type that another generator completes, and a type with a converter.</summary>
    private const string ConsumerTypes = """
        namespace Acme;
        using System;
        using System.Diagnostics.CodeAnalysis;
        using RealtimeKit.Runtime;
        #nullable enable

        /// <summary>An id.</summary>
        /// <param name="Value">The value.</param>
        public readonly record struct OrderId(Guid Value) : ISpanParsable<OrderId>, IFormattable
        {
            /// <inheritdoc/>
            public static OrderId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
            /// <inheritdoc/>
            public static OrderId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => new(Guid.Parse(s));
            /// <inheritdoc/>
            public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrderId result) => TryParse(s.AsSpan(), provider, out result);
            /// <inheritdoc/>
            public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out OrderId result)
            {
                bool isRead = Guid.TryParse(s, out Guid value);
                result = new(value);
                return isRead;
            }
            /// <inheritdoc/>
            public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString();
        }

        /// <summary>A stock keeping unit.</summary>
        public sealed class Sku : IParsable<Sku>
        {
            private Sku(string text) => Text = text;
            /// <summary>Gets the text.</summary>
            public string Text { get; }
            /// <inheritdoc/>
            public static Sku Parse(string s, IFormatProvider? provider) => new(s);
            /// <inheritdoc/>
            public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Sku result)
            {
                result = s is null ? null : new(s);
                return s is not null;
            }
            /// <inheritdoc/>
            public override string ToString() => Text;
        }

        /// <summary>A day.</summary>
        /// <param name="Value">The value.</param>
        public readonly record struct Day(DateOnly Value) : IUtf8SpanParsable<Day>, IUtf8SpanFormattable
        {
            /// <inheritdoc/>
            public static Day Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
                TryParse(utf8Text, provider, out Day day) ? day : throw new FormatException();
            /// <inheritdoc/>
            public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Day result)
            {
                bool isRead = DateOnly.TryParse(System.Text.Encoding.UTF8.GetString(utf8Text), provider, out DateOnly value);
                result = new(value);
                return isRead;
            }
            /// <inheritdoc/>
            public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
                Value.TryFormat(utf8Destination, out bytesWritten, "O", provider);
        }

        /// <summary>An amount.</summary>
        /// <param name="Cents">The cents.</param>
        public readonly record struct Money(long Cents);

        internal sealed class MoneyConverter : ITextConverter<Money>
        {
            public static bool TryParse(ReadOnlySpan<char> text, out Money value)
            {
                bool isRead = decimal.TryParse(text, out decimal amount);
                value = new((long)(amount * 100));
                return isRead;
            }
            public static string Format(Money value) => (value.Cents / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        """;
}
