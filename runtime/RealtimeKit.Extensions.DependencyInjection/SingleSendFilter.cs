using Microsoft.Extensions.Http;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Puts a <see cref="SingleSendHandler"/> around a client's innermost handler, whichever that is in the end, and hides
/// failures from the handlers between that would repeat the request.
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
