using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;
using NSwag.Generation.AspNetCore;
using RealtimeKit.AspNetCore.App;
using RealtimeKit.AspNetCore.App.Models;

// dotnet run --project tests/RealtimeKit.AspNetCore.Documents -- tests/RealtimeKit.AspNetCore.Tests/Documents
var folder = new DocumentFolder(args);
await WriteMicrosoftAsync("microsoft-3.0.json", OpenApiSpecVersion.OpenApi3_0, ShopOptions.Default);
await WriteMicrosoftAsync("microsoft-3.0-strict.json", OpenApiSpecVersion.OpenApi3_0, ShopOptions.StrictSnakeCase);
await WriteMicrosoftAsync("microsoft-3.1.json", OpenApiSpecVersion.OpenApi3_1, ShopOptions.Default);
await WriteMicrosoftAsync("microsoft-3.1-strict.json", OpenApiSpecVersion.OpenApi3_1, ShopOptions.StrictSnakeCase);
await folder.WriteAsync("nswag.json", static () => ShopApplication.Build(ShopOptions.Default, AddNSwag, UseNSwag), "/swagger/v1/swagger.json");

Task WriteMicrosoftAsync(string name, OpenApiSpecVersion version, ShopOptions options) => folder.WriteAsync(
    name,
    () => ShopApplication.Build(options, services => AddMicrosoft(services, version), static shop => shop.MapOpenApi()),
    "/openapi/v1.json");

static void AddMicrosoft(IServiceCollection services, OpenApiSpecVersion version) => services.AddOpenApi("v1", openApi =>
{
    openApi.OpenApiVersion = version;
    openApi.AddDocumentTransformer(static (document, _, _) =>
    {
        document.Info.Title = "Shop";
        // The address is of this run only.
        document.Servers = [];
        return Task.CompletedTask;
    });
});

// The address is of this run only.
static void UseNSwag(WebApplication shop) => shop.UseOpenApi(static settings => settings.PostProcess = static (document, _) => document.Servers.Clear());

static void AddNSwag(IServiceCollection services) => services.AddOpenApiDocument(static settings =>
{
    settings.Title = "Shop";
    // Without these mappings, NSwag describes the types by their properties instead of their JSON.
    Map<GeoPoint>(settings, static schema => schema.Type = JsonObjectType.String);
    Map<Version>(settings, static schema => schema.Type = JsonObjectType.String);
    Map<Half>(settings, static schema => schema.Type = JsonObjectType.Number);
    Map<sbyte>(settings, static schema => schema.Type = JsonObjectType.Integer);
    Map<Int128>(settings, static schema => schema.Type = JsonObjectType.Integer);
    Map<UInt128>(settings, static schema => schema.Type = JsonObjectType.Integer);
    Map<JsonNode>(settings, static _ => { });
    Map<JsonObject>(settings, static schema => schema.Type = JsonObjectType.Object);
    // UseRouteNameAsOperationId does the same, but fails for endpoints outside controllers.
    settings.AddOperationFilter(static context =>
    {
        if (((AspNetCoreOperationProcessorContext)context).ApiDescription.ActionDescriptor.AttributeRouteInfo?.Name is string name)
        {
            context.OperationDescription.Operation.OperationId = name;
        }

        return true;
    });
});

static void Map<T>(AspNetCoreOpenApiDocumentGeneratorSettings settings, Action<JsonSchema> describe) =>
    settings.SchemaSettings.TypeMappers.Add(new PrimitiveTypeMapper(typeof(T), describe));
