namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The tests that use the same packages. They run one after the other, because they build projects.</summary>
[CollectionDefinition(nameof(PackageCollection))]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>;
