using NJsonSchema;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing;

/// <summary>Which strings are secrets, so that nothing ever prints them.</summary>
internal static class Secrets
{
    /// <summary>Names, letters only, that mean a secret wherever they stand. The table of <c>generator/README.md</c>.</summary>
    private static readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwd", "passphrase", "secret", "clientsecret", "secretkey", "secretaccesskey", "sharedsecret", "signingsecret", "webhooksecret",
        "privatekey", "accesskey", "apikey", "apisecret", "authtoken", "accesstoken", "refreshtoken", "idtoken", "bearertoken", "sessiontoken", "streamkey",
    };

    public static bool IsSecret(JsonSchema schema, JsonSchema actual, string wireName)
    {
        if (actual.Type != JsonObjectType.String || actual.Enumeration.Count > 0 || actual.Format is not (null or "password" or "uri" or "uri-reference" or "url"))
        {
            return false;
        }

        return IsMarked(schema) is { } marked ? marked
            : IsMarked(actual) is { } marked2 ? marked2
            : schema is JsonSchemaProperty { IsWriteOnly: true }
            || actual.Format == "password"
            || _names.Contains(new string(wireName.Where(char.IsLetter).ToArray()));
    }

    private static bool? IsMarked(JsonSchema schema) => schema.Extension("x-ms-secret") as bool?;
}
