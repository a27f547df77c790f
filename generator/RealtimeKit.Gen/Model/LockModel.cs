namespace RealtimeKit.Gen.Model;

/// <summary>The new text of a names file. It is emitted as a file without code, from which the build copies it.</summary>
/// <param name="Path">The path of the names file.</param>
internal sealed record LockModel(string Path, string ClientName, EquatableArray<LockLine> Lines);

/// <summary>One line of a names file.</summary>
internal sealed record LockLine(string Key, string Name);
