using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of the classes of operations.</summary>
public class OperationGroupTests
{
    [Theory]
    [InlineData("VerifyV2Bucket, VerifyV2AccessToken", "AccessToken Bucket")]
    [InlineData("Api20100401Account, Api20100401Call", "Account Call")]
    [InlineData("verify.v1beta1.bucket, verify.v1beta1.factor", "Bucket Factor")]
    [InlineData("VerifyV2Bucket", "Bucket")]
    [InlineData("V2 pets, V2 toys", "Pets Toys")]
    [InlineData("V2, V2Beta", "V2 V2Beta")]
    [InlineData("Pets V1, Pets V2", "PetsV1 PetsV2")]
    [InlineData("VerifyV2Bucket, VerifyV2", "VerifyV2 VerifyV2Bucket")]
    [InlineData("VerifyV2Bucket, Factor", "Factor VerifyV2Bucket")]
    [InlineData("VerifyV2Bucket, verify_v2_Bucket", "Bucket")]
    [InlineData("VerifyV2Bucket, VerifyV2-3d", "VerifyV2Bucket VerifyV2_3d")]
    [InlineData("S3 buckets, S3 objects", "S3Buckets S3Objects")]
    [InlineData("admin.apps, admin.users", "AdminApps AdminUsers")]
    public void A_version_that_all_tags_begin_with_is_omitted(string tags, string expected) =>
        Assert.Equal(expected.Split(' '), Groups(GeneratorRunner.Run(Tagged(tags.Split(", ")))));

    [Fact]
    public void A_method_omits_the_whole_tag_and_its_rest()
    {
        GeneratorRun run = GeneratorRunner.Run(Tagged("VerifyV2Bucket", "VerifyV2Bucket", "VerifyV2Factor")
            .Replace("operationId: a0", "operationId: VerifyV2Bucket_Create", StringComparison.Ordinal)
            .Replace("operationId: a1", "operationId: listBuckets", StringComparison.Ordinal));

        Type group = run.Assembly.GetType("Consumer.BucketClient")!;
        Assert.NotNull(group.GetMethod("CreateAsync"));
        Assert.NotNull(group.GetMethod("ListAsync"));
        Assert.Contains("/// <summary>All buckets.</summary>", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_names_file_keeps_the_groups_of_a_tag_together()
    {
        string before = NamedRun.Write(Tagged("VerifyV2Bucket", "VerifyV2Factor"));
        GeneratorRun later = NamedRun.Of(Tagged("VerifyV2Bucket", "VerifyV2Factor", "VerifyV2Bucket", "Other"), before);

        Assert.Equal(["Bucket", "Factor", "Other"], Groups(later));

        string old = before
            .Replace(" = Bucket\n", " = VerifyV2Bucket\n", StringComparison.Ordinal)
            .Replace("class Bucket = BucketClient", "class VerifyV2Bucket = VerifyV2BucketClient", StringComparison.Ordinal);
        GeneratorRun kept = NamedRun.Of(Tagged("VerifyV2Bucket", "VerifyV2Factor", "VerifyV2Bucket"), old);

        Assert.Equal(["Factor", "VerifyV2Bucket"], Groups(kept));
    }

    [Theory]
    [InlineData("/v1/customers/{id}/{n}, /v1/orders/{n}", 40, "Customers Orders")]
    [InlineData("/acme/api/v1/customers/{n}, /acme/api/v1/order_items/{n}", 40, "Customers OrderItems")]
    [InlineData("/{tenant}/customers/{n}, /{tenant}/orders/{n}", 40, "Customers Orders")]
    [InlineData("/customers.json/{n}, /orders:search/{n}", 40, "Customers Orders")]
    [InlineData("/v1/customers/{n}, /v1/orders/{n}", 38, "")]
    [InlineData("/v1/get{n}, /v1/list{n}", 40, "")]
    public void A_large_document_without_tags_has_a_class_for_each_name_in_its_paths(string paths, int operations, string expected) => Assert.Equal(
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Groups(GeneratorRunner.Run(Untagged(paths, operations))));

    [Fact]
    public void One_tag_or_full_names_keep_the_operations_without_a_tag_in_the_client()
    {
        string spec = Untagged("/v1/customers/{n}, /v1/orders/{n}", 40);

        Assert.Equal(["Some"], Groups(GeneratorRunner.Run(spec.Replace("operationId: a7,", "operationId: a7, tags: [Some],", StringComparison.Ordinal))));
        Assert.Empty(Groups(GeneratorRunner.Run(spec, new Dictionary<string, string> { ["OperationNames"] = "Full" })));
    }

    [Theory]
    [InlineData(38, 40, "")]
    [InlineData(40, 38, "Customers Orders")]
    public void A_names_file_keeps_a_client_with_or_without_classes_of_paths(int before, int after, string expected)
    {
        const string paths = "/v1/customers/{n}, /v1/orders/{n}";
        string names = NamedRun.Write(Untagged(paths, before));

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Groups(NamedRun.Of(Untagged(paths, after), names)));
    }

    private static string Untagged(string paths, int operations)
    {
        string[] forms = paths.Split(", ");
        return $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{string.Join("\n", Enumerable.Range(0, operations).Select(n => PathItem(forms[n % forms.Length], n)))}}
            """;
    }

    private static string PathItem(string form, int number)
    {
        IEnumerable<string> parameters = new[] { "id", "tenant" }
            .Where(name => form.Contains($"{{{name}}}", StringComparison.Ordinal))
            .Select(static name => $"{{ name: {name}, in: path, required: true, schema: {{ type: string }} }}");
        return $$"""
              '{{form.Replace("{n}", $"n{number}", StringComparison.Ordinal)}}':
                parameters: [{{string.Join(", ", parameters)}}]
                get: { operationId: a{{number}}, responses: { '204': { description: ok } } }
            """;
    }

    private static string[] Groups(GeneratorRun run) => run.Assembly.GetTypes()
        .Select(static type => type.Name)
        .Where(static name => name.EndsWith("Client", StringComparison.Ordinal) && name != "ApiClient")
        .Select(static name => name[..^"Client".Length])
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static string Tagged(params string[] tags) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        tags: [{ name: VerifyV2Bucket, description: All buckets. }]
        paths:
        {{string.Join("\n", tags.Select(static (tag, index) =>
            $$"""  /{{index}}: { get: { tags: ['{{tag}}'], operationId: a{{index}}, responses: { '204': { description: ok } } } }"""))}}
        """;
}
