using System.Text.Json;
using RealtimeKit.Client.Tests.Forms;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>
/// Without a style, the type of a field decides how it is sent: an object as JSON, each item of a list by itself, and anything else as text.
/// </summary>
public sealed class FormContentTests : ConstructTest
{
    public static TheoryData<Pet, string, string> Pets => new()
    {
        { new() { Id = 1, Category = new() { Id = 7, Name = "a b" } }, """id=1&category={"id":7,"name":"a b"}""", "json" },
        { new() { Tags = [new() { Id = 1 }, new() { Name = "n" }] }, """tags={"id":1}&tags={"name":"n"}""", "json" },
        { new() { Map = new Dictionary<string, int> { ["a"] = 1 } }, """map={"a":1}""", "json" },
        { new() { Either = "auto" }, "either=auto", "text" },
        { new() { Either = 5 }, "either=5", "text" },
        { new() { Either = new Category { Id = 7 } }, """either={"id":7}""", "json" },
        { new() { Either = new[] { "x", "y" } }, "either=x&either=y", "text" },
        { new() { Eithers = ["x", "y"] }, "eithers=x&eithers=y", "text" },
        { new() { Eithers = [new Category { Id = 7 }, new Category()] }, """eithers={"id":7}&eithers={}""", "json" },
        { new() { Eithers = [new[] { "x", "y" }] }, """eithers=["x","y"]""", "json" },
        { new() { When = new DateOnly(2024, 2, 29) }, "when=2024-02-29", "text" },
        { new() { Pair = new() { Item1 = "p", Item2 = 5 } }, "pair=p&pair=5", "text" },
    };

    [Theory]
    [MemberData(nameof(Pets))]
    public async Task The_type_of_a_field_decides_how_it_is_sent(Pet pet, string pairs, string kind)
    {
        using FormsClient client = Client(2);

        await client.SendPetAsync(pet, cancellationToken: CancellationToken);
        await client.PutPetAsync(pet, cancellationToken: CancellationToken);

        Assert.Equal(pairs, Uri.UnescapeDataString(Simulator.Requests[0].Body));
        Assert.Equal(pairs, string.Join('&', Parts(Simulator.Requests[1].Body).Select(static part => $"{part.Name}={part.Text}")));
        Assert.Contains(kind == "json" ? "Content-Type: application/json" : "Content-Type: text/plain", Simulator.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fields_of_a_query_are_sent_like_those_of_a_body()
    {
        using FormsClient client = Client(1);

        await client.FindPetAsync(
            new() { Category = new() { Id = 7 }, Tags = [new() { Id = 1 }, new()], Either = new Category { Id = 8 } }, cancellationToken: CancellationToken);

        Assert.EndsWith(
            """/pet?category={"id":7}&tags={"id":1}&tags={}&either={"id":8}""", Uri.UnescapeDataString(Simulator.Requests[0].Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_divides_an_object_and_a_media_type_does_not()
    {
        using FormsClient client = Client(1);

        await client.StyledPetAsync(
            new() { Category = new() { Id = 7, Name = "n" }, Map = new Dictionary<string, int> { ["a"] = 1 }, Either = "x" }, cancellationToken: CancellationToken);

        Assert.Equal("id=7&name=n&map[a]=1&either=x", Uri.UnescapeDataString(Simulator.Requests[0].Body));
    }

    [Fact]
    public async Task A_form_that_is_left_out_is_no_body()
    {
        using FormsClient client = Client(4);

        await client.SendPetAsync(null, cancellationToken: CancellationToken);
        await client.PutPetAsync(null, cancellationToken: CancellationToken);
        await client.SendMapAsync(null, cancellationToken: CancellationToken);
        await client.PutMapAsync(null, cancellationToken: CancellationToken);

        Assert.All(Simulator.Requests, static request => Assert.Equal(("", null), (request.Body, request.Header("Content-Type"))));
    }

    [Fact]
    public async Task Raw_JSON_in_a_part_is_labelled_as_what_it_is()
    {
        using FormsClient client = Client(1);

        await client.PutMapAsync(
            new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(new { b = 1 }), ["t"] = JsonSerializer.SerializeToElement("x") },
            cancellationToken: CancellationToken);

        Assert.Contains("name=\"a\"\r\nContent-Type: application/json\r\n\r\n{\"b\":1}\r\n", Simulator.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("name=\"t\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx\r\n", Simulator.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_without_a_type_is_a_file_or_a_text_of_the_caller()
    {
        using FormsClient client = Client(1);

        await client.UploadAsync(
            new() { Definition = FileContent.FromText("openapi: 3.1.0"), Settings = JsonSerializer.SerializeToElement("s") }, cancellationToken: CancellationToken);

        Assert.Equal([("definition", "openapi: 3.1.0"), ("settings", "\"s\"")], Parts(Simulator.Requests[0].Body));
    }

    [Fact]
    public async Task A_secret_without_a_type_is_hidden()
    {
        using FormsClient client = Client(1);
        JsonElement secret = JsonSerializer.SerializeToElement("s3cret");
        UploadMultipart form = new() { Definition = FileContent.FromText("d"), Password = secret, Sent = secret, Code = secret };

        await client.UploadAsync(form, cancellationToken: CancellationToken);

        Assert.Equal(
            [("definition", "d"), ("password", "s3cret"), ("sent", "s3cret"), ("code", "s3cret")],
            Parts(Simulator.Requests[0].Body));
        Assert.DoesNotContain("s3cret", form.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_without_a_type_is_hidden_in_a_URL_encoded_form_too()
    {
        using FormsClient client = Client(1);
        JsonElement secret = JsonSerializer.SerializeToElement("s3cret");
        SignForm form = new() { Sent = secret, Code = secret, Codes = [secret], Shown = JsonSerializer.SerializeToElement("seen") };

        await client.SignAsync(form, cancellationToken: CancellationToken);

        Assert.Equal("sent=s3cret&code=s3cret&codes=s3cret&shown=seen", Simulator.Requests[0].Body);
        Assert.DoesNotContain("s3cret", form.ToString(), StringComparison.Ordinal);
        Assert.Contains("seen", form.ToString(), StringComparison.Ordinal);
    }

    private FormsClient Client(int responses)
    {
        for (int i = 0; i < responses; i++)
        {
            Script(204, "", "");
        }

        return new FormsClient(new() { BaseAddress = Simulator.BaseAddress });
    }
}
