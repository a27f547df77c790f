using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using RealtimeKit.AspNetCore.App;

// dotnet run --project tests/RealtimeKit.AspNetCore.Documents.Swashbuckle -- tests/RealtimeKit.AspNetCore.Tests/Documents
var folder = new DocumentFolder(args);
await folder.WriteAsync(
    "swashbuckle.json", static () => ShopApplication.Build(ShopOptions.Default, AddSwashbuckle, static shop => shop.UseSwagger()), "/swagger/v1/swagger.json");

static void AddSwashbuckle(IServiceCollection services) => services.AddSwaggerGen(static swagger =>
{
    swagger.SwaggerDoc("v1", new() { Title = "Shop", Version = "v1" });
    swagger.IncludeXmlComments(typeof(ShopApplication).Assembly);
    swagger.SupportNonNullableReferenceTypes();

    // Without these mappings, Swashbuckle describes the types by their properties instead of their JSON.
    swagger.MapType<Half>(static () => new OpenApiSchema { Type = JsonSchemaType.Number });
    swagger.MapType<JsonNode>(static () => new OpenApiSchema());
    swagger.MapType<JsonObject>(static () => new OpenApiSchema { Type = JsonSchemaType.Object });

    // Swashbuckle does not read the attributes of System.Text.Json for polymorphism, so it is configured here.
    swagger.UseAllOfForInheritance();
    swagger.UseOneOfForPolymorphism();
    swagger.SelectSubTypesUsing(
        static type => type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(static derived => derived.DerivedType));
    swagger.SelectDiscriminatorNameUsing(static type => type.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false)
        ? type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false)?.TypeDiscriminatorPropertyName ?? "$type"
        : null);
    swagger.SelectDiscriminatorValueUsing(DiscriminatorOf);
});

static string? DiscriminatorOf(Type type)
{
    for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
    {
        JsonDerivedTypeAttribute? derived = ancestor.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
            .FirstOrDefault(derived => derived.DerivedType == type);
        if (derived is not null)
        {
            return derived.TypeDiscriminator?.ToString();
        }
    }

    return null;
}
