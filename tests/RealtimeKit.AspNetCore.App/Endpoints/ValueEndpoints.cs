namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Returns values of every type as they were received.</summary>
public static class ValueEndpoints
{
    public static void MapValues(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/values").WithTags("Values");
        Map<Numbers>(group, "numbers", "EchoNumbers");
        Map<NullableNumbers>(group, "nullable-numbers", "EchoNullableNumbers");
        Map<Times>(group, "times", "EchoTimes");
        Map<Texts>(group, "texts", "EchoTexts");
        Map<Enums>(group, "enums", "EchoEnums");
        Map<Dictionaries>(group, "dictionaries", "EchoDictionaries");
        Map<Collections>(group, "collections", "EchoCollections");
        Map<JsonColumns>(group, "json", "EchoJson");
        Map<Presence>(group, "presence", "EchoPresence");
        Map<TreeNode>(group, "tree", "EchoTree");
        Map<Envelope<Money>>(group, "money", "EchoMoney");
        Map<Envelope<Product>>(group, "envelope", "EchoEnvelope");
        Map<Pair<string, Envelope<int>>>(group, "pair", "EchoPair");
        Map<Dictionary<string, Envelope<Product>>>(group, "dictionary", "EchoDictionary");
        Map<int[][]>(group, "matrix", "EchoMatrix");
    }

    private static void Map<T>(RouteGroupBuilder group, string path, string name) =>
        group.MapPost(path, (T value, ReceivedValues received) => received.Add(value)).WithName(name);
}
