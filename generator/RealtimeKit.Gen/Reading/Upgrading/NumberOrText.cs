using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Recognizes numbers that can also be written as text. By default, ASP.NET Core reads numbers from text too and describes every
/// number so: as <c>type: [integer, string]</c> or an <c>anyOf</c> of both, with a pattern that matches only numbers. A number
/// beside the texts <c>NaN</c> and <c>Infinity</c> is also a number.
/// </summary>
/// <remarks>
/// All alternatives must be numbers, strings or null. Each string must be a number, by a numeric pattern, by a numeric format, or
/// by the name of a value that JSON has no number for. The pattern and the format may also be given beside the alternatives.
/// Otherwise any string is allowed, and the type is a union.
/// </remarks>
internal sealed class NumberOrText
{
    /// <summary>The deepest nesting of alternatives that is examined.</summary>
    private const int DeepestAlternatives = 4;

    private static readonly HashSet<string> _integerFormats =
        new(StringComparer.Ordinal) { "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" };
    private static readonly HashSet<string> _fractionFormats = new(StringComparer.Ordinal) { "float", "double", "decimal" };

    /// <summary>The texts for values that JSON has no number for.</summary>
    private static readonly HashSet<string> _names = new(StringComparer.Ordinal) { "NaN", "Infinity", "-Infinity" };

    /// <summary>The keywords that do not affect the kind of the value.</summary>
    private static readonly HashSet<string> _besides = new(StringComparer.Ordinal)
    {
        "type", "format", "pattern", "nullable", "enum", "const", "anyOf", "oneOf", "title", "description", "default", "example", "examples", "deprecated",
        "readOnly", "writeOnly", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "externalDocs",
        "xml", "$comment", "$schema", "$id",
    };

    private bool _hasInteger;
    private bool _hasNumber;
    private bool _hasText;
    private bool _hasNames;
    private bool _isNullable;
    private bool _isOther;
    private string? _format;
    private NumericPattern? _pattern;

    private NumberText InText => _hasNames ? NumberText.Names : NumberText.Digits;

    /// <summary>Returns the number that a schema means and how it may be written as text, or the schema itself.</summary>
    public static (SpecMapping Schema, NumberText InText) Upgrade(SpecMapping schema)
    {
        if (schema["anyOf"] is null && schema["oneOf"] is null && schema["type"] is not SpecSequence)
        {
            return schema["type"] is null && schema["enum"] is null && schema["const"] is null ? UpgradeUntyped(schema) : (schema, NumberText.None);
        }

        if (schema["enum"] is SpecSequence values)
        {
            return UpgradeEnum(schema, values);
        }

        NumberOrText found = new();
        found.Add(schema, null, null, 0);
        bool isNumber = (found._hasInteger || found._hasNumber) && (found._hasText || found._hasNames) && !found._isOther;
        return isNumber ? (found.Number(schema), found.InText) : (schema, NumberText.None);
    }

    /// <summary>Upgrades a schema without a type whose numeric format, or pattern of .NET, determines the type.</summary>
    private static (SpecMapping Schema, NumberText InText) UpgradeUntyped(SpecMapping schema)
    {
        string? format = schema["format"].AsText();
        NumericPattern? pattern = NumericPattern.Parse(schema["pattern"].AsText());
        bool isMeant = IsNumeric(format) || (format is null && pattern is { IsOfDotNet: true });
        return isMeant && schema.Entries.All(static entry => IsBeside(entry.Key))
            ? (new NumberOrText { _format = format, _pattern = pattern, _hasNumber = pattern is { HasFraction: true } }.Number(schema), NumberText.Digits)
            : (schema, NumberText.None);
    }

    /// <summary>Upgrades <c>[1, "1", 2, "2"]</c>, or only the numbers. The texts must be among the numbers.</summary>
    private static (SpecMapping Schema, NumberText InText) UpgradeEnum(SpecMapping schema, SpecSequence values)
    {
        NumberOrText found = new();
        found.AddTypes(schema["type"], isNumericText: true);
        SpecScalar[] scalars = values.Items.OfType<SpecScalar>().ToArray();
        HashSet<string> integers = new(
            scalars.Where(static value => value.Kind == SpecScalarKind.Integer).Select(static value => value.Text),
            StringComparer.Ordinal);
        bool isNumber = schema["anyOf"] is null
            && schema["oneOf"] is null
            && found is { _hasInteger: true, _hasText: true, _isOther: false }
            && integers.Count > 0
            && scalars.Length == values.Items.Count
            && scalars.All(value => value.Kind is SpecScalarKind.Integer or SpecScalarKind.Null
                || (value.Kind == SpecScalarKind.String && integers.Contains(value.Text)));
        return isNumber
            ? (found.Number(schema).With(("enum", values.Sequence(scalars.Where(static value => value.Kind != SpecScalarKind.String)))), found.InText)
            : (schema, NumberText.None);
    }

    /// <summary>Returns whether a format applies only to numbers.</summary>
    public static bool IsNumeric(string? format) => format is not null && (_integerFormats.Contains(format) || _fractionFormats.Contains(format));

    private static bool IsBeside(string key) => _besides.Contains(key) || ExtensionKey.Is(key);

    private void Add(SpecNode node, string? outerFormat, NumericPattern? outerPattern, int depth)
    {
        if (node is not SpecMapping schema || depth > DeepestAlternatives || !schema.Entries.All(static entry => IsBeside(entry.Key)))
        {
            _isOther = true;
            return;
        }

        string? format = schema["format"].AsText() ?? outerFormat;
        NumericPattern? pattern = NumericPattern.Parse(schema["pattern"].AsText()) ?? outerPattern;
        _isOther |= schema["pattern"] is not null && pattern is null;
        _isNullable |= schema["nullable"].IsTrue() || schema["x-nullable"].IsTrue();
        _pattern ??= pattern;
        if (IsNumeric(format))
        {
            _format ??= format;
        }

        SpecSequence? branches = (schema["anyOf"] ?? schema["oneOf"]).AsSequence();
        if (branches is not null)
        {
            AddBeside(schema["type"]);
            _isOther |= schema["enum"] is not null || (schema["anyOf"] is not null && schema["oneOf"] is not null);
            foreach (SpecNode branch in branches.Items)
            {
                Add(branch, format, pattern, depth + 1);
            }

            return;
        }

        if (schema["enum"] is not null || schema["const"] is not null)
        {
            AddValues(schema["enum"].AsSequence()?.Items ?? [schema["enum"] ?? schema["const"]!], schema["type"]);
            return;
        }

        AddTypes(schema["type"], isNumericText: pattern is not null || IsNumeric(format));
    }

    /// <summary>Adds the type beside alternatives: that of numbers, or an object, which ASP.NET Core writes if only the alternatives have a type.</summary>
    private void AddBeside(SpecNode? type)
    {
        IReadOnlyList<SpecNode> types = ListOf(type);
        _isNullable |= types.Any(static each => each.AsText() is null or "null");
        _isOther |= type is not null && !types.Any(static each => each.AsText() is "object" or "number" or "integer");
    }

    private static IReadOnlyList<SpecNode> ListOf(SpecNode? type) => type is SpecSequence several ? several.Items : type is null ? [] : [type];

    private void AddTypes(SpecNode? type, bool isNumericText)
    {
        IReadOnlyList<SpecNode> types = ListOf(type);
        _isOther |= types.Count == 0;
        foreach (SpecNode each in types)
        {
            switch (each.AsText())
            {
                case "integer":
                    _hasInteger = true;
                    break;
                case "number":
                    _hasNumber = true;
                    break;
                case "string":
                    _hasText = true;
                    _isOther |= !isNumericText;
                    break;
                case null or "null":
                    _isNullable = true;
                    break;
                default:
                    _isOther = true;
                    break;
            }
        }
    }

    /// <summary>Adds values: null, or the names of values that JSON has no number for.</summary>
    private void AddValues(IReadOnlyList<SpecNode> values, SpecNode? type)
    {
        _isOther |= type is not null && type.AsText() is not ("string" or "null") && !type.IsNull();
        foreach (SpecNode value in values)
        {
            bool isNull = value.IsNull();
            bool isName = value is SpecScalar { Kind: not SpecScalarKind.Null } scalar && _names.Contains(scalar.Text);
            _isNullable |= isNull;
            _hasNames |= isName;
            _isOther |= !isNull && !isName;
        }
    }

    private SpecMapping Number(SpecMapping schema)
    {
        bool isFraction = _hasNames || (_format is not null ? _fractionFormats.Contains(_format) : _hasNumber);
        string? format = !_hasNames || _format == "float" ? _format : "double";

        // .NET describes a decimal as a double. Its pattern, which has no exponent, distinguishes them.
        bool isDecimal = isFraction && !_hasNames && _pattern is { HasExponent: false } && _format is null or "double" && (_hasNumber || _pattern.HasFraction);
        return schema.With(
            ("type", schema.Text(isFraction ? "number" : "integer")),
            ("format", isDecimal ? schema.Text("decimal") : format is null ? null : schema.Text(format)),
            ("anyOf", null),
            ("oneOf", null),
            ("pattern", null),
            ("nullable", _isNullable ? schema.True() : null));
    }
}
