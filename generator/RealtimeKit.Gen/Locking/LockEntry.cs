using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Locking;

/// <summary>One line of a names file: a part of the document and the name that it keeps.</summary>
/// <param name="Key">The part of the document; see <see cref="LockKey"/>.</param>
internal sealed record LockEntry(string Key, string Name, SpecLocation Location);
