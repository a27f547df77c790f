using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>
/// Keeps the public types and members of clients as snapshots, so that the diff of a change shows its effect on names. Each
/// document is in the manner of a kind of API.
/// </summary>
public sealed class ListingTests
{
    [Fact]
    public void The_bundled_document() => Verify(BundledSpec.Run());

    [Fact]
    public void A_payment_API_with_forms_and_expandable_fields() => Verify(GeneratorRunner.Run("""
        openapi: 3.0.0
        info: { title: Payments, version: '1' }
        paths:
          /v1/charges:
            get:
              operationId: GetCharges
              parameters:
                - { name: created, in: query, style: deepObject, explode: true, schema: { anyOf: [{ $ref: '#/components/schemas/range' }, { type: integer }] } }
                - { name: starting_after, in: query, schema: { type: string } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/charge_list' } } } }
                default: { description: error, content: { application/json: { schema: { $ref: '#/components/schemas/error' } } } }
            post:
              operationId: PostCharges
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [amount]
                      properties:
                        amount: { type: integer }
                        metadata: { anyOf: [{ type: object, additionalProperties: { type: string } }, { type: string, enum: [''] }] }
                        shipping: { type: object, properties: { name: { type: string }, address: { type: object, properties: { line1: { type: string } } } } }
                    encoding: { shipping: { style: deepObject, explode: true } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/charge' } } } }
                default: { description: error, content: { application/json: { schema: { $ref: '#/components/schemas/error' } } } }
        components:
          schemas:
            range: { type: object, properties: { gte: { type: integer }, lt: { type: integer } } }
            charge:
              type: object
              required: [id, amount, object]
              properties:
                id: { type: string }
                object: { type: string, enum: [charge] }
                amount: { type: integer }
                status: { type: string, enum: [succeeded, pending, failed] }
                customer: { anyOf: [{ type: string }, { $ref: '#/components/schemas/customer' }, { $ref: '#/components/schemas/deleted_customer' }] }
                metadata: { type: object, additionalProperties: { type: string } }
            customer: { type: object, required: [id, email], properties: { id: { type: string }, email: { type: string } } }
            deleted_customer: { type: object, required: [id, deleted], properties: { id: { type: string }, deleted: { type: boolean, enum: [true] } } }
            charge_list: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/charge' } }, has_more: { type: boolean } } }
            error: { type: object, properties: { error: { type: object, properties: { code: { type: string }, message: { type: string } } } } }
        """));

    [Fact]
    public void A_hosting_API_with_slashes_in_its_operation_ids() => Verify(GeneratorRunner.Run("""
        openapi: 3.0.3
        info: { title: Hosting, version: '1' }
        paths:
          /repos/{owner}/{repo}/issues:
            parameters:
              - { name: owner, in: path, required: true, schema: { type: string } }
              - { name: repo, in: path, required: true, schema: { type: string } }
            get:
              operationId: issues/list-for-repo
              tags: [issues]
              parameters:
                - { name: state, in: query, schema: { type: string, enum: [open, closed, all], default: open } }
                - { name: per_page, in: query, schema: { type: integer, default: 30 } }
              responses:
                '200':
                  description: ok
                  headers: { Link: { schema: { type: string } } }
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/issue' } } } }
                '404': { description: none, content: { application/json: { schema: { $ref: '#/components/schemas/basic-error' } } } }
            post:
              operationId: issues/create
              tags: [issues]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [title]
                      properties:
                        title: { oneOf: [{ type: string }, { type: integer }] }
                        labels:
                          type: array
                          items: { oneOf: [{ type: string }, { type: object, properties: { name: { type: string }, color: { type: string, nullable: true } } }] }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/issue' } } } } }
        components:
          schemas:
            basic-error: { title: Basic Error, type: object, properties: { message: { type: string }, documentation_url: { type: string } } }
            nullable-simple-user: { title: Simple User, type: object, nullable: true, required: [login], properties: { login: { type: string } } }
            issue:
              title: Issue
              type: object
              required: [number, title, user, reactions]
              properties:
                number: { type: integer }
                title: { type: string }
                user: { $ref: '#/components/schemas/nullable-simple-user' }
                state_reason: { type: string, nullable: true, enum: [completed, reopened, not_planned, null] }
                reactions: { type: object, properties: { '+1': { type: integer }, '-1': { type: integer }, heart: { type: integer } } }
        """));

    [Fact]
    public void A_NET_server_without_operation_ids() => Verify(GeneratorRunner.Run("""
        openapi: 3.0.1
        info: { title: 'Shop | v1', version: 1.0.0 }
        paths:
          /api/Orders:
            get:
              tags: [Orders]
              parameters: [{ name: CustomerId, in: query, schema: { type: string, format: uuid } }, { name: Page, in: query, schema: { type: integer, format: int32 } }]
              responses: { '200': { description: OK, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/OrderDto' } } } } } }
            post:
              tags: [Orders]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/CreateOrderCommand' } } } }
              responses:
                '201': { description: Created, content: { application/json: { schema: { $ref: '#/components/schemas/OrderDto' } } } }
                '400': { description: Bad Request, content: { application/problem+json: { schema: { $ref: '#/components/schemas/ProblemDetails' } } } }
          /api/Orders/{id}:
            get:
              tags: [Orders]
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
                - { name: id, in: query, schema: { type: string } }
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/OrderDto' } } } } }
            delete:
              tags: [Orders]
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { '204': { description: No Content } }
        components:
          schemas:
            OrderDto:
              type: object
              properties:
                id: { type: string, format: uuid }
                placedAt: { type: string, format: date-time }
                status: { $ref: '#/components/schemas/OrderStatus' }
                additionalProperties: { type: string }
            OrderStatus: { type: integer, format: int32, enum: [0, 1, 2], x-enumNames: [Placed, Paid, Shipped] }
            CreateOrderCommand: { type: object, properties: { lines: { type: array, items: { $ref: '#/components/schemas/OrderLine' } } } }
            OrderLine: { type: object, properties: { sku: { type: string }, quantity: { type: integer, format: int32 } } }
            ProblemDetails:
              type: object
              additionalProperties: {}
              properties: { title: { type: string, nullable: true }, status: { type: integer, format: int32, nullable: true } }
        """));

    [Fact]
    public void A_cluster_API_with_dotted_type_names() => Verify(GeneratorRunner.Run("""
        swagger: '2.0'
        info: { title: Cluster, version: v1 }
        consumes: ['*/*']
        produces: [application/json]
        paths:
          /api/v1/namespaces/{namespace}/pods/{name}:
            parameters:
              - { name: name, in: path, required: true, type: string }
              - { name: namespace, in: path, required: true, type: string }
              - { name: pretty, in: query, type: string }
            get:
              operationId: readCoreV1NamespacedPod
              tags: [core_v1]
              responses: { '200': { description: OK, schema: { $ref: '#/definitions/io.cluster.api.core.v1.Pod' } } }
            delete:
              operationId: deleteCoreV1NamespacedPod
              tags: [core_v1]
              parameters: [{ name: body, in: body, schema: { $ref: '#/definitions/io.cluster.api.meta.v1.DeleteOptions' } }]
              responses:
                '200': { description: OK, schema: { $ref: '#/definitions/io.cluster.api.core.v1.Pod' } }
                '202': { description: Accepted, schema: { $ref: '#/definitions/io.cluster.api.core.v1.Pod' } }
        definitions:
          io.cluster.api.core.v1.Pod:
            type: object
            properties:
              apiVersion: { type: string }
              kind: { type: string }
              metadata: { $ref: '#/definitions/io.cluster.api.meta.v1.ObjectMeta' }
              spec: { $ref: '#/definitions/io.cluster.api.core.v1.PodSpec' }
          io.cluster.api.core.v1.PodSpec:
            type: object
            required: [containers]
            properties:
              containers: { type: array, items: { type: object, required: [name], properties: { name: { type: string }, image: { type: string } } } }
              restartPolicy: { type: string, enum: [Always, OnFailure, Never] }
          io.cluster.api.meta.v1.ObjectMeta: { type: object, properties: { name: { type: string }, labels: { type: object, additionalProperties: { type: string } } } }
          io.cluster.api.meta.v1.DeleteOptions: { type: object, properties: { gracePeriodSeconds: { type: integer, format: int64 }, 'orphan-dependents': { type: boolean } } }
        """));

    private static void Verify(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        run.AssertCompiles();
        IEnumerable<SyntaxTree> trees = run.Result.GeneratedSources.Select(static source => source.SyntaxTree);
        string listing = ApiListing.Of(run.Compilation, trees, TestContext.Current.CancellationToken);
        Verifier.Verify(new Dictionary<string, string> { [".verified.txt"] = listing }, file, method);
    }
}
