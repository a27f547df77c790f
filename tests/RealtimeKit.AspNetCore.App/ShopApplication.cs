using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RealtimeKit.AspNetCore.App.Endpoints;

namespace RealtimeKit.AspNetCore.App;

/// <summary>
/// An application such as .NET developers write: minimal APIs and controllers with every kind of parameter, value and result. It
/// does not depend on a writer of documents; the caller adds one.
/// </summary>
public static class ShopApplication
{
    /// <summary>Builds the application. It listens on a free loopback port.</summary>
    public static WebApplication Build(
        ShopOptions options,
        Action<IServiceCollection>? addServices = null,
        Action<WebApplication>? addEndpoints = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(ShopApplication).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddLogging(static logging => logging.ClearProviders());
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        AddShop(builder.Services, options);
        addServices?.Invoke(builder.Services);

        WebApplication application = builder.Build();
        UseShop(application);
        addEndpoints?.Invoke(application);
        return application;
    }

    private static void AddShop(IServiceCollection services, ShopOptions options)
    {
        services.AddSingleton<ReceivedValues>();
        services.AddSingleton<CalledEndpoints>();
        services.AddRouting();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => options.ApplyTo(json.SerializerOptions));
        services.AddControllers()
            .AddApplicationPart(typeof(ShopApplication).Assembly)
            .AddJsonOptions(json => options.ApplyTo(json.JsonSerializerOptions));
        services.AddEndpointsApiExplorer();
    }

    private static void UseShop(WebApplication application)
    {
        application.UseExceptionHandler();
        application.UseRouting();
        application.Use(static (context, next) =>
        {
            if (context.GetEndpoint() is RouteEndpoint endpoint)
            {
                context.RequestServices.GetRequiredService<CalledEndpoints>().Add(context.Request.Method, endpoint.RoutePattern);
            }

            return next(context);
        });
        application.MapParameters();
        application.MapOrders();
        application.MapValues();
        application.MapScalars();
        application.MapShapes();
        application.MapFiles();
        application.MapStreams();
        application.MapProblems();
        application.MapPrices();
        application.MapControllers();
    }
}
