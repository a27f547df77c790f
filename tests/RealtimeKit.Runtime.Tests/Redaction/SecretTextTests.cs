using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Redaction;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Redaction;

/// <summary>A secret that a server echoes is hidden in every spelling and at every place.</summary>
public sealed class SecretTextTests
{
    private const string Core = "qZ7";

    [Theory]
    [InlineData(" ", "")]
    [InlineData(":", "")]
    [InlineData("-", "")]
    [InlineData(", ", "0x")]
    [InlineData(",", "0X")]
    [InlineData("\n", "")]
    public void A_secret_is_hidden_in_a_dump_of_its_bytes(string separator, string prefix)
    {
        foreach (string secret in Secrets(60).Where(static secret => Encoding.UTF8.GetByteCount(secret) >= 8))
        {
            foreach (string format in (string[])["x2", "X2"])
            {
                foreach (string around in (string[])["", "Bearer "])
                {
                    string dump = Spellings.Bytes(around + secret + around, separator + prefix, format)[separator.Length..];
                    string hidden = SecretText.Hide($"value: {dump} after", [secret]);
                    string bytes = Spellings.Bytes(secret, separator + prefix, format)[(separator.Length + prefix.Length)..];
                    Assert.True(hidden.Contains("***", StringComparison.Ordinal) && !hidden.Contains(bytes, StringComparison.Ordinal), $"{secret}: {hidden}");
                }
            }
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r\n\t ")]
    [InlineData("\\\n")]
    [InlineData("\\\r\n  ")]
    [InlineData("=\r\n")]
    [InlineData(" \t\n")]
    [InlineData("\\\n  \\\n")]
    public void A_secret_is_hidden_across_lines(string lineBreak)
    {
        foreach (string secret in Secrets(20).Where(static secret => Encoding.UTF8.GetByteCount(secret) >= 8))
        {
            // Blanks beside a line break are taken for indentation.
            foreach (int place in Enumerable.Range(1, secret.Length - 1).Where(place => secret[place] != ' ' && secret[place - 1] != ' '))
            {
                string wrapped = secret.Insert(place, lineBreak);
                foreach (string spelled in (string[])[wrapped, JsonEncodedText.Encode(wrapped).ToString()])
                {
                    // Several backslashes may look like an escape that is cut. Then the rest is hidden, too.
                    string hidden = SecretText.Hide($"before {spelled} after\n", [secret]);
                    Assert.True(hidden is "before *** after\n" or "before ***\n", $"'{secret}' in '{spelled}' became '{hidden}'");
                }
            }
        }
    }

    [Fact]
    public void A_secret_is_hidden_in_base64_with_lines()
    {
        foreach (string secret in Secrets(60).Where(static secret => Encoding.UTF8.GetByteCount(secret) >= 8))
        {
            for (int before = 57 - 12; before < 57; before++)
            {
                string text = new('x', before);
                string lines = Convert.ToBase64String(Encoding.UTF8.GetBytes(text + secret), Base64FormattingOptions.InsertLineBreaks);
                string hidden = SecretText.Hide(lines, [secret]);
                Assert.True(hidden.Contains("***", StringComparison.Ordinal) && hidden.Length <= before * 4 / 3 + 12, $"'{secret}' in '{lines}' became '{hidden}'");
            }
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("\n    ")]
    [InlineData("\r")]
    [InlineData("<br>")]
    [InlineData("%0D%0A")]
    public void The_lines_of_a_secret_are_hidden_however_they_are_separated(string separator)
    {
        string[] lines = Enumerable.Range(1, 5)
            .Select(static line => string.Concat(Enumerable.Range(0, 24).Select(i => (char)('a' + (i * line % 26)))) + line)
            .ToArray();
        foreach (string lineBreak in (string[])["\n", "\r\n"])
        {
            string secret = string.Join(lineBreak, lines) + lineBreak;
            foreach (string repeated in (string[])[string.Join(separator, lines), string.Join(separator, lines[..2]), lines[3]])
            {
                string hidden = SecretText.Hide($"before {repeated} after {repeated}", [secret]);
                Assert.True(hidden.StartsWith("before ***", StringComparison.Ordinal)
                    && !Array.Exists(lines, line => hidden.Contains(line[..12], StringComparison.Ordinal)), hidden);
            }
        }
    }

    [Fact]
    public void Only_the_first_lines_of_a_long_secret_are_searched_for()
    {
        string[] lines = [.. Enumerable.Range(100_000, 5_000).Select(static number => $"{number} is the line")];

        Assert.Equal(101, WrappedText.WithLines([string.Join('\n', lines)]).Count);
        Assert.Equal("*** and 104999 is the line", SecretText.Hide("100007 is the line and 104999 is the line", [string.Join('\n', lines)]));
    }

    [Fact]
    public void Short_lines_of_a_secret_are_not_hidden_alone()
    {
        Assert.Equal("the end is *** and the key is end", SecretText.Hide("the end is end\nof-the-secret and the key is end", ["end\nof-the-secret"]));
    }

    [Fact]
    public void Text_without_secrets_is_unchanged_whatever_escapes_it_has()
    {
        Random random = Proof.Random(23);
        string[] pieces = [@"\", "%", "&", "#", "x", "u", "{", "}", ";", "7", "3", "a", "f", " ", ":", "0x", "=", "\n", "\r\n", "&amp;", @"\u0073", "%73", "é", "\ud83d", "…", "+"];
        for (int i = 0; i < Proof.Count(20_000, 500_000); i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.Equal(text, SecretText.Hide(text, ["wxyzwxyz", "secret-value"]));
        }
    }

    [Fact]
    public void A_secret_is_hidden_in_every_spelling()
    {
        int found = 0;
        foreach (string secret in Secrets(Proof.Count(700, 7_000)))
        {
            foreach ((string name, Func<string, string> spell) in Spellings.All)
            {
                string hidden = SecretText.Hide($"before {spell(secret)} after", [secret]);
                Assert.True(hidden == "before *** after", $"{name}: '{secret}' in '{spell(secret)}' became '{hidden}'");
                found++;
            }
        }

        Proof.Report($"{found} echoes of secrets in {Spellings.All.Length} spellings, 0 shown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("Be")]
    [InlineData("Bearer ")]
    [InlineData("{\"token\":\"")]
    public void A_secret_is_hidden_in_base64_and_hexadecimal_whatever_precedes_it(string before)
    {
        foreach (string secret in Secrets(60).Where(static secret => Encoding.UTF8.GetByteCount(secret) >= 8))
        {
            foreach (string after in new[] { "", "1", "12", "\"}" })
            {
                byte[] bytes = Encoding.UTF8.GetBytes(before + secret + after);
                string base64 = Convert.ToBase64String(bytes);
                string ofUrl = base64.Replace('+', '-').Replace('/', '_').TrimEnd('=');
                string hex = Convert.ToHexString(bytes);
                string ofJson = base64.Replace("/", "\\/", StringComparison.Ordinal);
                foreach (string spelled in new[] { base64, ofUrl, Uri.EscapeDataString(base64), ofJson, hex, hex.ToLowerInvariant() })
                {
                    string hidden = SecretText.Hide($"before {spelled} after", [secret]);
                    Assert.True(hidden.Contains("***", StringComparison.Ordinal), $"'{secret}' in '{spelled}'");

                    // Apart from the surrounding text, only parts of the first and the last character remain.
                    int left = hidden.Length - "before *** after".Length;
                    int surrounding = spelled.Length - (2 * Encoding.UTF8.GetByteCount(secret));
                    bool isHex = spelled == hex || spelled == hex.ToLowerInvariant();
                    Assert.True(isHex ? left == surrounding : left <= (4 * (before.Length + after.Length + 2) / 3) + 12, hidden);
                }
            }
        }
    }

    [Theory]
    [InlineData("abcdefgh abcdef", "***", "abcdef", "abcdefgh abcdef")]
    [InlineData("x abcdefghij y", "x *** y", "abcdef", "abcdefghij")]
    [InlineData("x abcdefghij y", "x *** y", "abcdefgh", "efghij")]
    [InlineData("x abcd", "x ***", "abcdefgh")]
    [InlineData("x abcdef…", "x ***", "abcdefgh")]
    [InlineData("x abcde%4", "x ***", "abcdeIJK")]
    [InlineData("x abc", "x abc", "abcdefgh")]
    [InlineData("abc abc", "abc abc", "abc")]
    [InlineData("x abcdefgh y", "x *** y", "abcdefgh12345678")]
    [InlineData("x abcdefgh1y", "x ***y", "abcdefgh12345678")]
    [InlineData("x abcdefg y", "x abcdefg y", "abcdefgh12345678")]
    [InlineData("https://a.example/docs", "https://a.example/docs", "https://a.example/key/0123456789012345678901234567890")]
    [InlineData("100% of abcd%", "100% of ***", "abcd%")]
    [InlineData(@"a\\b\ c\d", @"a\\b\ c\d", "wxyz")]
    public void Secrets_that_overlap_or_are_cut_are_hidden_whole(string text, string expected, params string[] secrets)
        => Assert.Equal(expected, SecretText.Hide(text, secrets));

    [Fact]
    public void A_snippet_s_edge_leaves_no_piece_of_a_secret()
    {
        foreach (string secret in Secrets(Proof.Count(10, 40)))
        {
            foreach ((string name, Func<string, string> spell) in Spellings.All)
            {
                string echo = spell(secret);

                // The escapes are at most 12 characters long, so that steps of 7 cut them everywhere.
                int step = echo.Length > 60 ? 7 : 1;
                for (int before = Redactor.SnippetBytes - Encoding.UTF8.GetByteCount(echo) - 1; before <= Redactor.SnippetBytes; before += step)
                {
                    string snippet =
                        Redactor.Snippet(Encoding.UTF8.GetBytes(new string(' ', Math.Max(0, before)) + echo + " and more, far beyond the edge"), [secret]);
                    Assert.True(!snippet.Contains(Core, StringComparison.Ordinal), $"{name}: '{secret}' at {before}: '{snippet.Trim()}'");
                }
            }
        }
    }

    [Fact]
    public async Task No_sink_shows_a_secret_that_the_server_echoes()
    {
        int echoes = 0;
        Random random = Proof.Random();
        foreach (string secret in Secrets(Proof.Count(40, 700)))
        {
            foreach ((string name, Func<string, string> spell) in Spellings.All)
            {
                string echo = spell(secret);
                foreach ((string sink, Func<HttpResponseMessage> respond) in Responses(echo, random))
                {
                    string shown = await ShownAsync(secret, respond);
                    Assert.True(!shown.Contains(Core, StringComparison.Ordinal)
                        && !shown.Contains(echo, StringComparison.Ordinal), $"{sink}, {name}: '{echo}' in {shown}");
                    echoes++;
                }
            }
        }

        Proof.Report($"{echoes} echoes in {Spellings.All.Length} spellings and {Responses("x", random).Count()} sinks, 0 shown");
    }

    [Fact]
    public async Task A_status_line_and_headers_that_the_platform_repeats_show_no_secret()
    {
        const string Secret = "canary-" + Core + "-secret";
        foreach (string response in (string[])[$"HTTP/1.1 {Secret}\r\n\r\n", $"HTTP/1.1 200 OK\r\n{Secret} x: y\r\n\r\n", $"{Secret}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\nContent-Length: {Secret}\r\n\r\n"])
        {
            // The server closes the connection, since one of the responses has no length that .NET understands.
            await using var server = RawServer.Start(async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.WriteAsync(response);
            });
            ApiClientOptions options = TestApi.Options(server);
            options.Credential = new BearerTokenCredential(Secret);
            using var transport = new ApiTransport(options);

            Exception? exception = await Record.ExceptionAsync(
                () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));

            Assert.DoesNotContain(Core, Assert.IsAssignableFrom<ApiException>(exception).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_name_of_a_property_that_comes_twice_is_shown_short_and_on_one_line()
    {
        string name = "a\u0007\n" + new string('b', 5_000);
        string json = $$"""{ {{JsonSerializer.Serialize(name)}}: 1, {{JsonSerializer.Serialize(name)}}: 2 }""";

        var exception = Assert.Throws<JsonException>(
            () => JsonReading.Document(Encoding.UTF8.GetBytes(json), static (ref Utf8JsonReader reader) => JsonReading.Map(ref reader, JsonReading.Int32)));

        Assert.True(exception.Message.Length < 300 && !exception.Message.Any(char.IsControl), exception.Message);
    }

    private static IEnumerable<(string Sink, Func<HttpResponseMessage> Respond)> Responses(string echo, Random random)
    {
        bool isJson = echo.IndexOfAny(['"', '\\']) < 0 || JsonIsValid($"\"{echo}\"");
        string json = isJson ? echo : JsonEncodedText.Encode(echo).ToString();
        string text = Random(random);
        yield return ("text", () => FakeHandler.Response($"{text} {echo}", HttpStatusCode.BadRequest, "text/plain"));
        yield return ("html", () => FakeHandler.Response($"<p>{echo}</p>", HttpStatusCode.OK, "text/html"));
        yield return ("error", () => FakeHandler.Response($$"""{"error":{"code":"{{json}}","message":"{{text}} {{json}}"} }""", HttpStatusCode.BadRequest));
        yield return ("long error", () => FakeHandler.Response($$"""{"message":"{{new string('x', 1_990)}}{{json}}"}""", HttpStatusCode.BadRequest));
        yield return ("fields", () => FakeHandler.Response($$"""{"errors":{"{{json}}":["{{json}}"]} }""", HttpStatusCode.UnprocessableEntity));
        yield return ("path", () => FakeHandler.Response($$"""{"data":{"{{json}}":{"x":[1,} } }"""));
        yield return ("long path", () => FakeHandler.Response($$"""{"data":{"{{new string('x', 58)}}{{json}}":{"x":[1,} } }"""));
        yield return ("twice", () => FakeHandler.Response($$"""{"data":{"{{json}}":1,"{{json}}":2} }"""));
        if (Ascii.IsValid(echo) && !echo.Any(char.IsControl))
        {
            yield return ("request id", () => WithRequestId(echo));
        }

        if (echo.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '%' or '&' or '+'))
        {
            yield return ("media type", () => FakeHandler.Response("x", contentType: $"text/{echo}"));
        }
    }

    private static HttpResponseMessage WithRequestId(string id)
    {
        HttpResponseMessage response = FakeHandler.Response("{}", HttpStatusCode.BadRequest);
        response.Headers.Remove("cf-ray");
        response.Headers.TryAddWithoutValidation("x-request-id", id);
        return response;
    }

    private static async Task<string> ShownAsync(string secret, Func<HttpResponseMessage> respond)
    {
        using HttpClient client = FakeHandler.Client((_, _) => respond());
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/") }, client);
        ApiRequest request = TestApi.ThingRequest(Thing.Sample with { Secret = secret });
        var exception = (ApiException)(
            await Record.ExceptionAsync(() => transport.SendAsync(TestApi.Post, request, cancellationToken: TestContext.Current.CancellationToken)))!;
        string errors = exception is ApiStatusException status
            ? string.Join('\n', status.Errors.Select(static error => $"{error} {error.Code} {error.Message}")) + status.BodySnippet + status.ContentType
            : "";
        string content = exception is ApiContentException unread ? unread.BodySnippet + unread.JsonPath + unread.ContentType : "";
        return string.Join('\n', exception.ToString(), exception.Message, exception.RequestId, errors, content);
    }

    /// <summary>Secrets with all characters that some spelling writes differently.</summary>
    private static IEnumerable<string> Secrets(int count)
    {
        Random random = Proof.Random();
        yield return $"abcd{Core}+/=";
        yield return $"pass word {Core} \"quoted\" & more";
        yield return $"100%{Core}%25";
        yield return $@"back\slash{Core}\n";
        for (int i = 4; i < count; i++)
        {
            yield return $"{Random(random)}{Core}{Random(random)}";
        }
    }

    private static string Random(Random random)
    {
        const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUVWXY012345689-._~+/=:@!$&'()*,;?#[]<>{}|^` \"%é漢";
        return string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => Characters[random.Next(Characters.Length)]));
    }

    private static bool JsonIsValid(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
