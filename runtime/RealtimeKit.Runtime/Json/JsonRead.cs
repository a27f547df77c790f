using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads one value: the reader stands on its first token and is left on its last, as a JsonConverter leaves it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonRead<T>(ref Utf8JsonReader reader);
