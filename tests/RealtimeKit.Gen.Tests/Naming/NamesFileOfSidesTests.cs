using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The lines for the methods of requests do not count for those of responses, and the reverse.</summary>
public class NamesFileOfSidesTests
{
    private const string Json = "application/json: { schema: { type: object, properties: { a: { type: string } } } }";
    private const string Result = "application/json: { schema: { type: object, properties: { r: { type: boolean } } } }";
    private const string Form = "application/x-www-form-urlencoded: { schema: { type: object, properties: { b: { type: string } } } }";
    private const string Multipart = "multipart/form-data: { schema: { type: object, properties: { e: { type: string } } } }";
    private const string Text = "text/plain: { schema: { type: string } }";
    private const string Bytes = "application/octet-stream: { schema: { type: string, format: binary } }";
    private const string Vendor = "application/vnd.acme.v2+json: { schema: { type: object, properties: { c: { type: string } } } }";
    private const string Other = "application/vnd.acme.v2+json: { schema: { type: object, properties: { d: { type: string } } } }";

    [Theory]
    [InlineData(Form, Result, Json + ", " + Form, Result, "Task<_api::CreateResponse> CreateAsync(_api::CreateForm ", "CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Multipart, Result, Json + ", " + Multipart, Result, "CreateAsync(_api::CreateMultipart ", "CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Bytes, Text + ", " + Result, Json + ", " + Bytes, Text + ", " + Result, "CreateAsTextAsync(_system::IO.Stream ", "CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Json, Text, Json, Text + ", " + Result, "Task<string> CreateAsync(_api::CreateRequest ", "Task<_api::CreateResponse> CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Json, Bytes, Json, Bytes + ", " + Result, "Stream> CreateAsync(_api::CreateRequest ", "Task<_api::CreateResponse> CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Form, Text, Json + ", " + Form, Text, "Task<string> CreateAsync(_api::CreateForm ", "Task<string> CreateAsJsonAsync(_api::CreateRequest ")]
    [InlineData(Json, Text + ", " + Result, Json + ", " + Text, Text + ", " + Result, "Task<string> CreateAsTextAsync(_api::CreateRequest ", "CreateOperationAsTextAsync(string ")]
    [InlineData(Json, Bytes + ", " + Result, Json + ", " + Bytes, Bytes + ", " + Result, "Stream> CreateAsStreamAsync(_api::CreateRequest ", "Response> CreateOperationAsStreamAsync(")]
    [InlineData(Json, Result + ", " + Other, Json + ", " + Vendor, Result + ", " + Other, "> CreateAsAcmeV2JsonAsync(_api::CreateRequest ", "Response> CreateOperationAsAcmeV2JsonAsync(")]
    [InlineData(Json + ", " + Text, Result, Json + ", " + Text, Text + ", " + Result, "Task<_api::CreateResponse> CreateAsTextAsync(string ", "Task<string> CreateOperationAsTextAsync(_api::CreateRequest ")]
    [InlineData(Form, Text, Json + ", " + Form, Text + ", " + Result, "Task<string> CreateAsync(_api::CreateForm ", "Task<_api::CreateResponse> CreateAsJsonOperationAsJsonAsync(_api::CreateRequest ")]
    public void A_new_media_type_of_one_side_does_not_take_the_methods_of_the_other(
        string body, string response, string laterBody, string laterResponse, string kept, string added)
    {
        string names = NamedRun.Write(OneOperation.Of(body, response));
        string later = OneOperation.Of(laterBody, laterResponse);
        Assert.Contains(kept, NamedRun.Of(OneOperation.Of(body, response), names).AllText, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains(kept, run.AllText, StringComparison.Ordinal);
        Assert.Contains(added, run.AllText, StringComparison.Ordinal);
        string written = NamedRun.Write(later, names);
        Assert.Equal(run.Sources, NamedRun.Of(later, written).Sources);
        Assert.Equal(written, NamedRun.Write(later, written));
        NamedRun.Of(later, written).AssertNoDiagnostics();
    }

    /// <summary>The lines of earlier versions of the generator do not say the side.</summary>
    [Theory]
    [InlineData(Json + ", " + Text, Result, "AsText", "CreateAsPlainAsync(string ")]
    [InlineData(Json, Result + ", " + Text, "AsText", "Task<string> CreateAsPlainAsync(_api::CreateRequest ")]
    [InlineData(Json, Result + ", " + Other, "AsAcmeV2Json", "> CreateAsPlainAsync(_api::CreateRequest ")]
    [InlineData(Json, "application/x-ndjson: { schema: { type: string } }", "Streaming", "CreateAsPlainAsync(_api::CreateRequest ")]
    public void A_line_without_a_side_keeps_its_name_and_gets_the_side(string body, string response, string suffix, string method)
    {
        string document = OneOperation.Of(body, response);
        string names = NamedRun.Write(document)
            .Replace($"suffix POST /a request/{suffix} = {suffix}\n", $"suffix POST /a {suffix} = AsPlain\n", StringComparison.Ordinal)
            .Replace($"suffix POST /a response/{suffix} = {suffix}\n", $"suffix POST /a {suffix} = AsPlain\n", StringComparison.Ordinal);
        Assert.Contains($"\nsuffix POST /a {suffix} = AsPlain\n", names, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(document, names);

        Assert.Contains(method, run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0064" or "RTK0065" or "RTK0066");
        string written = NamedRun.Write(document, names);
        Assert.Contains($"/{suffix} = AsPlain\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain($"suffix POST /a {suffix} ", written, StringComparison.Ordinal);
        Assert.Equal(run.Sources, NamedRun.Of(document, written).Sources);
        NamedRun.Of(document, written).AssertNoDiagnostics();
    }

    /// <summary>An earlier version named the method of the request first.</summary>
    [Fact]
    public void A_line_without_a_side_counts_for_the_request_if_both_sides_have_the_method()
    {
        string document = OneOperation.Of(Json + ", " + Text, Result + ", " + Text);
        string written = NamedRun.Write(document);
        string names = string.Join("\n", written.Split('\n').Where(static line => !line.StartsWith("suffix ", StringComparison.Ordinal)))
            + "suffix POST /a AsText = AsText\n";

        GeneratorRun run = NamedRun.Of(document, names);

        Assert.Contains("Task<_api::CreateResponse> CreateAsTextAsync(string ", run.AllText, StringComparison.Ordinal);
        Assert.Contains("Task<string> CreateOperationAsTextAsync(_api::CreateRequest ", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0064" or "RTK0065" or "RTK0066");
        Assert.Equal(written, NamedRun.Write(document, names));
    }
}
