using System.Text.Json;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>Removes the values of secret members from JSON. They are found by their names, so that the JSON need not be of any type.</summary>
/// <param name="names">The names of the members. Their case is ignored.</param>
/// <param name="maxDepth">The maximum number of levels of the JSON.</param>
internal sealed class SecretMembers(string[] names, int maxDepth)
{
    /// <summary>
    /// Returns JSON with <paramref name="replacement"/> in place of each secret value. Text that is certainly not JSON with members is
    /// returned unchanged. Returns null for JSON that cannot be read to its end, since a secret in it may not be found.
    /// </summary>
    public ReadOnlyMemory<byte>? Replace(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> replacement)
    {
        ReadOnlySpan<byte> text = json.Span.TrimStart(" \t\r\n\uFEFF"u8);
        if (names.Length == 0 || text is not [(byte)'{' or (byte)'[', ..])
        {
            return json;
        }

        try
        {
            return ReplaceMembers(text, replacement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Incomplete JSON, or a name with an unpaired surrogate.
            return null;
        }
    }

    private byte[] ReplaceMembers(ReadOnlySpan<byte> json, ReadOnlySpan<byte> replacement)
    {
        using var shown = new MemoryStream(json.Length);
        int copied = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !names.Contains(reader.GetString(), StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            shown.Write(json[copied..start]);
            shown.Write(replacement);
            copied = (int)reader.BytesConsumed;
        }

        shown.Write(json[copied..]);
        return shown.ToArray();
    }
}
