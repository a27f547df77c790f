using Microsoft.Extensions.Http;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="SingleSendHandler"/> around a client's innermost handler, whichever that is in the end.</summary>
internal sealed class SingleSendFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
        => builder =>
        {
            next(builder);
            if (builder.Name == clientName)
            {
                builder.PrimaryHandler = new SingleSendHandler(builder.PrimaryHandler);
            }
        };
}
