using System.Globalization;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Checks the names of shared types whose places have something in common.</summary>
public sealed class CommonNameTests
{
    private const string Choice = "{ type: string, enum: [near, far] }";

    private const string Thing = "{ type: object, properties: { x: { type: string } } }";

    [Theory]
    [InlineData("CreateImageRequest", "ImageTool", "ImageColor")]
    [InlineData("CreateImageRequest", "EditedImages", "ImageColor")]
    [InlineData("TermsOfUse", "AcceptedTermsOfUse", "TermsOfUseColor")]
    [InlineData("ImageTool", "ImageTable", "ImageTableColor")]
    [InlineData("TicketImage", "ImageTicket", "ImageTicketColor")]
    [InlineData("IdRequest", "IdTool", "IdRequestColor")]
    public void A_type_of_components_that_are_about_one_thing_is_named_after_it(string one, string other, string name) => Assert.Equal(
        name,
        NameOfOther(one, other, Components(one, "color: " + Choice), Components(other, "color: " + Choice)));

    [Theory]
    [InlineData("createProject", "listProjects", "ProjectColor")]
    [InlineData("createProject", "addUserForProject", "ProjectColor")]
    [InlineData("listCustomFieldsForProject", "listCustomFieldsForTeam", "CustomFieldsColor")]
    [InlineData("radarGetHttp", "radarListDns", "RadarColor")]
    [InlineData("radarGetHttp", "radioListDns", "RadarGetHttpColor")]
    [InlineData("3dGetHttp", "3dListDns", "ThreeDColor")]
    public void A_type_of_operations_that_are_about_one_thing_is_named_after_it(string one, string other, string name)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: {{one}}, parameters: [{ name: color, in: query, schema: {{Choice}} }], responses: { '204': { description: ok } } } }
              /b: { get: { operationId: {{other}}, parameters: [{ name: color, in: query, schema: {{Choice}} }], responses: { '204': { description: ok } } } }
            """);

        run.AssertCompiles();
        Assert.Equal([name], run.TypeNames);
    }

    [Theory]
    [InlineData("read_access_level", "write_access_level", "AccessLevel")]
    [InlineData("read_level", "write_level", "TeamLevel")]
    [InlineData("created_at", "updated_at", "TeamCreatedAt")]
    [InlineData("level_to_read", "level_to_write", "TeamLevelToRead")]
    public void A_type_of_members_that_end_alike_is_named_after_the_end(string one, string other, string name) => Assert.Equal(
        name,
        NameOfOther("Team", "TeamRequest", Components("Team", $"{one}: {Choice}, {other}: {Choice}"), Components("TeamRequest", $"{other}: {Choice}")));

    [Theory]
    [InlineData("AppPermissions", "permissions", "Permission")]
    [InlineData("AppOptions", "options", "AppOptionsA")]
    [InlineData("AppPermission", "permissions", "AppPermissionA")]
    [InlineData("AppActions", "actions", "AppActionsA")]
    public void A_type_of_the_members_of_a_plural_is_named_after_one_of_them(string component, string property, string name) => Assert.Equal(
        name,
        NameOfOther(
            component,
            "Team",
            Components(component, $"a: {Choice}, b: {Choice}"),
            Components("Team", $"{property}: {{ type: object, properties: {{ c: {Choice} }} }}")));

    [Theory]
    [InlineData(9, "Part1ResponseMeta")]
    [InlineData(10, "ResponseMeta")]
    public void A_type_of_many_responses_is_named_after_them(int places, string name)
    {
        string[] owners = Enumerable.Range(1, places).Select(static number => $"Part{number}Response").ToArray();

        // A component has the better name.
        Assert.Equal(name, NameOfOther([.. owners, "Meta"], [.. owners.Select(static owner => Components(owner, "meta: " + Thing)), "    Meta: { type: object }"]));
    }

    [Theory]
    [InlineData(9, 1, "Place", "Part10Place")]
    [InlineData(9, 2, "Part1Place", "Part10Place")]
    [InlineData(10, 2, "Place", "Part11Place")]
    [InlineData(10, 3, "Part10Place", "Part11Place")]
    public void A_name_that_several_types_ask_for_belongs_to_the_one_with_nearly_all_places(int places, int others, string name, string other)
    {
        const string Second = "{ type: object, properties: { y: { type: string } } }";
        string[] owners = Enumerable.Range(1, places + others).Select(static number => $"Part{number}").ToArray();

        string[] found = NamesOfOthers(owners, owners.Select((owner, index) => Components(owner, "place: " + (index < places ? Thing : Second))).ToArray());

        Assert.Equal(new[] { name, other }.Order(StringComparer.Ordinal), found);
    }

    [Theory]
    [InlineData(10, 5, "User", "Part11Owner")]
    [InlineData(10, 6, "Part10Keeper", "Part11Owner")]
    [InlineData(9, 2, "Part1Owner", "Part10Keeper")]
    public void A_title_of_several_types_belongs_to_the_one_with_most_schemas(int places, int others, string name, string other)
    {
        const string First = "{ type: object, title: User, properties: { x: { type: string } } }";
        const string Second = "{ type: object, title: User, properties: { y: { type: string } } }";
        string[] owners = Enumerable.Range(1, places + others).Select(static number => $"Part{number}").ToArray();
        string[] members = ["owner", "keeper"];

        string[] found = NamesOfOthers(
            owners,
            owners.Select((owner, index) => Components(owner, $"{members[index % 2]}: {(index < places ? First : Second)}")).ToArray());

        Assert.Equal(new[] { name, other }.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_union_with_a_titled_type_is_named_after_its_cases()
    {
        const string Range = "{ anyOf: [{ type: object, title: Range query, properties: { gte: { type: integer } } }, { type: integer }] }";

        Assert.Equal(
            ["RangeQuery", "RangeQueryOrInteger"],
            NamesOfOthers(["Order", "Invoice"], Components("Order", "created: " + Range), Components("Invoice", "due: " + Range)));
    }

    [Fact]
    public void A_member_of_a_named_part_is_named_after_the_part()
    {
        const string Part = "{ allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { own: { type: string, enum: [c, d] } } }] }";

        Assert.Equal(
            ["BaseKind", "OrderOwn"],
            NamesOfOthers(["Order", "Base"], $"    Order: {Part}", "    Base: { type: object, properties: { kind: { type: string, enum: [a, b] } } }"));
    }

    [Theory]
    [InlineData("{0}{1}{1}{1}", "state", "ItemState")]
    [InlineData("{0}{1}{1}{1}", "wind_direction", "WindDirection")]
    [InlineData("Get{0}MailServer{0}Entry", "state", "MailServerState")]
    [InlineData("Get{0}MailServer{0}Entry", "field_{1}", "MailServerValue")]
    [InlineData("Get{0}Server{0}Entry", "field_{1}", "GetAServerAEntryFieldA")]
    [InlineData("Pipe{0}", "field_{1}", "PipeAFieldA")]
    public void An_enum_of_many_places_is_named_after_what_they_have_in_common(string component, string property, string name)
    {
        string[] components = Names(component, 10);
        string[] properties = Names(property, 10);

        Assert.Equal([name], NamesOfOthers(components, [.. components.Zip(properties, static (one, own) => Components(one, $"{own}: {Choice}"))]));
    }

    [Fact]
    public void An_enum_of_few_places_is_named_after_one_of_them()
    {
        string[] components = Names("Pipe{0}", 9);

        Assert.Equal(["PipeAState"], NamesOfOthers(components, [.. components.Select(static one => Components(one, "state: " + Choice))]));
    }

    /// <summary>Returns names with the letters A, B and so on in place of {0}, and a, b and so on in place of {1}.</summary>
    private static string[] Names(string format, int count) => Enumerable.Range('A', count)
        .Select(letter => string.Format(CultureInfo.InvariantCulture, format, (char)letter, char.ToLowerInvariant((char)letter)))
        .ToArray();

    private static string Components(string name, string properties) => $"    {name}: {{ type: object, properties: {{ {properties} }} }}";

    private static string NameOfOther(string one, string other, params string[] schemas) => NameOfOther([one, other], schemas);

    private static string NameOfOther(string[] components, string[] schemas) => NamesOfOthers(components, schemas).First();

    /// <summary>Returns the names of the types that are not components.</summary>
    private static string[] NamesOfOthers(string[] components, params string[] schemas)
    {
        string text = $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{string.Join('\n', components.Select((name, index) => $"  /{index}: {{ get: {{ operationId: read{index}, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }} }} }} }} }}"))}}
            components:
              schemas:
            {{string.Join('\n', schemas)}}
            """;
        GeneratorRun run = GeneratorRunner.Run(text);
        run.AssertCompiles();
        return run.TypeNames.Except(components).Order(StringComparer.Ordinal).ToArray();
    }
}
