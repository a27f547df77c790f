namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The tests that share one packing. They build, so they take turns.</summary>
[CollectionDefinition(nameof(PackageCollection))]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>;
