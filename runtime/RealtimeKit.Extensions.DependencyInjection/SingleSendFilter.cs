using Microsoft.Extensions.Http;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Adds a <see cref="SingleSendHandler"/> around the innermost handler of a client, and hides failures from the handlers above
/// it that would repeat requests.
/// </summary>
internal sealed class SingleSendFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
        => builder =>
        {
            next(builder);
            if (builder.Name == clientName)
            {
                AmbientHandlers.HideFailures(builder.AdditionalHandlers);
                builder.PrimaryHandler = new SingleSendHandler(builder.PrimaryHandler);
            }
        };
}
