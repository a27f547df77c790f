using RealtimeKit.Runtime.Tests.Kit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CollectionOrder))]

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Runs <see cref="AloneAndFirst"/> before the other collections that run alone.</summary>
public sealed class CollectionOrder : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
        => [.. testCollections.OrderBy(static collection => collection.TestCollectionDisplayName == nameof(AloneAndFirst) ? 0 : 1)];
}
