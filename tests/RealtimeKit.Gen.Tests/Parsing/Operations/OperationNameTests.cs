using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of the methods in the class of a tag.</summary>
public class OperationNameTests
{
    [Theory]
    [InlineData("Files", "Files_GetOne", "GetOne")]
    [InlineData("Files", "Files.GetTwo", "GetTwo")]
    [InlineData("Files", "files.getOne", "GetOne")]
    [InlineData("Files", "files_getOne", "GetOne")]
    [InlineData("files", "FILES/get-one", "GetOne")]
    [InlineData("Files", "files-get_one", "GetOne")]
    [InlineData("Files", "files:getOne", "GetOne")]
    [InlineData("Files", "files__getOne", "GetOne")]
    [InlineData("Files", "Files--getOne", "GetOne")]
    [InlineData("Files", "Files_GetOneAsync", "GetOne")]
    [InlineData("My files", "MyFiles_GetOne", "GetOne")]
    [InlineData("my-files", "my_files_get", "Get")]
    [InlineData("Files", "Files_2", "_2")]
    [InlineData("Files", "FilesGetOne", "GetOne")]
    [InlineData("Files", "FilesDetails", "FilesDetails")]
    [InlineData("Files", "File_GetOne", "FileGetOne")]
    [InlineData("File", "Files_GetOne", "FilesGetOne")]
    [InlineData("Files", "Files_", "Files")]
    [InlineData("Files", "Files", "Files")]
    [InlineData("Files", "GetOne_Files", "GetOneFiles")]
    [InlineData("Files", "Files2_Get", "Files2Get")]
    public void A_method_is_not_called_after_its_tag_where_a_separator_ends_it(string tag, string operationId, string method) =>
        Assert.Equal([method], Methods(Paths((tag, operationId))));

    [Theory]
    [InlineData("Things", "Things_List", "/things", "List")]
    [InlineData("things", "things/list", "/things", "List")]
    [InlineData("things", "things.list", "/things", "List")]
    [InlineData("Things", "listThings", "/things", "List")]
    [InlineData("Thing", "listThings", "/things", "List")]
    [InlineData("Exec", "ShopExec", "/shops/{id}/exec", "ShopExec")]
    [InlineData("Exec", "shop_exec_start", "/v1/shop/{id}/exec", "ShopExecStart")]
    [InlineData("Things", "listThings", "/lists/{id}/things", "List")]
    [InlineData("Things", "hireThing", "/things/{id}/hire", "Hire")]
    [InlineData("Things", "getThingById", "/things/{id}", "GetById")]
    [InlineData("Things", "list-things", "/things", "List")]
    [InlineData("Things", "ThingsController_list", "/things", "List")]
    [InlineData("Things", "Things_ListThings", "/things", "List")]
    [InlineData("To-do items", "createTodoItem", "/todo", "Create")]
    [InlineData("Things", "listThingies", "/things", "ListThingies")]
    [InlineData("Things", "addTagForThing", "/things", "AddTag")]
    [InlineData("Things", "Things_add-tag-for-things", "/things", "AddTag")]
    [InlineData("Things", "listThingTagsForThing", "/things", "ListTags")]
    [InlineData("Things", "addATagForTheThing", "/things", "AddTag")]
    [InlineData("Things", "searchForThings", "/things", "SearchForThings")]
    [InlineData("Things", "addTagForShop", "/things", "AddTagForShop")]
    [InlineData("Things", "listAllThings", "/things", "ListAllThings")]
    [InlineData("things", "get-v2-things-id", "/v2/things/{id}", "Get")]
    [InlineData("things", "getV2ThingsById", "/v2/things/{id}", "Get")]
    [InlineData("things", "get-v2-things-id-image", "/v2/things/{id}/image", "GetImage")]
    [InlineData("things", "GetThingsId", "/v2/things/{id}", "Get")]
    [InlineData("things", "GetThingsIdImage", "/v2/things/{id}/image", "GetImage")]
    [InlineData("things", "GetThingsIdImageSize", "/v2/things/{id}/image/{size}", "GetImageBySize")]
    [InlineData("things", "get_things_id", "/things/{thing_id}", "Get")]
    [InlineData("things", "get_things_id_image", "/v2/things/{thing_id}/image", "GetImage")]
    [InlineData("things", "get_v2_things_id_images_id", "/v2/things/{thingId}/images/{imageId}", "GetImage")]
    [InlineData("things", "get_things_key", "/things/{thing_id}", "GetKey")]
    [InlineData("3D Secure", "Get3dSecure", "/v1/3d_secure", "Get")]
    [InlineData("3D Secure", "Get3dSecureThreeDSecure", "/v1/3d_secure/{three_d_secure}", "Get")]
    [InlineData("3d_secure", "list3dSecures", "/a", "List")]
    [InlineData("3D Secure", "get3DSecureById", "/a/{id}", "GetById")]
    [InlineData("2FA", "enable2FA", "/a", "Enable")]
    [InlineData("Files", "get3dFiles", "/a", "Get3dFiles")]
    [InlineData("Skus", "createSku", "/skus", "Create")]
    [InlineData("GPUs", "createGPU", "/gpus", "Create")]
    [InlineData("Menus", "getMenuById", "/menus/{id}", "GetById")]
    [InlineData("things", "GetThingsIdImagesImage", "/v2/things/{id}/images/{image}", "GetImage")]
    [InlineData("things", "get-v2-things-id-images-image", "/v2/things/{id}/images/{image}", "GetImage")]
    [InlineData("things", "get-things-thing_id", "/shops/{shop}/things/{thing_id}", "Get")]
    [InlineData("things", "get-things-thing_id-image", "/shops/{shop}/things/{thing_id}/image", "GetImage")]
    [InlineData("things", "get-thing_id-image", "/shops/{shop}/things/{thing_id}/image", "GetIdImage")]
    [InlineData("items", "read_item_items__item_id__get", "/items/{item_id}", "Read")]
    [InlineData("", "read_item_items__item_id__get", "/items/{item_id}", "ReadItem")]
    [InlineData("", "listThings", "/things", "ListThings")]
    [InlineData("Products", "", "/api/Products", "Get")]
    [InlineData("Products", "", "/api/products/count", "GetCount")]
    [InlineData("Product", "", "/api/Products/{id}", "GetById")]
    [InlineData("Products", "", "/api/Products/{id}/image", "GetImage")]
    [InlineData("Products", "", "/api/Products/{id}/images/{image}", "GetImage")]
    [InlineData("Products", "", "/api/Products/{id}/images/{image}/size", "GetImageSize")]
    [InlineData("Products", "", "/api/Products/{id}/image/{size}", "GetImageBySize")]
    [InlineData("Products", "", "/api/Products/{id}/images/{owner}/{image}", "GetImage")]
    [InlineData("Admin", "", "/{id}/image", "GetByIdImage")]
    [InlineData("Products", "", "/stores/{store}/products", "GetStoreProducts")]
    [InlineData("Admin", "", "/api/users", "GetUsers")]
    [InlineData("Shop", "", "/api/v1/catalog/items", "GetCatalogItems")]
    [InlineData("Shop", "", "/api/v1/catalog/items/{id}", "GetCatalogItem")]
    [InlineData("Shop", "", "/api/catalog/{id}", "GetCatalogById")]
    [InlineData("Shop", "", "/{id}/api/items", "GetByIdApiItems")]
    [InlineData("Shop", "", "/api/v{version}/items", "GetItems")]
    [InlineData("Shop", "", "/{api-version}/items", "GetItems")]
    [InlineData("Shop", "", "/2010-04-01/items", "GetItems")]
    [InlineData("Shop", "", "/apis/rest/items", "GetItems")]
    [InlineData("Shop", "", "/apiary/items", "GetApiaryItems")]
    [InlineData("Shop", "", "/api", "GetApi")]
    [InlineData("Shop", "", "/api/v1", "GetApiV1")]
    [InlineData("Shop", "", "/api/{id}", "GetById")]
    [InlineData("Shop", "", "/v1/shop/{version}", "GetByVersion")]
    [InlineData("Shop", "get-api-v1-items", "/api/v1/items", "GetItems")]
    [InlineData("Shop", "get-api-user-id", "/api/user/{id}", "GetUser")]
    [InlineData("WeatherForecast", "", "/weatherforecast", "Get")]
    [InlineData("", "", "/api/products", "GetProducts")]
    public void A_method_omits_what_its_class_says_in_every_convention(string tag, string operationId, string path, string method)
    {
        GeneratorRun run = Operation(tag, operationId, path);

        Assert.Equal([method], Methods(run));
        run.AssertNoDiagnostics();
    }

    [Theory]
    [InlineData("/things/{id}/images", "/things/{id}/images/{image}", "GetImage,GetImages")]
    [InlineData("/things/{id}/image", "/things/{id}/images/{image}", "GetByIdImagesByImage,GetImage")]
    [InlineData("/things/{id}/image", "/things/image", "GetByIdImage,GetImage")]
    [InlineData("/things", "/things/{id}", "Get,GetById")]
    public void A_parameter_behind_a_plural_is_omitted_unless_another_method_is_called_so(string one, string other, string methods)
    {
        string[] paths = [one, other];
        string[] expected = methods.Split(',');
        string Operation(string path, string id) => $$"""
              {{path}}:
                get:
                  tags: [things]{{id}}
                  parameters: [{{string.Join(", ", path.Split('{').Skip(1).Select(static rest => $"{{ name: {rest[..rest.IndexOf('}', StringComparison.Ordinal)]}, in: path, required: true, schema: {{ type: string }} }}"))}}]
                  responses: { '204': { description: ok } }
            """;
        foreach (string[] order in new[] { paths, [other, one] })
        {
            string head = "openapi: 3.0.3\ninfo: { title: Small, version: '1' }\npaths:\n";
            Assert.Equal(expected, Methods(GeneratorRunner.Run(head + string.Join('\n', order.Select(path => Operation(path, ""))))));
        }
    }

    [Theory]
    [InlineData("/things/{id}/images/{image}", "", "GetThingImageResponse")]
    [InlineData("/things/{id}/images/{image}", "GetThingsIdImagesImage", "GetThingImageResponse")]
    [InlineData("/v1/things/{id}/images", "GetThingsIdImages", "GetThingImagesResponse")]
    [InlineData("/things/{id}/images/{image}", "getThingsImage", "GetThingsImageResponse")]
    [InlineData("/image/{size}", "", "GetImageBySizeResponse")]
    public void Types_are_named_after_a_path_as_a_person_says_it(string path, string operationId, string type)
    {
        string parameters = string.Join(", ", path.Split('{').Skip(1)
            .Select(static rest => $"{{ name: {rest[..rest.IndexOf('}', StringComparison.Ordinal)]}, in: path, required: true, schema: {{ type: string }} }}"));
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              {{path}}:
                get:
                  {{(operationId.Length == 0 ? "" : "operationId: " + operationId)}}
                  parameters: [{{parameters}}]
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } }
            """);

        run.AssertCompiles();
        Assert.Equal([type], run.TypeNames);
    }

    [Theory]
    [InlineData("Things", "listThings", "/things", "ListThings")]
    [InlineData("Things", "Things_List", "/things", "ThingsList")]
    [InlineData("Products", "", "/api/Products/{id}", "GetApiProductsById")]
    public void The_option_keeps_whole_names(string tag, string operationId, string path, string method) =>
        Assert.Equal([method], Methods(Operation(tag, operationId, path, "Full")));

    [Fact]
    public void A_value_of_the_option_that_does_not_exist_is_refused()
    {
        GeneratorRun run = Operation("Things", "listThings", "/things", "Long");

        Assert.Equal("'Long' is not a valid value of OperationNames: it must be Short or Full", run.AssertReports("RTK0011").Message);
        Assert.Equal(["List"], Methods(run));
    }

    [Theory]
    [InlineData("Files_Get", "Get", "FilesGet,Get")]
    [InlineData("listFiles", "List", "List,ListFiles")]
    [InlineData("getFile", "getFiles", "Get,GetFiles")]
    [InlineData("Files_Get", "GetAsync", "FilesGet,Get")]
    [InlineData("Files_Files_Get", "Files_Get", "FilesFilesGet,Get")]
    [InlineData("Files_List", "Files.Get", "Get,List")]
    public void A_name_is_not_cut_to_that_of_another_whatever_their_order(string one, string other, string methods)
    {
        string[] expected = methods.Split(',');

        Assert.Equal(expected, Methods(Paths(("Files", one), ("Files", other))));
        Assert.Equal(expected, Methods(Paths(("Files", other), ("Files", one))));
    }

    [Fact]
    public void A_name_is_cut_within_its_own_group_only()
    {
        GeneratorRun run = Paths(("Files", "Files_Get"), ("Other", "Files_Get2"), ("Other", "Get"));

        Assert.Equal(["FilesGet2", "Get", "Get"], Methods(run));
        run.AssertNoDiagnostics();
    }

    [Fact]
    public void A_name_that_the_author_gives_is_never_cut()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { tags: [Files], operationId: Files_Get, x-ms-client-name: Files_Look, responses: { '204': { description: ok } } } }
            """);

        Assert.Equal(["FilesLook"], Methods(run));
    }

    [Theory]
    [InlineData("Rules", "create-a-page-rule", "CreatePageRule")]
    [InlineData("Page rules", "create-a-page-rule", "Create")]
    [InlineData("Rules", "GetAnAccountForTheZone", "GetAccountForZone")]
    [InlineData("Rules", "Rules_ListAllOfTheUsers", "ListAllOfUsers")]
    [InlineData("Rules", "addARuleToAList", "AddToList")]
    [InlineData("", "getAUser", "GetUser")]
    [InlineData("Rules", "getDnsARecord", "GetDnsARecord")]
    [InlineData("Rules", "connectOrDisconnectARule", "ConnectOrDisconnectRule")]
    [InlineData("Rules", "getUserOrDnsARecord", "GetUserOrDnsARecord")]
    [InlineData("Rules", "planA", "PlanA")]
    [InlineData("Rules", "theOwners", "TheOwners")]
    [InlineData("Rules", "ListAWSAccounts", "ListAwsAccounts")]
    public void Articles_between_words_are_omitted(string tag, string operationId, string method) =>
        Assert.Equal([method], Methods(Operation(tag, operationId, "/a")));

    [Fact]
    public void An_article_stays_where_only_it_tells_methods_apart() => Assert.Equal(
        ["GetAUser", "GetUser", "MakeUser", "MakeUserNow"],
        Methods(Paths(("Rules", "getAUser"), ("Rules", "getUser"), ("Rules", "makeTheUserNow"), ("Rules", "makeTheUser"))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("pulls/merge", "pulls/merge-async", "Merge MergeAsync")]
    [InlineData("merge", "mergeAsync", "Merge MergeAsync")]
    [InlineData("getPulls", "getAPull", "Get GetPull")]
    public void A_shortened_name_gives_way_to_an_operation_that_is_called_so(string one, string other, string expected)
    {
        GeneratorRun run = Paths(("pulls", one), ("pulls", other));

        Assert.Equal(expected.Split(' '), Methods(run));
        Assert.DoesNotContain("RTK0040", run.Diagnostics.Select(static reported => reported.Id));
    }

    [Theory]
    [InlineData("/things", "/things/{id}", "Get GetById")]
    [InlineData("/things/image", "/things/{id}/image", "GetByIdImage GetImage")]
    public void A_parameter_behind_the_tag_stays_only_beside_an_operation_of_the_short_name(string one, string other, string expected)
    {
        string[] paths = [one, other];
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{string.Join("\n", paths.Select(static path => $$"""  {{path}}: { get: { tags: [things], operationId: 'get{{path}}', responses: { '204': { description: ok } } } }"""))}}
            """);

        Assert.Equal(expected.Split(' '), Methods(run));
    }

    [Fact]
    public void Types_of_an_operation_are_named_without_articles()
    {
        Assert.Contains("StartTrackForMeetingResponse", Types("startATrackForAMeeting", "stop"));
        Assert.Contains("GetAUserResponse", Types("getAUser", "getUser"));
        Assert.Contains("AccountUsersListUsersKeysResponse", Types("account-users-list-a-user'-s-keys", "stop"));
    }

    [Theory]
    [InlineData("Access logs", "access-logs-list-access-logs", "ListAccessLogsResponse")]
    [InlineData("Access logs", "access-logs-delete-a-log", "DeleteLogResponse")]
    [InlineData("Codes of conduct", "codes-of-conduct-get-code", "GetCodeResponse")]
    [InlineData("Teams", "teams/list-members", "TeamsListMembersResponse")]
    [InlineData("Teams", "teams/of-team", "TeamsOfTeamResponse")]
    [InlineData("Pets", "v1.pets.show", "PetsShowResponse")]
    [InlineData("Pets", "v1.pets.list-pets", "ListPetsResponse")]
    [InlineData("Pets", "get-v2-fish", "GetFishResponse")]
    [InlineData("Pets", "v1Show", "V1ShowResponse")]
    public void Types_of_an_operation_are_named_without_its_version_and_a_tag_that_is_said_again(string tag, string id, string type) =>
        Assert.Contains(type, Types([(tag, id)]));

    [Fact]
    public void Types_of_an_operation_keep_the_tag_and_the_version_beside_another_of_the_name() => Assert.Equal(
        ["AllLogsGetLogResponse", "V1FishCountResponse", "V2FishCountResponse", "ZoneLogsGetLogResponse"],
        Types([("All logs", "all-logs-get-log"), ("Zone logs", "zone-logs-get-log"), ("Fish", "v1.fish.count"), ("Fish", "v2.fish.count")])
            .Where(static name => name.EndsWith("Response", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/a", "getPet", "/b", "getPets", "Get GetPets")]
    [InlineData("/pets/{id}", "getPet", "/pets", "getPets", "Get GetPets")]
    [InlineData("/pets/{id}", "getPet", "/v2/pets", "getPets", "Get GetPets")]
    [InlineData("/a", "getPetForShop", "/b", "getPetsForShop", "GetForShop GetPetsForShop")]
    [InlineData("/a", "get", "/b", "getPets", "Get GetPets")]
    [InlineData("/a", "getPet", "/b", "get-pet", "GetA GetB")]
    public void The_singular_of_the_tag_is_omitted_beside_the_plural(string one, string id, string other, string otherId, string expected) => Assert.Equal(
        expected.Split(' '),
        Methods(GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              {{one}}:
                get:
                  tags: [Pets]
                  operationId: {{id}}
                  parameters: [{{(one.EndsWith('}') ? "{ name: id, in: path, required: true, schema: { type: string } }" : "")}}]
                  responses: { '204': { description: ok } }
              {{other}}: { get: { tags: [Pets], operationId: {{otherId}}, responses: { '204': { description: ok } } } }
            """)));

    [Theory]
    [InlineData("v1.environment.get-settings", "EnvironmentGetSettings")]
    [InlineData("v1.stream", "Stream")]
    [InlineData("v1.pets.list", "List")]
    [InlineData("v1.fish.pets", "FishPets")]
    [InlineData("get-v2-fish", "GetFish")]
    [InlineData("v1", "V1")]
    [InlineData("v1Stream", "V1Stream")]
    public void The_version_with_which_an_operationId_begins_is_omitted(string operationId, string method) =>
        Assert.Equal([method], Methods(Operation("Pets", operationId, "/a")));

    [Fact]
    public void The_version_stays_where_only_it_tells_methods_apart() => Assert.Equal(
        ["V1FishCount", "V2FishCount"],
        Methods(Paths(("Pets", "v1.fish.count"), ("Pets", "v2.fish.count"))));

    [Theory]
    [InlineData("list-followers-for-user", "list-followers-for-team", "ListFollowersForUser ListFollowersForTeam")]
    [InlineData("list-followers-for-user", "list-followers", "ListFollowersForUser ListFollowers")]
    [InlineData("list-commit-comments-for-user", "list-comments-for-commit", "ListCommitCommentsForUser ListCommentsForCommit")]
    [InlineData("list-followers-for-user", "list-keys-for-team", "ListFollowers ListKeysForTeam")]
    [InlineData("list-followers-for-user", "list-keys-for-user", "ListFollowers ListKeys")]
    public void The_tag_stays_at_the_end_beside_an_operation_that_is_for_something_else(string one, string other, string expected)
    {
        IEnumerable<string> names = expected.Split(' ').Order(StringComparer.Ordinal);

        Assert.Equal(names, Methods(Paths(("User", one), ("User", other))));
        Assert.Equal(names, Methods(Paths(("User", other), ("User", one))));
    }

    [Theory]
    [InlineData("genai_list_agents genai_create_agent genai_delete_key", "ListAgents CreateAgent DeleteKey")]
    [InlineData("genai_list_agents genai_create_agent", "GenaiListAgents GenaiCreateAgent")]
    [InlineData("genai_list_agents genai_create_agent genai_delete_key ping", "ListAgents CreateAgent DeleteKey Ping")]
    [InlineData("genai_list_agents genai_create_agent genai_list ping pong", "GenaiListAgents GenaiCreateAgent GenaiList Ping Pong")]
    [InlineData("v1.ai.list v1.ai.create v1.ai.get-key", "List Create GetKey")]
    [InlineData("ai-list-a-pool'-s-keys ai-list-a-user's-keys ai-list-an-owner\u2019s-keys", "ListPoolsKeys ListUsersKeys ListOwnersKeys")]
    [InlineData("genai_list genai_create genai_get list", "GenaiList Create Get List")]
    [InlineData("list_agents list_keys list_models", "ListAgents ListKeys ListModels")]
    [InlineData("tax_of_shop tax_of_owner tax_of_region", "TaxOfShop TaxOfOwner TaxOfRegion")]
    [InlineData("genaiListAgents genaiCreateAgent genaiDeleteKey", "GenaiListAgents GenaiCreateAgent GenaiDeleteKey")]
    [InlineData("genai_2 genai_3 genai_4", "Genai2 Genai3 Genai4")]
    public void Words_that_the_operations_of_a_class_share_are_omitted(string ids, string expected) => Assert.Equal(
        expected.Split(' ').Order(StringComparer.Ordinal),
        Methods(Paths([.. ids.Split(' ').Select(static id => ("Gradient platform", id))])));

    [Fact]
    public void A_shared_verb_stays_if_several_methods_have_it() => Assert.Equal(
        ["SearchKeys", "SearchPets", "SearchShops"],
        Methods(GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { tags: [Index], operationId: search_pets, responses: { '204': { description: ok } } } }
              /b: { post: { tags: [Index], operationId: search_keys, responses: { '204': { description: ok } } } }
              /c: { put: { tags: [Index], operationId: search_shops, responses: { '204': { description: ok } } } }
            """)));

    [Theory]
    [InlineData("Account load balancer pools", "deletePool", "Delete")]
    [InlineData("Load balancer pools", "list-balancer-pools", "List")]
    [InlineData("Load balancer pools", "listPoolMembers", "ListMembers")]
    [InlineData("Rate limits for a zone", "getRateLimit", "Get")]
    [InlineData("Worker filters (deprecated)", "createAFilter", "Create")]
    [InlineData("Codes of conduct", "getConduct", "GetConduct")]
    [InlineData("Subtitles, captions", "listCaptionsOrSubtitles", "ListCaptionsOrSubtitles")]
    [InlineData("Load balancers", "loadBalancerDetails", "LoadBalancerDetails")]
    [InlineData("Health checks", "health-check-details", "HealthCheckDetails")]
    [InlineData("Cloudy images", "baseImage", "BaseImage")]
    public void The_last_words_of_the_tag_behind_the_verb_are_omitted(string tag, string operationId, string method) =>
        Assert.Equal([method], Methods(Operation(tag, operationId, "/a")));

    [Fact]
    public void The_last_words_of_the_tag_stay_beside_a_method_of_the_short_name() => Assert.Equal(
        ["Delete", "DeletePool", "ListPool", "ListPools"],
        Methods(Paths(("Big pools", "deletePool"), ("Big pools", "delete"), ("Big pools", "listPool"), ("Big pools", "listPools"))));

    [Fact]
    public void The_last_words_of_the_tag_stay_without_operationId() =>
        Assert.Equal(["GetPools"], Methods(Operation("Big pools", "", "/pools")));

    [Theory]
    [InlineData("Event", "listCallEvent", "/Calls/{id}/Events", "List")]
    [InlineData("Yesterday", "listUsageRecordYesterday", "/Usage/Records/Yesterday.json", "List")]
    [InlineData("Event", "listBannedEvent", "/Events/banned/Events", "List")]
    [InlineData("Event", "listBannedEvent", "/Events", "ListBannedEvent")]
    [InlineData("Event", "ourCallEvent", "/Calls/{id}/Events", "OurCallEvent")]
    public void Words_of_the_path_between_verb_and_tag_are_omitted(string tag, string operationId, string path, string method) =>
        Assert.Equal([method], Methods(Operation(tag, operationId, path)));

    [Theory]
    [InlineData("listCallEvent /calls/events", "getCallEvent /calls/event", "Get List")]
    [InlineData("listCallEvent /calls/events", "getTextEvent /texts/event", "GetTextEvent ListCallEvent")]
    [InlineData("listCallEvent /calls/events", "getEvent /event", "Get ListCallEvent")]
    public void Words_of_the_path_are_omitted_if_all_methods_of_the_class_have_them(string one, string other, string expected) => Assert.Equal(
        expected.Split(' '),
        Methods(GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              {{one.Split(' ')[1]}}: { get: { tags: [Event], operationId: {{one.Split(' ')[0]}}, responses: { '204': { description: ok } } } }
              {{other.Split(' ')[1]}}: { get: { tags: [Event], operationId: {{other.Split(' ')[0]}}, responses: { '204': { description: ok } } } }
            """)));

    [Fact]
    public void An_article_stays_if_names_are_full_or_given()
    {
        Assert.Equal(["GetAUser"], Methods(Operation("Rules", "getAUser", "/a", "Full")));
        Assert.Contains("GetAnOwner", Methods(GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { tags: [Rules], operationId: a, x-ms-client-name: getAnOwner, responses: { '204': { description: ok } } } }
            """)));
    }

    private static GeneratorRun Operation(string tag, string operationId, string path, string names = "")
    {
        string parameters = string.Join(
            ", ",
            path.Split('{').Skip(1).Select(static rest =>
                $"{{ name: {rest[..rest.IndexOf('}', StringComparison.Ordinal)]}, in: path, required: true, schema: {{ type: string }} }}"));
        return GeneratorRunner.Run(
            $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              {{path}}:
                get:
                  {{(tag.Length == 0 ? "" : $"tags: ['{tag}']")}}
                  {{(operationId.Length == 0 ? "" : $"operationId: '{operationId}'")}}
                  parameters: [{{parameters}}]
                  responses: { '204': { description: ok } }
            """,
            new Dictionary<string, string> { ["OperationNames"] = names });
    }

    private static IEnumerable<string> Types(params string[] operationIds) =>
        Types([.. operationIds.Select(static id => ("", id))]);

    private static IEnumerable<string> Types((string Tag, string Id)[] operations) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join("\n", operations.Select(static (operation, index) => $$$"""
          /{{{index}}}:
            get:
              {{{(operation.Tag.Length == 0 ? "" : $"tags: ['{operation.Tag}']")}}}
              operationId: {{{operation.Id}}}
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object, properties: { p{{{index}}}: { type: string } } } } } }
        """))}}
        """).Assembly.GetTypes().Select(static type => type.Name);

    private static GeneratorRun Paths(params (string Tag, string Id)[] operations) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join("\n", operations.Select(static (operation, index) =>
            $$"""  /{{index}}: { get: { tags: ['{{operation.Tag}}'], operationId: "{{operation.Id}}", responses: { '204': { description: ok } } } }"""))}}
        """);

    private static string[] Methods(GeneratorRun run) => run.MethodNames;
}
