using Microsoft.Extensions.Http;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Adds a <see cref="SingleSendHandler"/> around the innermost handler of a client, and hides failures from the handlers above
/// it that would repeat requests. Another one above all handlers lets them read bodies in any way, since it is certain that they send nothing.
/// </summary>
internal sealed class SingleSendFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public string ClientName => clientName;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
        => builder =>
        {
            next(builder);
            if (builder.Name == clientName)
            {
                AmbientHandlers.HideFailures(builder.AdditionalHandlers);
                builder.AdditionalHandlers.Insert(0, new SingleSendHandler());

                Redirects.TurnOff(builder.PrimaryHandler);

                // The inner one of two would take the request of the outer one for a repetition, and wait for its end.
                builder.PrimaryHandler = builder.PrimaryHandler as SingleSendHandler ?? new SingleSendHandler(builder.PrimaryHandler);
            }
        };
}
