using System.ComponentModel;
using System.Globalization;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The value of a path, query, header or cookie parameter, as text that is not yet encoded: a primitive, a list or an object.
/// The default value is absent. All conversions are independent of the culture.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct ParameterValue
{
    // null (absent), string, ParameterValue[], (string Name, ParameterValue Value)[], RawStructure, WrittenJson, Base64Text, or the reason why the
    // value cannot be sent.
    private readonly object? _content;
    private readonly ParameterStyle _style;
    private readonly bool _explode;
    private readonly bool _isSecret;
    private readonly bool _allowsReserved;

    /// <summary>The secrets in a text that is not a secret as a whole.</summary>
    private readonly List<string>? _secrets;

    private ParameterValue(
        object? content,
        ParameterStyle style = ParameterStyle.Simple,
        bool explode = false,
        bool isSecret = false,
        bool allowsReserved = false,
        List<string>? secrets = null)
    {
        _secrets = secrets;
        _allowsReserved = allowsReserved;
        _content = content;
        _style = style;
        _explode = explode;
        _isSecret = isSecret;
    }

    internal bool IsAbsent => _content is null;

    internal string? Primitive => _content switch
    {
        string text => text,
        RawStructure raw => raw.Text,
        WrittenJson json => json.Text,
        Base64Text base64 => base64.Text,
        _ => null,
    };

    /// <summary>Gets whether the value is a list or an object of JSON, whose text is JSON.</summary>
    internal bool IsJson => _content is RawStructure;

    /// <summary>Gets whether the text is the base64 of bytes.</summary>
    internal bool IsBase64 => _content is Base64Text;

    /// <summary>Gets the parts of JSON without a schema, or the value itself.</summary>
    internal ParameterValue Structure => _content is RawStructure raw ? raw.Parts : this;

    internal ParameterValue[]? Items => _content as ParameterValue[];

    internal (string Name, ParameterValue Value)[]? Members => _content as (string, ParameterValue)[];

    internal ParameterStyle Style => _style;

    internal bool Explode => _explode;

    internal bool AllowsReserved => _allowsReserved;

    /// <summary>Returns the value as a secret, with all that it contains.</summary>
    internal ParameterValue AsSecret() => new(_content, _style, _explode, isSecret: true, _allowsReserved, _secrets);

    /// <summary>Returns a text within the value, with all secrets of the value.</summary>
    internal ParameterValue Part(string text)
    {
        List<string>? secrets = null;
        CollectSecrets(ref secrets);
        return new ParameterValue(text, secrets: secrets);
    }

    /// <summary>Collects the secrets in the value, which must not appear in messages or logs.</summary>
    internal void CollectSecrets(ref List<string>? secrets) => CollectSecrets(ref secrets, isWithinSecret: false);

    private void CollectSecrets(ref List<string>? secrets, bool isWithinSecret)
    {
        isWithinSecret |= _isSecret;
        if (isWithinSecret && Primitive is { } text)
        {
            (secrets ??= []).Add(text);
            if (_content is RawStructure raw)
            {
                raw.Parts.CollectSecrets(ref secrets, isWithinSecret: true);
            }
            else
            {
                JsonText.AddValues(text, secrets);
            }
        }

        if (_secrets is not null)
        {
            (secrets ??= []).AddRange(_secrets);
        }

        foreach (ParameterValue item in Items ?? [])
        {
            item.CollectSecrets(ref secrets, isWithinSecret);
        }

        foreach ((_, ParameterValue value) in Members ?? [])
        {
            value.CollectSecrets(ref secrets, isWithinSecret);
        }
    }

    /// <summary>Checks that the value can be sent. The message contains the name of the parameter, but not the value.</summary>
    /// <exception cref="ArgumentException">The value, or a part of it, cannot be sent.</exception>
    internal void RequireSendable(string name)
    {
        string? wrong = _content switch
        {
            Unsendable unsendable => unsendable.Why,
            string text when !WholeText.IsWhole(text) => WholeText.Broken,
            WrittenJson json when !WholeText.IsWhole(json.Text) => WholeText.Broken,
            _ => null,
        };
        if (wrong is not null)
        {
            throw new ArgumentException($"The value of '{name}' cannot be sent: {wrong}", name);
        }

        foreach (ParameterValue item in Items ?? [])
        {
            item.RequireSendable(name);
        }

        foreach ((string member, ParameterValue value) in Members ?? [])
        {
            _ = WholeText.IsWhole(member) ? "" : throw new ArgumentException($"A member of '{name}' cannot be sent: {WholeText.Broken}", name);
            value.RequireSendable(name);
        }
    }

    /// <summary>Creates a value that cannot be sent. Sending it throws an exception with the name of the parameter.</summary>
    internal static ParameterValue Refused(string why) => new(new Unsendable(why));

    /// <summary>Converts text. Null is absent.</summary>
    public static implicit operator ParameterValue(string? value) => new(value);

    /// <summary>Converts a UUID to text with hyphens.</summary>
    public static implicit operator ParameterValue(Guid value) => new(value.ToString());

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(uint value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(ulong value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(short value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(ushort value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(byte value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an integer.</summary>
    public static implicit operator ParameterValue(sbyte value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts a number to its shortest exact text. Sending NaN or an infinity throws an exception.</summary>
    public static implicit operator ParameterValue(double value)
        => double.IsFinite(value) ? new(value.ToString("R", CultureInfo.InvariantCulture)) : NotFinite;

    /// <summary>Converts a number to its shortest exact text. Sending NaN or an infinity throws an exception.</summary>
    public static implicit operator ParameterValue(float value)
        => float.IsFinite(value) ? new(FloatText.Of(value)) : NotFinite;

    /// <summary>Converts a decimal number.</summary>
    public static implicit operator ParameterValue(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts a boolean to <c>true</c> or <c>false</c>.</summary>
    public static implicit operator ParameterValue(bool value) => new(value ? "true" : "false");

    /// <summary>Converts an instant to RFC 3339, with UTC as <c>Z</c>.</summary>
    public static implicit operator ParameterValue(DateTimeOffset value) => new(Rfc3339.Format(value));

    /// <summary>Converts a date to <c>yyyy-MM-dd</c>.</summary>
    public static implicit operator ParameterValue(DateOnly value) => new(Rfc3339.Format(value));

    /// <summary>Converts a time of day to <c>HH:mm:ss</c>.</summary>
    public static implicit operator ParameterValue(TimeOnly value) => new(Rfc3339.Format(value));

    /// <summary>Converts a duration to the format of .NET, <c>d.hh:mm:ss.fffffff</c>.</summary>
    public static implicit operator ParameterValue(TimeSpan value) => new(SpanText.Format(value));

    /// <summary>Converts a URI, unchanged. Null is absent.</summary>
    public static implicit operator ParameterValue(Uri? value) => new(value?.OriginalString);

    /// <summary>Converts bytes to base64. Null is absent.</summary>
    public static implicit operator ParameterValue(byte[]? value) => new(value is null ? null : new Base64Text(Convert.ToBase64String(value)));

    /// <summary>Converts a secret, which is sent unchanged. Null is absent.</summary>
    public static implicit operator ParameterValue(SensitiveString? value) => new(value?.Reveal(), isSecret: true);

    /// <summary>
    /// Converts a list. Null is absent. Sending an absent item throws an exception, since omitting it would move the items after it.
    /// </summary>
    public static ParameterValue? List<T>(IEnumerable<T>? items, Func<T, ParameterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return items is null ? null : (ParameterValue?)new ParameterValue(items.Select(convert).ToArray());
    }

    /// <summary>Creates an object. Absent members are omitted.</summary>
    public static ParameterValue? Object(params (string Name, ParameterValue? Value)[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new ParameterValue(members
            .Where(static member => member.Value is { IsAbsent: false })
            .Select(static member => (member.Name, member.Value.GetValueOrDefault()))
            .ToArray());
    }

    /// <summary>Returns the value with another style for a path.</summary>
    public ParameterValue With(ParameterStyle style, bool explode) => new(_content, style, explode, _isSecret, _allowsReserved, _secrets);

    /// <summary>Returns the value with its reserved characters and escapes unencoded in a path.</summary>
    public ParameterValue WithReserved() => new(_content, _style, _explode, _isSecret, allowsReserved: true, _secrets);

    /// <summary>Returns the kind of the value. The value itself is left out, since it may be a secret.</summary>
    public override string ToString() => _content switch
    {
        null => "absent",
        string or WrittenJson or Base64Text => "a primitive",
        Unsendable => "no value that can be sent",
        ParameterValue[] items => $"a list of {items.Length}",
        _ => "an object",
    };

    private static ParameterValue NotFinite => Refused("It is NaN or infinite.");

    /// <summary>A value that cannot be sent.</summary>
    /// <param name="Why">The reason, as a sentence.</param>
    private sealed record Unsendable(string Why);
}
