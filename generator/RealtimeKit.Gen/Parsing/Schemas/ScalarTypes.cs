using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Decides the type of a string or number: the one that the document names in <c>x-dotnet-type</c>, the one that the project names
/// for its format, or the usual one.
/// </summary>
internal sealed class ScalarTypes(NamedTypes named, SchemaIndex index, DiagnosticBag diagnostics)
{
    /// <summary>The format of text that is a secret.</summary>
    public const string OfPassword = "password";

    private readonly SchemaTokens _tokens = new(index);

    /// <summary>Returns the type of a schema that describes a single value.</summary>
    public TypeRef Of(JsonSchema actual) => Of(actual, actual);

    /// <summary>Returns the type of a schema that describes a single value.</summary>
    /// <param name="formatted">The schema that has the format.</param>
    public TypeRef Of(JsonSchema actual, JsonSchema formatted)
    {
        TypeRef usual = PrimitiveTypes.Of(actual.Type, formatted.Format) with { InText = index.TraitsOf(actual).InText };
        bool isNumber = actual.Type is JsonObjectType.Integer or JsonObjectType.Number;
        if ((!isNumber && actual.Type != JsonObjectType.String) || FormatOf(formatted) is not { } format)
        {
            return usual;
        }

        // A fault of the name itself is reported at the item.
        TypeRef type = named.Find(format.Type) is { Type: null }
            ? Fallback(usual)
            : Decide(format.Type, usual, isNumber, index.LocationOf(formatted));
        return formatted.Format == OfPassword && type.Kind is not (PrimitiveKind.String or PrimitiveKind.Sensitive) ? Secrets.Hide(type) : type;
    }

    /// <summary>Returns whether a schema, or a part of its <c>allOf</c>, has the format of a secret, and the project names no other type for it.</summary>
    public bool HasPassword(JsonSchema actual) =>
        Secrets.HasPassword(actual) && named.Formats.All(static format => format.Format != OfPassword);

    /// <summary>Returns whether a schema is a number or text by the format of Kubernetes, and the project names no other type for it.</summary>
    /// <param name="formatted">The schema that has the format.</param>
    public bool IsIntOrString(JsonSchema actual, JsonSchema formatted) =>
        actual.Type == JsonObjectType.String && formatted.Format == "int-or-string" && FormatOf(formatted) is null;

    /// <summary>Returns whether a schema describes a value that has another type than text.</summary>
    public static bool IsMoreThanText(JsonSchema actual) => actual.Type switch
    {
        JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean => true,
        JsonObjectType.String => actual.Enumeration.Count > 1
            || PrimitiveTypes.Of(actual.Type, actual.Format).Kind is not (PrimitiveKind.String or PrimitiveKind.Sensitive or PrimitiveKind.Bytes),
        JsonObjectType.Array => true,
        JsonObjectType.Object => true,
        _ => SchemaFacts.IsStructural(actual) && ObjectSchemas.AreObjects(actual),
    };

    /// <summary>Returns the type that a schema names in <c>x-dotnet-type</c>, beside a reference too, or null if it names none.</summary>
    public TypeRef? Given(JsonSchema schema, JsonSchema actual)
    {
        JsonSchema holder = ReferenceChain.Of(schema).FirstOrDefault(link => index.LocationOfDotNetType(link) is not null) ?? actual;
        return index.LocationOfDotNetType(holder) is { } location && holder.TextExtension(SchemaExtensions.DotNetType) is { Length: > 0 } name
            ? Given(name.Trim(), actual, location)
            : null;
    }

    /// <summary>Returns the type that a document names for a schema, or null after reporting that the schema is not a string or number.</summary>
    public TypeRef? Given(string name, JsonSchema actual, SpecLocation? location)
    {
        JsonTokens tokens = _tokens.Of(actual);
        NumberText inText = index.TraitsOf(actual).InText;
        bool isNumber = tokens == JsonTokens.Number || inText != NumberText.None;
        if (!isNumber && tokens != JsonTokens.String)
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                location,
                $"{SchemaExtensions.DotNetType} names the type of a string or a number, but the schema is {Words(tokens)}");
            return null;
        }

        JsonObjectType described = actual.Type is JsonObjectType.None or JsonObjectType.Array or JsonObjectType.Object
            ? isNumber ? JsonObjectType.Number : JsonObjectType.String
            : actual.Type;
        TypeRef usual = PrimitiveTypes.Of(described, actual.Format) with { InText = inText };
        if (named.Find(name) is { Type: null } faulty)
        {
            diagnostics.Add(faulty.IsMissing ? Descriptors.DotNetTypeMissing : Descriptors.DotNetTypeUnusable, location, name, faulty.Fault);
            return Fallback(usual);
        }

        return Decide(name, usual, isNumber, location);
    }

    /// <summary>Reports the formats of the project that no schema has.</summary>
    public void ReportUnmatched()
    {
        HashSet<string> known = new(index.Origins.Select(static origin => origin.Key.Format).OfType<string>(), StringComparer.Ordinal);
        known.UnionWith(index.Origins.Select(origin => index.TraitsOf(origin.Key).WrittenFormat).OfType<string>());
        foreach (FormatType format in named.Formats.Where(format => !known.Contains(format.Format)))
        {
            string nearest = NearestName.DidYouMean(NearestName.FindAll(format.Format, known, count: 3));
            diagnostics.Add(Descriptors.FormatUnmatched, named.Location, format.Format, nearest);
        }
    }

    private FormatType? FormatOf(JsonSchema actual)
    {
        string? written = index.TraitsOf(actual).WrittenFormat;
        return named.Formats.FirstOrDefault(format => format.Format == actual.Format) ?? named.Formats.FirstOrDefault(format => format.Format == written);
    }

    /// <summary>Returns the type of that name, or the fallback after reporting that it does not fit the schema.</summary>
    private TypeRef Decide(string name, TypeRef usual, bool isNumber, SpecLocation? location)
    {
        if (BuiltInTypes.Find(name) is { } kind)
        {
            return BuiltIn(kind, usual, isNumber) ?? Misfit(name, usual, isNumber, location);
        }

        if (named.Find(name)?.Type is not { } type)
        {
            diagnostics.Add(Descriptors.DotNetTypeMissing, location, name, "");
            return Fallback(usual);
        }

        return isNumber && type.Conversion == TextConversion.DateTime ? Misfit(name, usual, isNumber, location)
            : usual.Kind == PrimitiveKind.DateOnly && type.Conversion == TextConversion.DateTime
                ? TypeRef.Of(type with { Conversion = TextConversion.Date }, isNumber: false)
            : TypeRef.Of(type, isNumber) with { InText = usual.InText };
    }

    /// <summary>Returns a type that the runtime itself reads and writes, as a JSON string or number, or null if there is none.</summary>
    private static TypeRef? BuiltIn(PrimitiveKind kind, TypeRef usual, bool isNumber) => kind switch
    {
        PrimitiveKind.Element => PrimitiveTypes.Json,
        _ when usual.Kind?.SameType() == kind => usual,
        _ when isNumber && kind.IsNumber() => TypeRef.Of(kind) with { InText = usual.InText },
        PrimitiveKind.String when isNumber =>
            TypeRef.Of(new ScalarType("string", "Text", false, TextConversion.SpanParsable, Same: kind), isNumber) with { InText = usual.InText },
        _ when isNumber => null,
        PrimitiveKind.DateTimeOffset when usual.Kind == PrimitiveKind.DateOnly =>
            TypeRef.Of(new ScalarType("global::System.DateTimeOffset", "DateTimeOffset", true, TextConversion.Date, Same: kind), isNumber: false),
        _ when kind.IsText() => TypeRef.Of(kind),
        _ when kind.IsNumber() => TypeRef.Of(new ScalarType(BuiltInTypes.NameOf(kind), $"{kind}", true, TextConversion.Numeric, Same: kind), isNumber),
        _ => null,
    };

    private TypeRef Misfit(string name, TypeRef usual, bool isNumber, SpecLocation? location)
    {
        string what = isNumber ? "a number" : "a string";
        diagnostics.Add(Descriptors.DotNetTypeUnusable, location, name, $"{what} has no conversion to it; name a converter: '{name}(Acme.Converter)'");
        return Fallback(usual);
    }

    /// <summary>Returns the type in place of one that cannot be used. The build fails already.</summary>
    private static TypeRef Fallback(TypeRef usual) => usual.Kind?.IsNumber() is true ? usual : PrimitiveTypes.Text;

    private static string Words(JsonTokens tokens) => tokens == JsonTokens.Any ? "not restricted to one of them" : SchemaTokens.Words(tokens);
}
