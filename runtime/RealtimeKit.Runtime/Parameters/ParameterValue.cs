using System.ComponentModel;
using System.Globalization;
using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The value of a path, query, header or cookie parameter, already text but not yet encoded: a primitive, a list or an
/// object. The default is absent. All conversions are independent of culture.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParameterValue
{
    // null (absent), string, ParameterValue[], (string Name, ParameterValue Value)[] or what is wrong with it.
    private readonly object? _content;
    private readonly ParameterStyle _style;
    private readonly bool _explode;
    private readonly bool _isSecret;
    private readonly bool _allowsReserved;

    /// <summary>Secrets within a text that is none as a whole.</summary>
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

    internal string? Primitive => _content as string;

    internal ParameterValue[]? Items => _content as ParameterValue[];

    internal (string Name, ParameterValue Value)[]? Members => _content as (string, ParameterValue)[];

    internal ParameterStyle Style => _style;

    internal bool Explode => _explode;

    internal bool AllowsReserved => _allowsReserved;

    /// <summary>The same value, a secret in all that it holds.</summary>
    internal ParameterValue AsSecret() => new(_content, _style, _explode, isSecret: true, _allowsReserved, _secrets);

    /// <summary>Collects the secrets within, so that whatever is told about the call can leave them out.</summary>
    internal void CollectSecrets(ref List<string>? secrets) => CollectSecrets(ref secrets, isWithinSecret: false);

    private void CollectSecrets(ref List<string>? secrets, bool isWithinSecret)
    {
        isWithinSecret |= _isSecret;
        if (isWithinSecret && Primitive is { } text)
        {
            (secrets ??= []).Add(text);
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

    /// <summary>Refuses what cannot be sent, before anything is; the message names the place, never the value.</summary>
    /// <exception cref="ArgumentException">The value, or one within it, cannot be sent.</exception>
    internal void RequireSendable(string name)
    {
        string? wrong = _content switch
        {
            Unsendable unsendable => unsendable.Why,
            string text when !WholeText.IsWhole(text) => WholeText.Broken,
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

    /// <summary>A value that no place can carry; the place refuses it, for it knows its name.</summary>
    internal static ParameterValue Refused(string why) => new(new Unsendable(why));

    /// <summary>Text; null is absent.</summary>
    public static implicit operator ParameterValue(string? value) => new(value);

    /// <summary>A UUID with hyphens.</summary>
    public static implicit operator ParameterValue(Guid value) => new(value.ToString());

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(uint value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(ulong value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(short value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(ushort value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(byte value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator ParameterValue(sbyte value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number in its shortest exact form. What is no number or infinite is refused where it is to be sent.</summary>
    public static implicit operator ParameterValue(double value)
        => double.IsFinite(value) ? new(value.ToString("R", CultureInfo.InvariantCulture)) : NotFinite;

    /// <summary>A number in its shortest exact form. What is no number or infinite is refused where it is to be sent.</summary>
    public static implicit operator ParameterValue(float value)
        => float.IsFinite(value) ? new(value.ToString("R", CultureInfo.InvariantCulture)) : NotFinite;

    /// <summary>A decimal number.</summary>
    public static implicit operator ParameterValue(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static implicit operator ParameterValue(bool value) => new(value ? "true" : "false");

    /// <summary>An RFC 3339 instant, UTC as <c>Z</c>.</summary>
    public static implicit operator ParameterValue(DateTimeOffset value) => new(Rfc3339.Format(value));

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public static implicit operator ParameterValue(DateOnly value) => new(Rfc3339.Format(value));

    /// <summary>A time of day, <c>HH:mm:ss</c>.</summary>
    public static implicit operator ParameterValue(TimeOnly value) => new(Rfc3339.Format(value));

    /// <summary>A span of time as .NET writes it, <c>d.hh:mm:ss.fffffff</c>.</summary>
    public static implicit operator ParameterValue(TimeSpan value) => new(SpanText.Format(value));

    /// <summary>A URI as it was given; null is absent.</summary>
    public static implicit operator ParameterValue(Uri? value) => new(value?.OriginalString);

    /// <summary>Bytes in base64; null is absent.</summary>
    public static implicit operator ParameterValue(byte[]? value) => new(value is null ? null : Convert.ToBase64String(value));

    /// <summary>A secret, revealed: what goes to the server is itself. Null is absent.</summary>
    public static implicit operator ParameterValue(SensitiveString? value) => new(value?.Reveal(), isSecret: true);

    /// <summary>A list; null is absent. An absent item is refused when the list is laid out: without it those after it would move.</summary>
    public static ParameterValue? List<T>(IEnumerable<T>? items, Func<T, ParameterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return items is null ? null : (ParameterValue?)new ParameterValue(items.Select(convert).ToArray());
    }

    /// <summary>An object; absent members are left out.</summary>
    public static ParameterValue? Object(params (string Name, ParameterValue? Value)[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new ParameterValue(members
            .Where(static member => member.Value is { IsAbsent: false })
            .Select(static member => (member.Name, member.Value.GetValueOrDefault()))
            .ToArray());
    }

    /// <summary>A value as JSON text, for parameters described by <c>content</c>.</summary>
    public static ParameterValue? Json<T>(T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            using PooledBuffer buffer = JsonText.Write(value, write, out List<string>? secrets, "The parameter's JSON", "value");
            return new ParameterValue(Encoding.UTF8.GetString(buffer.WrittenSpan), secrets: secrets);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            return Refused(JsonText.Reason(exception));
        }
    }

    /// <summary>The same value laid out otherwise in a path.</summary>
    public ParameterValue With(ParameterStyle style, bool explode) => new(_content, style, explode, _isSecret, _allowsReserved, _secrets);

    /// <summary>The same value, in a path sent with its reserved characters and its escapes as they are.</summary>
    public ParameterValue WithReserved() => new(_content, _style, _explode, _isSecret, allowsReserved: true, _secrets);

    /// <summary>Says what kind of value it is, never the value: it may be a secret.</summary>
    public override string ToString() => _content switch
    {
        null => "absent",
        string => "a primitive",
        Unsendable => "no value that can be sent",
        ParameterValue[] items => $"a list of {items.Length}",
        _ => "an object",
    };

    private static ParameterValue NotFinite => Refused("It is NaN or infinite.");

    /// <param name="Why">What is wrong, as a sentence.</param>
    private sealed record Unsendable(string Why);
}
