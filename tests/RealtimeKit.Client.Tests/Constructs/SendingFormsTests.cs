using System.Text;
using System.Text.Json;
using RealtimeKit.Client.Tests.SendingForms;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>
/// A form contains the same values as the JSON of the same record, including the discriminator and null for required properties.
/// </summary>
public sealed class SendingFormsTests : ConstructTest
{
    [Fact]
    public async Task A_record_of_a_hierarchy_sends_its_discriminator_in_a_form()
    {
        using SendingFormsClient client = Client(2);

        await client.SendDogAsync(new() { Bark = true }, cancellationToken: CancellationToken);
        await client.PutDogAsync(new() { Weeks = 5 }, cancellationToken: CancellationToken);

        Assert.Equal([("type", "dog"), ("bark", "true")], Parts(Simulator.Requests[0].Body));
        Assert.Equal("type=puppy&weeks=5", Simulator.Requests[1].Body);
    }

    [Fact]
    public async Task What_extends_a_record_without_a_name_of_its_own_says_what_that_record_says()
    {
        using SendingFormsClient client = Client(2);

        await client.SendShownAsync(new() { Bark = true, Photo = File("p") }, cancellationToken: CancellationToken);
        await client.PutShownAsync(new() { Bark = true, Caption = "c" }, cancellationToken: CancellationToken);

        Assert.Equal([("type", "dog"), ("bark", "true"), ("photo", "p")], Parts(Simulator.Requests[0].Body));
        Assert.Equal("""{"type":"dog","bark":true,"caption":"c"}""", Simulator.Requests[1].Body);
    }

    [Fact]
    public async Task A_case_of_a_union_sends_its_discriminator_in_a_form()
    {
        using SendingFormsClient client = Client(3);

        await client.SendCircleAsync(new() { Radius = 2 }, cancellationToken: CancellationToken);
        await client.SendCreatedAsync(new() { At = "noon" }, cancellationToken: CancellationToken);
        await client.SendCircleAsync(new() { Kind = "oval" }, cancellationToken: CancellationToken);

        Assert.Equal("kind=circle&radius=2", Simulator.Requests[0].Body);
        Assert.Equal([("what", "created"), ("at", "noon")], Parts(Simulator.Requests[1].Body));
        Assert.Equal("kind=oval", Simulator.Requests[2].Body);
    }

    [Fact]
    public async Task A_member_declared_as_the_base_has_all_that_its_record_has()
    {
        using SendingFormsClient client = Client(2);

        await client.SendOwnerAsync(new() { Pet = new Puppy { Weeks = 5, Bark = false } }, cancellationToken: CancellationToken);
        await client.FindOwnersAsync(pet: new Dog { Age = 3, Bark = true }, cancellationToken: CancellationToken);

        Assert.Equal("pet[type]=puppy&pet[bark]=false&pet[weeks]=5", Uri.UnescapeDataString(Simulator.Requests[0].Body));
        Assert.EndsWith("/owners?pet[type]=dog&pet[age]=3&pet[bark]=true", Uri.UnescapeDataString(Simulator.Requests[1].Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_read_alone_has_the_discriminator_of_the_union_in_which_it_is_sent()
    {
        Script(200, "application/json", """{"at":"dawn","more":1}""");
        using SendingFormsClient client = Client(3);

        Created created = await client.GetCreatedAsync(cancellationToken: CancellationToken);
        await client.SendShapesAsync(new() { Event = created }, cancellationToken: CancellationToken);
        await client.FindOwnersAsync(@event: created, cancellationToken: CancellationToken);
        await client.FindOwnersAsync(filter: created, cancellationToken: CancellationToken);

        Assert.Equal("""{"event":{"what":"created","at":"dawn","more":1}}""", Simulator.Requests[1].Body);
        Assert.EndsWith("?what=created&at=dawn&more=1", Uri.UnescapeDataString(Simulator.Requests[2].Path), StringComparison.Ordinal);
        Assert.EndsWith("""?filter={"at":"dawn","more":1}""", Uri.UnescapeDataString(Simulator.Requests[3].Path), StringComparison.Ordinal);
        Assert.Null(created.What);
    }

    [Fact]
    public async Task Null_of_a_required_part_is_the_null_of_JSON_or_empty_text()
    {
        using SendingFormsClient client = Client(2);

        await client.SendNullsAsync(Nulls(), cancellationToken: CancellationToken);
        await client.SendNullsAsync(Nulls() with { Maybe = null, Word = null }, cancellationToken: CancellationToken);

        (string, string)[] sent =
            [("text", ""), ("part", "null"), ("map", "null"), ("any", ""), ("file", "f"), ("files", "g"), ("list", "a"), ("parts", "{}")];
        Assert.Equal(sent, Parts(Simulator.Requests[0].Body));
        Assert.Equal([.. sent, ("maybe", "null"), ("word", "")], Parts(Simulator.Requests[1].Body));
        Assert.Contains("name=\"part\"\r\nContent-Type: application/json\r\n\r\nnull\r\n", Simulator.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_of_a_required_file_or_list_is_refused()
    {
        using SendingFormsClient client = Client(0);

        foreach ((string field, SendingForms.Nulls form) in new[]
        {
            ("file", Nulls() with { File = null }), ("files", Nulls() with { Files = null }), ("list", Nulls() with { List = null }),
                ("parts", Nulls() with { Parts = null }),
        })
        {
            Assert.Equal(
                field, (await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SendNullsAsync(form, cancellationToken: CancellationToken))).ParamName);
        }

        Assert.Equal("list",
            (await Assert.ThrowsAnyAsync<ArgumentException>(
                () => client.PutNullsAsync(Fields() with { List = null }, cancellationToken: CancellationToken))).ParamName);
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task Null_of_a_required_field_is_empty_text_or_the_null_of_JSON()
    {
        using SendingFormsClient client = Client(5);

        await client.PutNullsAsync(Fields(), cancellationToken: CancellationToken);
        await client.PutNullsAsync(Fields() with { Word = null }, cancellationToken: CancellationToken);
        await client.FindNullsAsync(null, cancellationToken: CancellationToken);
        Dictionary<string, JsonElement> named = new() { ["a"] = JsonSerializer.SerializeToElement<string?>(null) };
        await client.SendNamedAsync(named, cancellationToken: CancellationToken);
        await client.PutNamedAsync(named, cancellationToken: CancellationToken);

        Assert.Equal(
            ["text=&number=&note=null&list=a", "text=&number=&note=null&list=a&word="], Simulator.Requests.Take(2).Select(static request => request.Body));
        Assert.EndsWith("/nulls?filter=null", Simulator.Requests[2].Path, StringComparison.Ordinal);
        Assert.Equal("a=", Simulator.Requests[3].Body);
        Assert.Equal([("a", "")], Parts(Simulator.Requests[4].Body));
    }

    [Fact]
    public async Task The_fields_of_a_map_have_the_type_of_its_values()
    {
        SendingFormsClient client = Client(responses: 3);

        await client.SendTypedAsync(new Dictionary<string, string?> { ["a b"] = "x&y", ["n"] = null }, cancellationToken: CancellationToken);
        await client.PutTypedAsync(new Dictionary<string, DateOnly> { ["day"] = new(2024, 2, 29) }, cancellationToken: CancellationToken);
        await client.PutTypedAsync(cancellationToken: CancellationToken);

        Assert.Equal("a%20b=x%26y&n=", Simulator.Requests[0].Body);
        Assert.Equal([("day", "2024-02-29")], Parts(Simulator.Requests[1].Body));
        Assert.Equal("", Simulator.Requests[2].Body);
    }

    private static SendingForms.Nulls Nulls() => new()
    {
        Text = null,
        Part = null,
        Map = null,
        Any = null,
        File = File("f"),
        Files = [File("g")],
        List = ["a"],
        Parts = [new Created { What = null }],
    };

    private static Fields Fields() => new() { Text = null, Number = null, Note = null, List = ["a"] };

    private static FileContent File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), text + ".bin");

    private SendingFormsClient Client(int responses)
    {
        for (int i = 0; i < responses; i++)
        {
            Script(204, "", "");
        }

        return new SendingFormsClient(new() { BaseAddress = Simulator.BaseAddress });
    }
}
