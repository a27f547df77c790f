using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class MappedResult<T, TFrom>(ApiResult<TFrom> inner, Func<TFrom, T> map)
    : ApiResult<T>(inner.Status, inner.ContentType, inner.Body)
{
    internal override T Read(in ResponsePayload payload) => map(inner.Read(payload));

    internal override T Wrap(Stream stream) => map(inner.Wrap(stream));
}
