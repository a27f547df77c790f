using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads a value. As in a JsonConverter, the reader is on the first token of the value before the call, and on the last token after it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonRead<T>(ref Utf8JsonReader reader);
