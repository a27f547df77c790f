using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Makes C# of a link's runtime expressions: a value within an answer or a request, a header, an argument, a constant.
/// Whatever C# cannot say with the types there are, such as the address of a request, is no expression.
/// </summary>
internal sealed class LinkValues(SchemaParser schemas, IEnumerable<ObjectModel> records, HeadersModel headers)
{
    private const string ResponseBody = "$response.body";
    private const string ResponseHeader = "$response.header.";
    private const string RequestBody = "$request.body";
    private const string Request = "$request.";

    private readonly Dictionary<string, ObjectModel> _records = records.ToDictionary(static record => record.Name, StringComparer.Ordinal);

    /// <summary>Null where the value is none that C# can make of the sources.</summary>
    /// <param name="type">What it is for.</param>
    public string? Expression(object? value, TypeRef type, LinkSources sources)
    {
        TypeRef wanted = type.AsRequired();
        return value is null ? null
            : value is not string text ? DefaultLiteral.Of(value, wanted, schemas)
            : text.StartsWith("$", StringComparison.Ordinal) ? Evaluate(text, wanted, sources)
            : text.Contains("{$") ? null
            : DefaultLiteral.Of(text, wanted, schemas);
    }

    private string? Evaluate(string text, TypeRef wanted, LinkSources sources)
    {
        if (text.StartsWith(ResponseBody, StringComparison.Ordinal))
        {
            return sources.Answer is { } answer && Pointer(text.Substring(ResponseBody.Length)) is { } tokens && Unwrapped(tokens, answer.Envelope) is { } rest
                ? Within(answer.Type, rest, wanted, sources.UseAnswer)
                : null;
        }

        if (text.StartsWith(ResponseHeader, StringComparison.Ordinal))
        {
            return OfHeader(text.Substring(ResponseHeader.Length), wanted, sources);
        }

        if (text.StartsWith(RequestBody, StringComparison.Ordinal))
        {
            return sources.Request is { } body && Pointer(text.Substring(RequestBody.Length)) is { } tokens
                ? Within(body.Type, tokens, wanted, sources.UseRequest)
                : null;
        }

        return text.StartsWith(Request, StringComparison.Ordinal) ? OfArgument(text.Substring(Request.Length), wanted, sources) : null;
    }

    private string? OfHeader(string name, TypeRef wanted, LinkSources sources)
    {
        HeaderModel? header = headers.Headers.FirstOrDefault(known => !known.IsOfContent && string.Equals(known.WireName, name, StringComparison.OrdinalIgnoreCase));
        return header is not null && Converted("", header.Type, wanted) is { } conversion
            ? $"{RuntimeNames.Api}{headers.Name}.Get{header.Name}({sources.UseHeaders()}){conversion}"
            : null;
    }

    private static string? OfArgument(string text, TypeRef wanted, LinkSources sources)
    {
        int dot = text.IndexOf('.');
        ParameterPlace? place = (dot < 0 ? "" : text.Substring(0, dot)) switch
        {
            "path" => ParameterPlace.Path,
            "query" => ParameterPlace.Query,
            "header" => ParameterPlace.Header,
            _ => null,
        };
        return place is { } known && sources.Parameter(known, text.Substring(dot + 1)) is { } parameter && Converted("", parameter.Type, wanted) is { } conversion
            ? sources.Use(parameter) + conversion
            : null;
    }

    /// <summary>A value within a record, through all that may be null on the way.</summary>
    private string? Within(TypeRef type, IEnumerable<string> tokens, TypeRef wanted, Func<string> use)
    {
        string path = "";
        foreach (string token in tokens)
        {
            if (type.Shape != TypeShape.Object || schemas.DraftOf(type.AsRequired()) is not ObjectDraft draft || !_records.TryGetValue(draft.Name, out ObjectModel? record)
                || record.Properties.FirstOrDefault(property => property.WireName == token) is not { } property)
            {
                return null;
            }

            path += $"{(type.IsNullable ? "?." : ".")}{Identifier.Escape(property.Name)}{(property.IsOptional ? ".GetValueOrDefault()" : "")}";
            type = type.IsNullable || property.IsOptional ? property.Type.AsNullable() : property.Type;
        }

        return Converted(path, type, wanted) is { } converted ? use() + converted : null;
    }

    /// <summary>The path to a value, and what makes it the type that is wanted; null where nothing does without loss.</summary>
    private static string? Converted(string path, TypeRef type, TypeRef wanted)
    {
        string dot = type.IsNullable ? "?." : ".";
        return (type.Kind, wanted.Kind) switch
        {
            _ when type.IsSameType(wanted) => path,
            ({ } from, PrimitiveKind.Int64) when from is >= PrimitiveKind.SByte and <= PrimitiveKind.UInt32 => path,
            ({ } from, PrimitiveKind.Int32) when from is >= PrimitiveKind.SByte and <= PrimitiveKind.UInt16 => path,
            ({ } from, PrimitiveKind.String or PrimitiveKind.Sensitive) when from.IsInteger() => $"{path}{dot}ToString({RuntimeNames.CultureInfo}.InvariantCulture)",
            (PrimitiveKind.String, PrimitiveKind.Sensitive) => path,
            (PrimitiveKind.Guid, PrimitiveKind.String or PrimitiveKind.Sensitive) => $"{path}{dot}ToString()",
            (PrimitiveKind.Uri, PrimitiveKind.String or PrimitiveKind.Sensitive) => $"{path}{dot}OriginalString",
            _ => null,
        };
    }

    /// <summary>The names on the way that a fragment says; none for the whole. Null for what is no pointer.</summary>
    private static string[]? Pointer(string fragment) =>
        fragment.Length is 0 || fragment == "#" ? []
        : fragment.StartsWith("#/", StringComparison.Ordinal) ? fragment.Substring(2).Split('/').Select(static token => Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~")).ToArray()
        : null;

    /// <summary>The same below what the client takes off an answer.</summary>
    private static IReadOnlyList<string>? Unwrapped(string[] tokens, string envelope) =>
        envelope.Length == 0 ? tokens
        : tokens.Length > 0 && tokens[0] == envelope ? tokens.Skip(1).ToArray()
        : null;
}
