using System.Reflection;
using System.Text;
using System.Text.Json;
using RealtimeKit.Client.Tests.Vaults;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Secrets that are not plain text. The text of a record, an exception or a link contains none of them.</summary>
public sealed class SecretTests : ConstructTest
{
    private const string Body = """
        {"plain":"seen","uid":"11111111-aaaa-4aaa-8aaa-000000000001","password":"11111111-aaaa-4aaa-8aaa-000000000002",
        "secret":{"deep":["hush-03",7770004]},"apiKey":"hush-05","accessToken":7770006,"refreshToken":"hush-07","idToken":"hush-08","privateKey":"aHVzaC0wOQ==",
        "streamKey":"hush-10","sharedSecret":"https://x/hush-11","authToken":{"value":"hush-12","turn":7770013},"passwd":7770014,"clientSecret":["hush-15"],
        "webhookSecret":"2031-12-16T00:00:00Z","sessionToken":"hush-17","signingSecret":7770018,"pin":7770019,"pins":[7770020],"obj":{"a":"hush-21"},"given":"2031-12-22",
        "either":"11111111-aaaa-4aaa-8aaa-000000000023","any":"hush-24","pair":["shown",7770025],"key":{"id":"hush-26","salt":7770027,"at":"2031-12-28T00:00:00Z"},
        "door":{"kind":"gate","pin":7770029,"secret":7770030,"height":2.5,"colour":"red"},"hasPassword":true,"apiSecret":"no secret",
        "contact":"hush-31","colour":"hush-32","level":7770034,
        "alias":"hush-35","aliases":["hush-36"],"turns":{"a":{"turn":7770037}}}
        """;

    /// <summary>The secrets as the server writes them, and as .NET formats them.</summary>
    private static readonly string[] _hidden =
    [
        "11111111", "hush", "aHVza", "777000", "777001", "777002", "777003", "2031",
    ];

    [Fact]
    public async Task A_record_and_all_it_holds_show_no_secret_and_everything_else()
    {
        Script(200, "application/json", Body);
        using VaultClient client = Client();

        Vault vault = await client.StoreAsync(1, cancellationToken: CancellationToken);

        HashSet<string> texts = [];
        Show(vault, texts);
        Assert.All(texts, static text => Assert.DoesNotContain(_hidden, secret => text.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains("Plain = seen", vault.ToString(), StringComparison.Ordinal);
        Assert.Contains("Uid = ***", vault.ToString(), StringComparison.Ordinal);
        Assert.Contains("HasPassword = True", vault.ToString(), StringComparison.Ordinal);
        Assert.Contains("ApiSecret = no secret", vault.ToString(), StringComparison.Ordinal);
        Assert.Equal("Gate { Kind = gate, Pin = ***, Colour = red, Secret = ***, Height = 2.5 }",
            vault.Door!.ToString()!.Replace("AdditionalProperties = , ", "", StringComparison.Ordinal));
        Assert.StartsWith("Vault { Plain = , Free = , ", new Vault().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("***", new Vault().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_is_sent_unchanged_and_no_echo_of_it_is_shown()
    {
        Script(200, "application/json", Body);
        using VaultClient client = Client();
        Vault vault = await client.StoreAsync(1, cancellationToken: CancellationToken);
        string all = string.Join(" ", Words(JsonDocument.Parse(Body).RootElement).Where(static word => _hidden.Any(word.Contains)));
        Script(422, "application/json", JsonSerializer.Serialize(new { message = "not so: " + all, detail = all }));

        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.StoreAsync(1, vault, cancellationToken: CancellationToken));

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Body).RootElement, JsonDocument.Parse(Simulator.Requests[^1].Body).RootElement));
        Assert.Contains("not so: ", exception.Message, StringComparison.Ordinal);
        AssertHidden(exception);
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_reported_without_its_secrets()
    {
        Script(200, "application/json", Body.Replace("\"hasPassword\":true", "\"hasPassword\":\"perhaps\"", StringComparison.Ordinal));
        using VaultClient client = Client();

        var exception = await Assert.ThrowsAsync<ApiContentException>(() => client.StoreAsync(1, cancellationToken: CancellationToken));

        Assert.Equal("$.hasPassword", exception.JsonPath);
        Assert.Contains("\"pin\":***", exception.BodySnippet, StringComparison.Ordinal);
        Assert.DoesNotContain(_hidden, secret => (exception + exception.BodySnippet).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parameter_is_hidden_at_every_position()
    {
        Guid key = new("11111111-aaaa-4aaa-8aaa-000000000001");
        var credentials = new Credentials { Passwd = 7770002, Password = "hush-03", ApiKey = new("11111111-aaaa-4aaa-8aaa-000000000004"), User = "somebody" };
        using VaultClient client = Client();
        JsonElement raw = JsonDocument.Parse("[7770006]").RootElement;
        const string Echo =
            "7770000 11111111-aaaa-4aaa-8aaa-000000000001 hush-05 7770001 [7770006] 7770002 hush-03 11111111-aaaa-4aaa-8aaa-000000000004 7770007";
        Script(400, "text/plain", Echo);
        Script(400, "text/plain", Echo);
        Script(400, "text/plain", "7770002 hush-03 11111111-aaaa-4aaa-8aaa-000000000004");
        Script(400, "text/plain", "7770002 hush-03 11111111-aaaa-4aaa-8aaa-000000000004");

        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => client.StoreAsync(7770000, null, key, "hush-05", [7770001], raw, credentials, null, 7770007, cancellationToken: CancellationToken)));
        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => client.StoreAsync(7770000, null, key, "hush-05", [7770001], raw, null, credentials, 7770007, cancellationToken: CancellationToken)));
        var form = new CredentialsForm { Passwd = credentials.Passwd, Password = credentials.Password, ApiKey = credentials.ApiKey, User = "somebody" };
        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.FillAsync(form, cancellationToken: CancellationToken)));
        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.FillAsMultipartAsync(form, cancellationToken: CancellationToken)));
        Assert.DoesNotContain(
            _hidden, secret => credentials.ToString().Contains(secret, StringComparison.Ordinal) || form.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_text_is_hidden()
    {
        using VaultClient client = Client();
        Script(200, "text/plain", "hush-41");
        Script(400, "text/plain", "hush-42 is wrong");

        SensitiveString answer = await client.NoteAsync("hush-42", cancellationToken: CancellationToken);

        Assert.Equal("hush-42", Simulator.Requests[^1].Body);
        Assert.Equal("hush-41", answer.Reveal());
        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.NoteAsync("hush-42", cancellationToken: CancellationToken)));
    }

    [Theory]
    [InlineData(422, "text/plain", "hush-46")]
    [InlineData(501, "application/json", "\"hush-46\"")]
    public async Task An_error_that_is_a_secret_is_only_in_the_body(int status, string mediaType, string body)
    {
        using VaultClient client = Client();
        Script(status, mediaType, body);

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.RefuseAsync(cancellationToken: CancellationToken));

        AssertHidden(error);
        Assert.Empty(error.Errors);
        Assert.Equal("hush-46", Assert.IsType<SensitiveString>(error.Body).Reveal());
    }

    [Theory]
    [InlineData("""{"code":"c1","message":"hush-51"}""", "c1")]
    [InlineData("""{"code":"c1","MESSAGE":"no!","detail":"hush-52"}""", "c1")]
    [InlineData("""{"code":"c1","errors":[{"msg":"hush-53","field":"f","code":"c2"}]}""", "c2")]
    [InlineData("""{"reasons":["hush-54"]}""", "")]
    [InlineData("""{"error":{"code":"c1","message":"hush-55"}}""", "c1")]
    [InlineData("""{"error":{"code":"c1","message":{"message":"hush-56","number":77}}}""", "c1")]
    [InlineData("""{"code":"c1","message":"hush-57""", "")]
    public async Task A_secret_member_of_an_error_is_only_in_the_body_even_if_its_name_describes_errors(string body, string shown)
    {
        using VaultClient client = Client();
        Script(422, "application/json", body);

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.ComplainAsync(cancellationToken: CancellationToken));

        AssertHidden(error);
        Assert.DoesNotContain("no!", error.Message + error.BodySnippet, StringComparison.Ordinal);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Errors, static one => one.ToString().Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_the_document_does_not_make_a_secret_is_shown()
    {
        using VaultClient client = Client();
        Script(422, "application/json", """{"code":"c1","text":"why","title":"what"}""");
        Script(500, "application/json", """{"message":"hush-58"}""");

        ApiStatusException error = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.ComplainAsync(cancellationToken: CancellationToken));
        ApiStatusException hidden = await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.ComplainAsync(cancellationToken: CancellationToken));

        Assert.Contains("what", error.Message, StringComparison.Ordinal);
        AssertHidden(hidden);
    }

    [Fact]
    public async Task A_secret_member_of_a_result_is_not_in_the_beginning_of_a_body_that_cannot_be_read()
    {
        using VaultClient client = Client();
        Script(200, "application/json", """{"title":"seen","message":"hush-59","count":"many"}""");

        ApiContentException exception = await Assert.ThrowsAsync<ApiContentException>(() => client.ComplainAsync(cancellationToken: CancellationToken));

        Assert.Equal("""{"title":"seen","message":"***","count":"***"}""", exception.BodySnippet);
        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_generator_has_all_names_whose_values_the_runtime_shows()
    {
        Type redactor = typeof(ApiTransport).Assembly.GetType("RealtimeKit.Runtime.Redaction.Redactor", throwOnError: true)!;
        var shown = (IEnumerable<string>)redactor.GetField("_harmless", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var body = shown.Append("count").ToDictionary(static name => name, static _ => "hush");
        using VaultClient client = Client();
        Script(200, "application/json", JsonSerializer.Serialize(body));

        ApiContentException exception = await Assert.ThrowsAsync<ApiContentException>(() => client.ListNotesAsync(cancellationToken: CancellationToken));

        Assert.Equal(body.Count, exception.BodySnippet.Split(":\"***\"").Length - 1);
    }

    [Fact]
    public async Task Events_of_text_are_hidden()
    {
        using VaultClient client = Client();
        Script(200, "text/event-stream", "data: hush-43\n\n");

        List<SensitiveString> events = await client.ListenStreamingAsync(cancellationToken: CancellationToken).ToListAsync(CancellationToken);

        Assert.Equal("hush-43", Assert.Single(events).Reveal());
    }

    [Theory]
    [InlineData("{\"a\":[\"hush-44\"],\"b\":7770005}")]
    [InlineData("[[\"hush-44\",7770005]]")]
    public async Task The_values_within_a_parameter_are_hidden(string json)
    {
        using VaultClient client = Client();
        Script(400, "text/plain", "'hush-44' 7770005");
        Script(400, "text/plain", "'hush-45' 7770006");
        JsonElement raw = JsonDocument.Parse(json).RootElement;
        Pair pair = new() { Item1 = "hush-45", Item2 = 7770006 };

        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.ProbeAsync(raw: raw, cancellationToken: CancellationToken)));
        AssertHidden(await Assert.ThrowsAnyAsync<ApiStatusException>(() => client.ProbeAsync(pair: pair, cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task A_link_shows_no_secret()
    {
        Script(200, "application/json", Body);
        using VaultClient client = Client();

        Vault vault = await client.StoreAsync(1, cancellationToken: CancellationToken);

        Assert.Equal("StoreAgain { AccessToken = ***, ApiKey = *** }", VaultLinks.StoreAgain.From(vault).ToString());
    }

    [Fact]
    public async Task An_argument_that_is_refused_is_not_shown()
    {
        using VaultClient client = Client();
        JsonElement half = JsonDocument.Parse("\"hush\\ud800\"").RootElement;

        Assert.DoesNotContain("hush",
            (await Assert.ThrowsAsync<ArgumentException>(() => client.StoreAsync(1, accessToken: "hush\ud800", cancellationToken: CancellationToken)))
                .ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", (await Assert.ThrowsAsync<ArgumentException>(() => client.StoreAsync(1, raw: half, cancellationToken: CancellationToken)))
            .ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush",
            (await Assert.ThrowsAsync<ArgumentException>(() => client.StoreAsync(1, new Vault { Secret = half }, cancellationToken: CancellationToken)))
                .ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush",
            (await Assert.ThrowsAsync<ArgumentException>(() =>
                client.StoreAsync(1, new Vault { ClientSecret = ["hush\ud800"] }, cancellationToken: CancellationToken))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_shows_itself_whatever_raw_json_it_holds()
    {
        var document = JsonDocument.Parse("1");
        JsonElement disposed = document.RootElement;
        document.Dispose();

        Assert.Contains("Free = (unreadable)", new Vault { Free = disposed }.ToString(), StringComparison.Ordinal);
        Assert.Contains("Free = (unreadable)", new Vault { Free = JsonDocument.Parse("\"\\ud800\"").RootElement }.ToString(), StringComparison.Ordinal);
        Assert.Contains("Free = text", new Vault { Free = JsonDocument.Parse("\"text\"").RootElement }.ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// Collects the text of a value and of the emitted values in its properties: everything that a caller could log by accident.
    /// </summary>
    private static void Show(object value, HashSet<string> texts)
    {
        texts.Add(value.ToString()!);
        foreach (PropertyInfo property in value.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0))
        {
            if (property.GetValue(value) is { } inner && inner.GetType().Namespace == typeof(Vault).Namespace && !inner.GetType().IsEnum)
            {
                Show(inner, texts);
            }
        }
    }

    private static IEnumerable<string> Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => Words(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Words),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    private static void AssertHidden(ApiStatusException exception)
    {
        string[] sinks = [exception.ToString(), exception.Message, exception.BodySnippet ?? "", .. exception.Errors.Select(static error => error.ToString()!)];
        Assert.DoesNotContain(_hidden, secret => sinks.Any(sink => sink.Contains(secret, StringComparison.Ordinal)));
    }

    private VaultClient Client() => new(new VaultClientOptions { BaseAddress = Simulator.BaseAddress, Retry = new RetryOptions { MaxRetries = 0 } });
}
