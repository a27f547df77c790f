using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Sending;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

public sealed class CredentialRuleTests
{
    [Theory]
    // No security is described: any credential is sent, that of the call first.
    [InlineData(null, "", "", "", "")]
    [InlineData(null, "client", "", "", "client")]
    [InlineData(null, "client", "", "call", "call")]
    [InlineData(null, "", "", "call", "call")]
    // No credential is required, so none is sent.
    [InlineData("", "client", "a", "call", "")]
    [InlineData("-", "client", "a", "call", "")]
    // The first alternative for which there are credentials. The credential of the call applies to every scheme.
    [InlineData("a", "client", "a", "", "a")]
    [InlineData("a", "client", "a", "call", "call")]
    [InlineData("a", "client", "b", "", "client")]
    [InlineData("a", "", "b", "", "")]
    [InlineData("a|b", "client", "b", "", "b")]
    [InlineData("a+b", "client", "a,b", "", "a,b")]
    [InlineData("a+b", "client", "a", "", "a,client")]
    [InlineData("a+b", "client", "", "", "client")]
    [InlineData("a+b", "", "a", "", "")]
    [InlineData("a+b|c", "client", "a,c", "", "c")]
    // Optional security: a credential is sent if there is one.
    [InlineData("-|a", "client", "", "", "client")]
    [InlineData("-|a", "client", "a", "", "a")]
    [InlineData("-|a", "", "", "call", "call")]
    [InlineData("-|a", "", "", "", "")]
    public async Task The_operation_the_call_and_the_client_decide_which_credentials_go(
        string? security, string general, string named, string ofCall, string sent)
    {
        var options = new ThingsClientOptions { BaseAddress = new Uri("https://api.example.com"), Credential = Credential(general) };
        foreach (string name in named.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Credentials[name] = Credential(name)!;
        }

        string[][]? alternatives = security?.Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(static alternative => alternative.Split('+').Where(static scheme => scheme != "-").ToArray())
            .ToArray();
        var operation = new OperationFacts("x", HttpMethod.Get, "/x", IsIdempotent: true, alternatives, [], [], "*/*");
        CallPlan plan = CallPlan.Create(
            operation, new ApiRequest($"x"), new RequestOptions { Credential = Credential(ofCall) }, options, TestContext.Current.CancellationToken);

        Authorization authorization = await new CredentialRule(options).AuthorizeAsync(plan, plan.Target, CancellationToken.None);

        Assert.Equal(sent, string.Join(',', authorization.Headers.Select(static header => header.Value)));
    }

    private static ApiKeyCredential? Credential(string key) => key.Length == 0 ? null : new ApiKeyCredential("X-" + key, ApiKeyLocation.Header, key);
}
