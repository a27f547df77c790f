using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Finishing;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>
/// Translates a link's runtime expressions into C#: values within a response or request, headers, arguments and constants. An
/// expression that the types cannot express, such as the URL of a request, is not translated.
/// </summary>
internal sealed class LinkValues(ConstantParser constants, IEnumerable<ObjectModel> records, HeadersModel headers)
{
    private const string ResponseBody = "$response.body";
    private const string ResponseHeader = "$response.header.";
    private const string RequestBody = "$request.body";
    private const string Request = "$request.";

    private readonly Dictionary<string, ObjectModel> _records = records.ToDictionary(static record => record.Name, StringComparer.Ordinal);

    /// <summary>Returns the expression of a value, or null if C# cannot express it from the sources.</summary>
    /// <param name="type">The type that the value is used as.</param>
    public LinkExpressionModel? Expression(object? value, TypeRef type, LinkSources sources)
    {
        TypeRef wanted = type.AsRequired();
        return value is null ? null
            : value is not string text ? Constant(value, wanted)
            : text.StartsWith("$", StringComparison.Ordinal) ? Evaluate(text, wanted, sources)
            : text.Contains("{$") ? null
            : Constant(text, wanted);
    }

    private LinkExpressionModel? Constant(object value, TypeRef wanted) =>
        constants.Parse(value, wanted) is { } constant ? new LinkExpressionModel { Constant = constant } : null;

    private LinkExpressionModel? Evaluate(string text, TypeRef wanted, LinkSources sources)
    {
        if (text.StartsWith(ResponseBody, StringComparison.Ordinal))
        {
            return sources.Response is { } response
                && Pointer(text.Substring(ResponseBody.Length)) is { } tokens
                && Unwrapped(tokens, response.Envelope) is { } rest
                ? Within(response.Type, rest, wanted, sources.UseResponse)
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

    private LinkExpressionModel? OfHeader(string name, TypeRef wanted, LinkSources sources)
    {
        HeaderModel? header = headers.Headers.FirstOrDefault(
            known => !known.IsOfContent && string.Equals(known.WireName, name, StringComparison.OrdinalIgnoreCase));
        return header is not null && Converted([], header.Type, wanted) is { } converted
            ? converted with { Source = sources.UseHeaders(), Accessor = (headers.Name, "Get" + header.Name) }
            : null;
    }

    private static LinkExpressionModel? OfArgument(string text, TypeRef wanted, LinkSources sources)
    {
        int dot = text.IndexOf('.');
        ParameterPlace? place = (dot < 0 ? "" : text.Substring(0, dot)) switch
        {
            "path" => ParameterPlace.Path,
            "query" => ParameterPlace.Query,
            "header" => ParameterPlace.Header,
            _ => null,
        };
        return place is { } known
            && sources.Parameter(known, text.Substring(dot + 1)) is { } parameter
            && Converted([], parameter.Type, wanted) is { } converted
            ? converted with { Source = sources.Use(parameter) }
            : null;
    }

    /// <summary>Returns the expression of a value within a record, with null checks on the way.</summary>
    private LinkExpressionModel? Within(TypeRef type, IEnumerable<string> tokens, TypeRef wanted, Func<string> use)
    {
        List<LinkStepModel> steps = [];
        foreach (string token in tokens)
        {
            if (type.Shape != TypeShape.Object || !_records.TryGetValue(type.Name, out ObjectModel? record)
                || record.Properties.FirstOrDefault(property => property.WireName == token) is not { } property)
            {
                return null;
            }

            steps.Add(new LinkStepModel(property.Name, type.IsNullable, property.IsOptional));
            type = type.IsNullable || property.IsOptional ? property.Type.AsNullable() : property.Type;
        }

        return Converted(steps, type, wanted) is { } converted ? converted with { Source = use() } : null;
    }

    /// <summary>Returns the path to a value and its conversion to the wanted type, or null if no conversion is lossless.</summary>
    private static LinkExpressionModel? Converted(IEnumerable<LinkStepModel> steps, TypeRef type, TypeRef wanted)
    {
        LinkConversion? conversion = (type.Kind, wanted.Kind) switch
        {
            _ when type.IsSameType(wanted) => LinkConversion.None,
            ({ } from, PrimitiveKind.Int64) when from is >= PrimitiveKind.SByte and <= PrimitiveKind.UInt32 => LinkConversion.None,
            ({ } from, PrimitiveKind.Int32) when from is >= PrimitiveKind.SByte and <= PrimitiveKind.UInt16 => LinkConversion.None,
            ({ } from, PrimitiveKind.String or PrimitiveKind.Sensitive) when from.IsInteger() => LinkConversion.Digits,
            (PrimitiveKind.String, PrimitiveKind.Sensitive) => LinkConversion.None,
            (PrimitiveKind.Guid, PrimitiveKind.String or PrimitiveKind.Sensitive) => LinkConversion.Text,
            (PrimitiveKind.Uri, PrimitiveKind.String or PrimitiveKind.Sensitive) => LinkConversion.Address,
            _ => null,
        };
        return conversion is { } known ? new LinkExpressionModel { Steps = steps.ToEquatableArray(), Conversion = known, IsNullable = type.IsNullable } : null;
    }

    /// <summary>Returns the names in a fragment: none for the whole value, null if the fragment is not a JSON pointer.</summary>
    private static string[]? Pointer(string fragment) =>
        fragment.Length is 0 || fragment == "#" ? []
        : fragment.StartsWith("#/", StringComparison.Ordinal)
            ? fragment.Substring(2).Split('/').Select(static token => Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~")).ToArray()
        : null;

    /// <summary>Returns the names below the envelope that the client removes from a response.</summary>
    private static IReadOnlyList<string>? Unwrapped(string[] tokens, string envelope) =>
        envelope.Length == 0 ? tokens
        : tokens.Length > 0 && tokens[0] == envelope ? tokens.Skip(1).ToArray()
        : null;
}
