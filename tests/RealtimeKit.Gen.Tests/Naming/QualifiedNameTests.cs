using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Checks the names of components whose keys are full names of types.</summary>
public sealed class QualifiedNameTests
{
    private const string Assembly = ", Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null";

    [Theory]
    [InlineData("Shop.Api.Order", 0, "Order")]
    [InlineData("Shop.Api.Order", 1, "ApiOrder")]
    [InlineData("Shop.Api.Orders+Line", 0, "Line")]
    [InlineData("Shop.Page`1[Shop.Order]", 0, "PageOfOrder")]
    [InlineData("Shop.Page`1[[Shop.Order" + Assembly + "]]", 0, "PageOfOrder")]
    [InlineData("Shop.Page`1[[Shop.Order" + Assembly + "]]", 1, "ShopPageOfShopOrder")]
    [InlineData("Shop.Pair`2[[Shop.A" + Assembly + "],[Shop.Page`1[[Shop.B" + Assembly + "]]" + Assembly + "]]", 0, "PairOfAAndPageOfB")]
    [InlineData("Shop.Pair`2[Shop.A,System.String]", 0, "PairOfAAndString")]
    [InlineData("io.k8s.kube-aggregator.v1.APIService", 1, "V1ApiService")]
    [InlineData("api.v2010.account.call.call_event", 0, "CallEvent")]
    public void A_full_name_is_spelled_with_as_many_namespaces_as_wanted(string text, int namespaces, string expected) =>
        Assert.Equal(expected, QualifiedName.Parse(text)!.Spelled(namespaces));

    [Theory]
    [InlineData("")]
    [InlineData("order.Created.at")]
    [InlineData("orderPlaced.created")]
    [InlineData("Shop.sub-order")]
    [InlineData("Shop..Order")]
    [InlineData("Shop.Order ")]
    [InlineData("Shop.Page`1")]
    [InlineData("Shop.Page`1[")]
    [InlineData("Shop.Page`1[[")]
    [InlineData("Shop.Page`1[[Shop.Order")]
    [InlineData("Shop.Page`1[[Shop.Order]")]
    [InlineData("Shop.Page`1[Shop.Order]]")]
    public void Any_other_text_is_not_a_full_name(string text) => Assert.Null(QualifiedName.Parse(text));

    [Fact]
    public void Deep_and_long_names_are_not_read()
    {
        Assert.Null(QualifiedName.Parse(string.Concat(Enumerable.Repeat("A`1[", 500)) + "B" + new string(']', 500)));
        Assert.Null(QualifiedName.Parse(new string('A', 5_000)));
        Assert.Null(QualifiedName.Parse(string.Join('.', Enumerable.Repeat("A", 100))));
    }

    [Fact]
    public void Components_have_the_names_of_their_types_and_namespaces_only_where_two_are_alike() => Assert.Equal(
        ["ApiOrder", "Money", "PagedResultOfOrder", "StoreOrder"],
        TypesOf("Shop.Api.Order", "Shop.Store.Order", "Shop.Money", "Shop.PagedResult`1[[Shop.Api.Order" + Assembly + "]]"));

    [Fact]
    public void A_name_behind_a_package_is_shortened_also_beside_other_names() => Assert.Equal(
        ["AppsV1Event", "CoreV1Event", "Pod", "Status", "V1Job", "V1beta1Job"],
        TypesOf(
            "io.k8s.api.core.v1.Pod", "io.k8s.api.core.v1.Event", "io.k8s.api.apps.v1.Event", "io.k8s.api.batch.v1.Job", "io.k8s.api.batch.v1beta1.Job", "status"));

    [Fact]
    public void Names_in_lower_case_are_shortened_if_they_begin_alike()
    {
        Assert.Equal(["Account", "CallEvent", "Plan"], TypesOf("api.v2010.account", "api.v2010.account.call.call_event", "plan"));
        Assert.Equal(["BillingPortalSession", "CheckoutNewSession", "Session"], TypesOf("billing.portal.session", "checkout.new.session", "session"));
        Assert.Equal(["CheckoutSession", "RadarList"], TypesOf("checkout.session", "radar.list"));
    }

    [Fact]
    public void A_dot_alone_does_not_make_a_type_of_NET() =>
        Assert.Equal(["Address", "CustomerAddress"], TypesOf("Customer.Address", "address"));

    private static string[] TypesOf(params string[] keys)
    {
        IEnumerable<string> properties = keys.Select(static (key, index) => $"p{index}: {{ $ref: '#/components/schemas/{Uri.EscapeDataString(key)}' }}");
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { x-type-name: All, type: object, properties: { {{string.Join(", ", properties)}} } } } } }
            components:
              schemas:
            {{string.Join('\n', keys.Select(static (key, index) => $"    '{key}': {{ type: object, properties: {{ a{index}: {{ type: string }} }} }}"))}}
            """);
        run.AssertCompiles();
        return run.TypeNames.Where(static name => name != "All").ToArray();
    }
}
